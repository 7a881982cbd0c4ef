import { toDay } from "@/lib/domain/values/day";
import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { toSummary } from "@/lib/open-data/shapes";
import { listFocusAreas } from "@/lib/queries/public/terms";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";

/** Answers with the numbers of cities and listed projects on a day, by stage, focus area and country. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/summary"], async ({ asOf }) => {
    const [cities, areas] = await Promise.all([listCityTotals(asOf ?? null), listFocusAreas()]);
    return toSummary(asOf ?? toDay(new Date()), cities, totalOfCities(cities), areas);
  });
}
