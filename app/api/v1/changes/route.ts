import { listChanges } from "@/lib/queries/public-changes";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";
import { BadParameter } from "@/lib/web/open-data/problem";
import { toChangeData } from "@/lib/web/open-data/shapes";

/** What was published, newest first: each edition with what it changed. */
export function GET(request: Request): Promise<Response> {
  return openData(
    request,
    operations["/changes"],
    async ({ asOf = null, cursor = null, limit, ...filters }) => {
      const page = await listChanges({ asOf, cursor, limit, filters });
      if (!page) throw new BadParameter("cursor");
      return { items: page.changes.map(toChangeData), nextCursor: page.nextCursor };
    },
  );
}
