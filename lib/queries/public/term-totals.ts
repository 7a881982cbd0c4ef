import "server-only";
import { database } from "@/lib/db/client";
import { type Aggregate, type AggregateKind, addAggregates } from "@/lib/domain/progress/aggregate";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { type AggregateRow, toAggregate } from "@/lib/queries/public/totals";

/** Aggregates of all cities together, for each focus area and each outcome named by a project, by slug. */
export type TermTotals = Record<Exclude<AggregateKind, "city">, Record<string, Aggregate>>;

/**
 * Returns the totals of every focus area and outcome on a day, of all cities or a country's, from the last aggregate of
 * each city.
 */
export async function getTermTotals(asOf: Day | null, country = ""): Promise<TermTotals> {
  const on = fromDay(asOf ?? toDay(new Date()));
  const rows = await database().$queryRaw<
    { kind: keyof TermTotals; term: string; aggregate: AggregateRow }[]
  >`
    select term.kind, term.slug as term, to_jsonb(t) as aggregate
    from (
      select 'focus_area'::"AggregateKind" as kind, slug from "FocusArea"
      union select 'outcome'::"AggregateKind", slug from "Outcome"
    ) term
    cross join "City" c
    join lateral (
      select * from "CityAggregate"
      where "cityId" = c.id and kind = term.kind and "CityAggregate".term = term.slug and "fromDay" <= ${on}
      order by "fromDay" desc limit 1
    ) t on true
    where ${country}::text in ('', c."countryCode"::text)`;
  const totals: TermTotals = { focus_area: {}, outcome: {} };
  for (const { kind, term, aggregate } of rows) {
    const sum = totals[kind];
    sum[term] = addAggregates([sum[term] ?? {}, toAggregate(aggregate)]);
  }
  return totals;
}
