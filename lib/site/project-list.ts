import "server-only";
import * as z from "zod";
import { type ProjectOrder, projectOrders } from "@/lib/domain/site/list";
import type { PageContext } from "@/lib/domain/site/page-context";
import { partnerSlug } from "@/lib/domain/site/partner";
import { projectFilters } from "@/lib/queries/public/project-filters";
import {
  countProjects,
  listPublicProjects,
  type PublicProjectPage,
} from "@/lib/queries/public/projects";
import { listProjectTypes } from "@/lib/queries/public/terms";
import { listCityTotals } from "@/lib/queries/public/totals";
import { focusAreasIn, outcomesIn } from "@/lib/site/framework-names";

const perPage = 50;
/** Counting reads every matching row, so it stops at this number. */
const maxCounted = 1000;

const asked = projectFilters.extend({
  sort: z.enum(projectOrders).optional(),
  cursor: z.string().optional(),
});

type Found = PublicProjectPage & { count: number; isMore: boolean; order: ProjectOrder };

/** Returns the data of the list of projects for its query, or the query values that are not valid. */
export async function readProjectList(context: PageContext, query: Record<string, string>) {
  const parsed = asked.safeParse(query);
  const [found, cities, areas, types, outcomes] = await Promise.all([
    parsed.success
      ? find(context, parsed.data)
      : parsed.error.issues.map((issue) => issue.path.join(".")).join(", "),
    listCityTotals(context.asOf),
    focusAreasIn(context.locale),
    listProjectTypes(),
    outcomesIn(context.locale),
  ]);
  const isFound = typeof found !== "string";
  const partner = query["partner"]
    ? { slug: query["partner"], name: partnerNameIn(isFound ? found : null, query["partner"]) }
    : null;
  return {
    choices: { cities, areas, types, outcomes, partner },
    found: isFound ? found : null,
    unknown: isFound ? "" : found,
  };
}

async function find(
  { asOf }: PageContext,
  { sort, cursor, ...filters }: z.output<typeof asked>,
): Promise<Found | string> {
  const [page, count] = await Promise.all([
    listPublicProjects(filters, { asOf, cursor: cursor ?? null, limit: perPage, order: sort }),
    countProjects(filters, { asOf, max: maxCounted + 1 }),
  ]);
  if ("unknown" in page) return page.unknown;
  return {
    ...page,
    count: Math.min(count, maxCounted),
    isMore: count > maxCounted,
    order: sort ?? (filters.q ? "relevance" : "title"),
  };
}

/** Returns a partner's name as the first project found writes it. */
function partnerNameIn(page: PublicProjectPage | null, slug: string): string {
  const partners = page?.projects.flatMap((project) => project.fields.partners) ?? [];
  return partners.find(({ name }) => partnerSlug(name) === slug)?.name ?? slug;
}
