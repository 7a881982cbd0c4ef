import { missingProjectError, openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { toWholeEdition } from "@/lib/open-data/shapes";
import { listEditions } from "@/lib/queries/public/editions";

/** Answers with the editions of one project, newest first, each with the content from which its hash is computed. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return openData(
    request,
    operations["/projects/{id}/editions"],
    async ({ asOf = null, cursor = null, limit }) => {
      const page = await listEditions(id, { asOf, cursor, limit });
      if (page === "bad_cursor") throw new BadParameter("cursor");
      if (!page) throw await missingProjectError(id);
      return { items: page.editions.map(toWholeEdition), nextCursor: page.nextCursor };
    },
  );
}
