import "server-only";
import { database } from "@/lib/db/client";
import { type Day, fromDay } from "@/lib/domain/day";
import { addTallies, type Tally } from "@/lib/domain/tally";

/** A member city with the number of its listed projects. */
export type CityTotal = {
  slug: string;
  name: string;
  localName: string | null;
  officialLanguages: string[];
  countryCode: string;
  countryName: string;
  latitude: number;
  longitude: number;
  joinedYear: number;
  tally: Tally;
};

type Row = Omit<CityTotal, "tally"> & {
  total: number;
  planning: number;
  ongoing: number;
  completed: number;
  notStated: number;
  byFocusArea: Record<string, number>;
  byOutcome: Record<string, number>;
};

/**
 * Every city that was a member in the year of this day, by country and name, with its tally of that day: the last one
 * of each city, never a count over projects.
 */
export async function listCityTotals(asOf: Day | null): Promise<CityTotal[]> {
  const on = fromDay(asOf ?? "2199-12-31");
  const rows = await database().$queryRaw<Row[]>`
    select c.slug, c.name, c."localName", c."officialLanguages", c."countryCode", k.name as "countryName",
      c.latitude, c.longitude, c."joinedYear",
      coalesce(t.total, 0) as total, coalesce(t.planning, 0) as planning, coalesce(t.ongoing, 0) as ongoing,
      coalesce(t.completed, 0) as completed, coalesce(t."notStated", 0) as "notStated",
      coalesce(t."byFocusArea", '{}') as "byFocusArea", coalesce(t."byOutcome", '{}') as "byOutcome"
    from "City" c
    join "Country" k on k.code = c."countryCode"
    left join lateral (
      select * from "CityTally" where "cityId" = c.id and "fromDay" <= ${on}
      order by "fromDay" desc limit 1
    ) t on true
    where c."joinedYear" <= ${on.getUTCFullYear()}
    order by k.name, c.name`;
  return rows.map(toCityTotal);
}

/** The tally of all these cities together. */
export function totalOf(cities: CityTotal[]): Tally {
  return addTallies(cities.map((city) => city.tally));
}

function toCityTotal({ total, planning, ongoing, completed, notStated, ...row }: Row): CityTotal {
  const { byFocusArea, byOutcome, ...city } = row;
  const byStage = { planning, ongoing, completed, not_stated: notStated };
  return { ...city, tally: { total, byStage, byFocusArea, byOutcome } };
}
