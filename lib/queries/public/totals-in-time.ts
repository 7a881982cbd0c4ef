import "server-only";
import { database } from "@/lib/db/client";
import { type Aggregate, addAggregates } from "@/lib/domain/progress/aggregate";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { findFirstDay } from "@/lib/queries/public/as-of";
import type { AggregateChoice } from "@/lib/queries/public/totals";

/** The totals of a day by stage; null is now. `report` is the report of that day. */
export type PointInTime = {
  day: Day | null;
  report: { slug: string; name: string } | null;
  aggregate: Aggregate;
};

/** The number of reports that fit into a chart, beside the first plans and the day of the page. */
const shownReports = 7;
const noLastDay = "2199-12-31";

/**
 * Lists the totals by stage on the days of the network, oldest first: the first editions, each report up to the day
 * read, and the day read itself. Three statements whatever there is, because aggregates are kept by day.
 */
export async function listTotalsInTime(
  asOf: Day | null,
  choice: AggregateChoice & { country?: string },
): Promise<PointInTime[]> {
  const on = asOf ?? noLastDay;
  const [firstDay, reports] = await Promise.all([
    findFirstDay(),
    database().report.findMany({
      where: { freezes: { some: {} }, asOf: { lte: fromDay(on) } },
      orderBy: { asOf: "desc" },
      take: shownReports,
      select: { slug: true, name: true, asOf: true },
    }),
  ]);
  if (!firstDay || firstDay > on) return [];
  const named = new Map(reports.map(({ asOf: day, ...report }) => [toDay(day), report]));
  const days = [...new Set([firstDay, ...[...named.keys()].reverse(), on])];
  const aggregates = await countOn(days, choice);
  return days.map((day) => ({
    day: day === noLastDay ? null : day,
    report: named.get(day) ?? null,
    aggregate: aggregates.get(day) ?? addAggregates([]),
  }));
}

async function countOn(
  days: Day[],
  { kind, term, country = "" }: AggregateChoice & { country?: string },
): Promise<Map<Day, Aggregate>> {
  type Row = Record<"total" | "planning" | "ongoing" | "completed" | "notStated", number>;
  const rows = await database().$queryRaw<(Row & { day: Date })[]>`
    select d.day, coalesce(sum(t.total), 0)::int as total, coalesce(sum(t.planning), 0)::int as planning,
      coalesce(sum(t.ongoing), 0)::int as ongoing, coalesce(sum(t.completed), 0)::int as completed,
      coalesce(sum(t."notStated"), 0)::int as "notStated"
    from unnest(${days}::text[]::date[]) as d (day)
    cross join "City" c
    left join lateral (
      select total, planning, ongoing, completed, "notStated" from "CityAggregate"
      where "cityId" = c.id and kind = ${kind}::"AggregateKind" and term = ${term} and "fromDay" <= d.day
      order by "fromDay" desc limit 1
    ) t on true
    where ${country}::text in ('', c."countryCode"::text)
    group by d.day`;
  return new Map(
    rows.map(({ day, total, planning, ongoing, completed, notStated }) => [
      toDay(day),
      addAggregates([{ total, byStage: { planning, ongoing, completed, not_stated: notStated } }]),
    ]),
  );
}
