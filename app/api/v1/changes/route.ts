import { changeFilters, listChanges } from "@/lib/queries/public-changes";
import { BadParameter, listParameters, openData } from "@/lib/web/open-data";
import { toChangeData } from "@/lib/web/open-data-shapes";

const parameters = { ...listParameters, ...changeFilters.shape };

/** What was published, newest first: each edition with what it changed. */
export function GET(request: Request): Promise<Response> {
  return openData(request, parameters, async ({ asOf, cursor, limit, ...filters }) => {
    const page = await listChanges({ asOf: asOf ?? null, cursor: cursor ?? null, limit, filters });
    if (!page) throw new BadParameter("cursor");
    return { items: page.changes.map(toChangeData), nextCursor: page.nextCursor };
  });
}
