import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { toOrganisationData } from "@/lib/open-data/shapes";
import { pageOfOrganisations } from "@/lib/queries/public/organisations";

/** Lists the organisations that partners' names mean, by key. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/organisations"], async ({ cursor = null, limit }) => {
    const page = await pageOfOrganisations({ cursor, limit });
    if (!page) throw new BadParameter("cursor");
    return { items: page.organisations.map(toOrganisationData), nextCursor: page.nextCursor };
  });
}
