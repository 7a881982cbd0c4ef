import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { toChainHead } from "@/lib/open-data/shapes";
import { listPublishedHeads } from "@/lib/queries/public/history";

/** Answers with the published heads of the timeline's chains, which anybody can keep and compare. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/audit/heads"], async ({ cursor = null, limit }) => {
    const page = await listPublishedHeads({ cursor, limit });
    if (page === "bad_cursor") throw new BadParameter("cursor");
    return { items: page.heads.map(toChainHead), nextCursor: page.nextCursor };
  });
}
