import { toDay } from "@/lib/domain/day";
import { listFocusAreas } from "@/lib/queries/public-terms";
import { listCityTotals, totalOf } from "@/lib/queries/public-totals";
import { openData } from "@/lib/web/open-data/answer";
import { operations } from "@/lib/web/open-data/operations";
import { toCounts } from "@/lib/web/open-data/shapes";

/** How many cities and listed projects there are on a day, by stage, focus area and country. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/summary"], async ({ asOf }) => {
    const [cities, areas] = await Promise.all([listCityTotals(asOf ?? null), listFocusAreas()]);
    const tally = totalOf(cities);
    const byCountry: Record<string, number> = {};
    for (const { countryCode, tally } of cities)
      byCountry[countryCode] = (byCountry[countryCode] ?? 0) + tally.total;
    return {
      asOf: asOf ?? toDay(new Date()),
      cities: cities.filter((city) => city.tally.total > 0).length,
      projects: toCounts(tally),
      byFocusArea: Object.fromEntries(
        areas.map(({ slug }) => [slug, tally.byFocusArea[slug] ?? 0]),
      ),
      byCountry,
    };
  });
}
