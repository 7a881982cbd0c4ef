import { listEditions } from "@/lib/queries/public-editions";
import { BadParameter, listParameters, openData, whyNothing } from "@/lib/web/open-data";
import { toEditionData } from "@/lib/web/open-data-shapes";

/** The editions of one project, newest first, each with the content that its hash is made of. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  return openData(request, listParameters, async ({ asOf, cursor, limit }) => {
    const page = await listEditions(id, { asOf: asOf ?? null, cursor: cursor ?? null, limit });
    if (page === "bad_cursor") throw new BadParameter("cursor");
    if (!page) throw await whyNothing(id);
    return {
      items: page.editions.map(({ content, ...edition }) => ({
        ...toEditionData(edition),
        content,
      })),
      nextCursor: page.nextCursor,
    };
  });
}
