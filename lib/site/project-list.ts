import "server-only";
import * as z from "zod";
import { type ProjectOrder, projectOrders } from "@/lib/domain/site/list";
import type { PageContext } from "@/lib/domain/site/page-context";
import { meantSlug } from "@/lib/queries/public/organisations";
import { findPartner } from "@/lib/queries/public/partners";
import { projectFilters } from "@/lib/queries/public/project-filters";
import {
  countProjects,
  listPublicProjects,
  type PublicProjectPage,
} from "@/lib/queries/public/projects";
import { listProjectTypes } from "@/lib/queries/public/terms";
import { listCityTotals } from "@/lib/queries/public/totals";
import { focusAreasIn, outcomesIn, subjectsIn } from "@/lib/site/framework-names";

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
  const [found, cities, areas, types, outcomes, subjects] = await Promise.all([
    parsed.success
      ? find(context, parsed.data)
      : parsed.error.issues.map((issue) => issue.path.join(".")).join(", "),
    listCityTotals(context.asOf),
    focusAreasIn(context.locale),
    listProjectTypes(),
    outcomesIn(context.locale),
    subjectsIn(context.locale),
  ]);
  const isFound = typeof found !== "string";
  const partner = query["partner"] ? await partnerOf(query["partner"]) : null;
  return {
    choices: { cities, areas, types, outcomes, subjects, partner },
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

/** Returns the partner that an address means, with its name if there is one. */
async function partnerOf(asked: string) {
  const slug = await meantSlug(asked);
  return { slug: asked, name: (await findPartner(slug))?.name ?? asked };
}
