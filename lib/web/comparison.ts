import "server-only";
import * as z from "zod";
import { mostCompared } from "@/lib/domain/public-list";
import type { Reading } from "@/lib/domain/reading";
import { compareCities, compareProjects } from "@/lib/queries/public-compare";
import { listCityTotals } from "@/lib/queries/public-totals";
import { focusAreasIn, outcomesIn } from "@/lib/web/framework-names";

const asked = z.object({
  /** Slugs, or ids, as proxy.ts joins them. */
  city: z.string().optional(),
  project: z.string().optional(),
  focusArea: z.string().optional(),
});

/** What is compared: two to four cities or projects, or fewer while somebody still chooses. */
export async function readComparison(reading: Reading, query: Record<string, string>) {
  const { city = "", project = "", focusArea = null } = asked.parse(query);
  const named = { cities: listOf(city), projects: listOf(project) };
  const slugs = named.cities.slice(0, mostCompared);
  const ids = named.projects.slice(0, mostCompared).filter((id) => z.uuid().safeParse(id).success);
  const [cities, areas, outcomes, comparedCities, comparedProjects] = await Promise.all([
    listCityTotals(reading.asOf),
    focusAreasIn(reading.locale),
    outcomesIn(reading.locale),
    slugs.length > 0 && ids.length === 0
      ? compareCities(slugs, { asOf: reading.asOf, focusArea })
      : [],
    ids.length > 0 ? compareProjects(ids, reading.asOf) : [],
  ]);
  const isKnown =
    comparedCities !== null &&
    (focusArea === null || areas.some(({ slug }) => slug === focusArea)) &&
    ids.length === named.projects.slice(0, mostCompared).length;
  return {
    choices: { cities, areas },
    outcomes,
    chosen: { slugs, ids, focusArea },
    cities: comparedCities ?? [],
    projects: comparedProjects,
    isKnown,
    isTooMany: Math.max(named.cities.length, named.projects.length) > mostCompared,
  };
}

function listOf(joined: string): string[] {
  return [...new Set(joined.split(",").filter((part) => part !== ""))];
}
