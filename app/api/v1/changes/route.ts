import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { toChangeData } from "@/lib/open-data/shapes";
import { listChanges } from "@/lib/queries/public/changes";

/** Answers with the published editions, newest first, each with its changes. */
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
