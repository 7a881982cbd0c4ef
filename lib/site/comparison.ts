import "server-only";
import * as z from "zod";
import { maxCompared } from "@/lib/domain/site/list";
import type { PageContext } from "@/lib/domain/site/page-context";
import { compareCities, compareProjects } from "@/lib/queries/public/compare";
import { type ListedProject, listPublicProjects } from "@/lib/queries/public/projects";
import { listCityTotals } from "@/lib/queries/public/totals";
import { focusAreasIn, outcomesIn } from "@/lib/site/framework-names";

/** The number of projects that are offered to compare with one, from its city and from its focus area each. */
const maxOffered = 30;

const asked = z.object({
  /** Slugs or ids, joined with commas by proxy.ts. */
  city: z.string().optional(),
  project: z.string().optional(),
  focusArea: z.string().optional(),
});

/** Returns the data of a comparison: two to four cities or projects, or fewer while a reader still selects. */
export async function readComparison(context: PageContext, query: Record<string, string>) {
  const { city = "", project = "", focusArea = null } = asked.parse(query);
  const named = { cities: listOf(city), projects: listOf(project) };
  const slugs = named.cities.slice(0, maxCompared);
  const wanted = named.projects.slice(0, maxCompared);
  const ids = wanted.filter((id) => z.uuid().safeParse(id).success);
  const [cities, areas, outcomes, comparedCities, comparedProjects] = await Promise.all([
    listCityTotals(context.asOf),
    focusAreasIn(context.locale),
    outcomesIn(context.locale),
    slugs.length > 0 && ids.length === 0
      ? compareCities(slugs, { asOf: context.asOf, focusArea })
      : [],
    ids.length > 0 ? compareProjects(ids, context.asOf) : [],
  ]);
  const [first, ...more] = comparedProjects;
  const isKnown =
    comparedCities !== null &&
    (focusArea === null || areas.some(({ slug }) => slug === focusArea)) &&
    ids.length === wanted.length;
  return {
    choices: { cities, areas },
    outcomes,
    selected: { slugs, ids, focusArea },
    cities: comparedCities ?? [],
    projects: comparedProjects,
    offered: first && more.length === 0 ? await listSuggestions(first, context) : null,
    isKnown,
    isTooMany: Math.max(named.cities.length, named.projects.length) > maxCompared,
  };
}

/**
 * Returns the projects that are offered to compare with one: others of its city, and those elsewhere with the same
 * first focus area.
 */
async function listSuggestions(project: ListedProject, { asOf }: PageContext) {
  const area = project.fields.focusAreas[0]?.focusArea;
  const [ofCity, ofArea] = await Promise.all([
    listPublicProjects({ city: project.citySlug }, { asOf, limit: maxOffered }),
    area ? listPublicProjects({ focusArea: area }, { asOf, limit: maxOffered }) : null,
  ]);
  const listed = (page: typeof ofArea) => (page && "projects" in page ? page.projects : []);
  return {
    project,
    ofCity: listed(ofCity).filter(({ id }) => id !== project.id),
    ofArea: listed(ofArea).filter(({ citySlug }) => citySlug !== project.citySlug),
    area,
  };
}

function listOf(joined: string): string[] {
  return [...new Set(joined.split(",").filter((part) => part !== ""))];
}
