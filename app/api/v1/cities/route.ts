import * as z from "zod";
import { openData } from "@/lib/open-data/answer";
import { operations } from "@/lib/open-data/operations";
import { BadParameter } from "@/lib/open-data/problem";
import { toCityData } from "@/lib/open-data/shapes";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";
import { listCityTotals } from "@/lib/queries/public/totals";

/** Answers with the member cities as of a day, sorted by slug, with their numbers of listed projects. */
export function GET(request: Request): Promise<Response> {
  return openData(request, operations["/cities"], async ({ asOf, country, cursor, limit }) => {
    const all = await listCityTotals(asOf ?? null);
    if (country !== undefined && !all.some((city) => city.countryCode === country))
      throw new BadParameter("country");
    const [after] = cursor === undefined ? [""] : (readCursor(cursor, [z.string()] as const) ?? []);
    if (after === undefined) throw new BadParameter("cursor");
    const cities = all
      .filter((city) => country === undefined || city.countryCode === country)
      .filter((city) => city.slug > after)
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
    const last = cities.length > limit ? cities[limit - 1] : undefined;
    return {
      items: cities.slice(0, limit).map(toCityData),
      nextCursor: last ? toCursor([last.slug]) : null,
    };
  });
}
