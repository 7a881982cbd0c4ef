import "server-only";
import { database } from "@/lib/db/client";
import { addTallies, type Tally, type TallyKind } from "@/lib/domain/progress/tally";
import { type Day, fromDay } from "@/lib/domain/values/day";
import { type TallyRow, toTally } from "@/lib/queries/public/totals";

/** The tallies of all cities together, of each focus area and each outcome that some project names, by slug. */
export type TermTotals = Record<Exclude<TallyKind, "city">, Record<string, Tally>>;

/** The totals of every focus area and outcome on a day, of all cities or a country's: from the last tally of each city. */
export async function getTermTotals(asOf: Day | null, country = ""): Promise<TermTotals> {
  const on = fromDay(asOf ?? "2199-12-31");
  const rows = await database().$queryRaw<
    { kind: keyof TermTotals; term: string; tally: TallyRow }[]
  >`
    select term.kind, term.slug as term, to_jsonb(t) as tally
    from (
      select 'focus_area'::"TallyKind" as kind, slug from "FocusArea"
      union select 'outcome'::"TallyKind", slug from "Outcome"
    ) term
    cross join "City" c
    join lateral (
      select * from "CityTally"
      where "cityId" = c.id and kind = term.kind and "CityTally".term = term.slug and "fromDay" <= ${on}
      order by "fromDay" desc limit 1
    ) t on true
    where ${country}::text in ('', c."countryCode"::text)`;
  const totals: TermTotals = { focus_area: {}, outcome: {} };
  for (const { kind, term, tally } of rows) {
    const sum = totals[kind];
    sum[term] = addTallies([sum[term] ?? {}, toTally(tally)]);
  }
  return totals;
}
