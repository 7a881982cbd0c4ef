import "server-only";
import { database } from "@/lib/db/client";
import { type Aggregate, type AggregateKind, addAggregates } from "@/lib/domain/progress/aggregate";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";

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
  aggregate: Aggregate;
};

/**
 * Lists every city that was a member in the year of this day, by country and name, with its last aggregate up to that
 * day; projects are never counted here. Of all its projects, or of those of one focus area or outcome.
 */
export async function listCityTotals(
  asOf: Day | null,
  { kind, term }: AggregateChoice = { kind: "city", term: "" },
): Promise<CityTotal[]> {
  const on = fromDay(asOf ?? toDay(new Date()));
  const rows = await database().$queryRaw<
    (Omit<CityTotal, "aggregate"> & { aggregate: AggregateRow | null })[]
  >`
    select c.slug, c.name, c."localName", c."officialLanguages", c."countryCode", k.name as "countryName",
      c.latitude, c.longitude, c."joinedYear", t.aggregate
    from "City" c
    join "Country" k on k.code = c."countryCode"
    left join lateral (
      select to_jsonb(t) as aggregate from "CityAggregate" t
      where t."cityId" = c.id and t.kind = ${kind}::"AggregateKind" and t.term = ${term} and t."fromDay" <= ${on}
      order by t."fromDay" desc limit 1
    ) t on true
    where c."joinedYear" <= ${on.getUTCFullYear()}
    order by k.name, c.name`;
  return rows.map((row) => ({ ...row, aggregate: toAggregate(row.aggregate) }));
}

/** Returns the aggregate of all these cities together. */
export function totalOfCities(cities: CityTotal[]): Aggregate {
  return addAggregates(cities.map((city) => city.aggregate));
}

/** Selects aggregates of cities: `term` is the slug of the focus area or outcome, empty for whole cities. */
export type AggregateChoice = { kind: AggregateKind; term: string };

/** A row of CityAggregate as JSON. */
export type AggregateRow = Omit<Aggregate, "byStage"> &
  Record<"planning" | "ongoing" | "completed" | "notStated", number>;

/** Converts a row of CityAggregate, which lib/db/aggregates.ts wrote in this shape; zero for a missing row. */
export function toAggregate(row: AggregateRow | null): Aggregate {
  if (!row) return addAggregates([]);
  const { planning, ongoing, completed, notStated } = row;
  // A row from before one of these columns counts zero in it.
  return addAggregates([
    { ...row, byStage: { planning, ongoing, completed, not_stated: notStated } },
  ]);
}
