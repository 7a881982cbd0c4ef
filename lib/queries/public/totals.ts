import "server-only";
import { database } from "@/lib/db/client";
import { addTallies, type Tally, type TallyKind } from "@/lib/domain/progress/tally";
import { type Day, fromDay } from "@/lib/domain/values/day";

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

/**
 * Every city that was a member in the year of this day, by country and name, with its tally of that day: the last one
 * of each city, never a count over projects. Of all its projects, or of those of one focus area or outcome.
 */
export async function listCityTotals(
  asOf: Day | null,
  { kind, term }: TallyChoice = { kind: "city", term: "" },
): Promise<CityTotal[]> {
  const on = fromDay(asOf ?? "2199-12-31");
  const rows = await database().$queryRaw<
    (Omit<CityTotal, "tally"> & { tally: TallyRow | null })[]
  >`
    select c.slug, c.name, c."localName", c."officialLanguages", c."countryCode", k.name as "countryName",
      c.latitude, c.longitude, c."joinedYear", t.tally
    from "City" c
    join "Country" k on k.code = c."countryCode"
    left join lateral (
      select to_jsonb(t) as tally from "CityTally" t
      where t."cityId" = c.id and t.kind = ${kind}::"TallyKind" and t.term = ${term} and t."fromDay" <= ${on}
      order by t."fromDay" desc limit 1
    ) t on true
    where c."joinedYear" <= ${on.getUTCFullYear()}
    order by k.name, c.name`;
  return rows.map((row) => ({ ...row, tally: toTally(row.tally) }));
}

/** The tally of all these cities together. */
export function totalOf(cities: CityTotal[]): Tally {
  return addTallies(cities.map((city) => city.tally));
}

/** Which tallies of the cities are meant: `term` is the slug of the focus area or outcome, empty for whole cities. */
export type TallyChoice = { kind: TallyKind; term: string };

/** A row of CityTally as JSON has it. */
export type TallyRow = Omit<Tally, "byStage"> &
  Record<"planning" | "ongoing" | "completed" | "notStated", number>;

/** Reads a row of CityTally, which lib/db/tallies.ts wrote in this shape; nothing is counted where there is none. */
export function toTally(row: TallyRow | null): Tally {
  if (!row) return addTallies([]);
  const { planning, ongoing, completed, notStated } = row;
  // A row from before there was one of these columns counts nothing in it.
  return addTallies([{ ...row, byStage: { planning, ongoing, completed, not_stated: notStated } }]);
}
