import { listPublishedHeads } from "@/lib/queries/public-history";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";
import { BadParameter } from "@/lib/web/open-data/problem";
import { toChainHead } from "@/lib/web/open-data/shapes";

/** Where the chains of the timeline ended when that was published, for everybody to keep. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/audit/heads"], async ({ cursor = null, limit }) => {
    const page = await listPublishedHeads({ cursor, limit });
    if (page === "bad_cursor") throw new BadParameter("cursor");
    return { items: page.heads.map(toChainHead), nextCursor: page.nextCursor };
  });
}
