import { listPublishedHeads } from "@/lib/queries/public-history";
import { BadParameter, listParameters, openData } from "@/lib/web/open-data";

const { cursor, limit } = listParameters;

/** Where the chains of the timeline ended on each day, for everybody to keep. */
export function GET(request: Request): Promise<Response> {
  return openData(request, { cursor, limit }, async (parameters) => {
    const page = await listPublishedHeads({ ...parameters, cursor: parameters.cursor ?? null });
    if (page === "bad_cursor") throw new BadParameter("cursor");
    return { items: page.heads, nextCursor: page.nextCursor };
  });
}
