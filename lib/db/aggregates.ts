import "server-only";
import type { Tx } from "@/lib/db/client";
import {
  type Aggregate,
  type AggregateKind,
  addAggregates,
  aggregateOf,
  aggregateOfOutcome,
  type Counted,
  type Measures,
} from "@/lib/domain/progress/aggregate";
import type { LateReason } from "@/lib/domain/progress/late";
import type { Stage } from "@/lib/domain/record/project";
import { isSame } from "@/lib/domain/values/same";

/**
 * Rebuilds one city's aggregates from its periods: of all its projects, of those led by each focus area and of those
 * that state each outcome, with one row for each day on which one of these changed. It takes the city's lock first,
 * because two records of one city may be published at once. Its cost grows with the city's editions, not with the
 * network's.
 */
export async function rebuildAggregates(tx: Tx, cityId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "City" where id = ${cityId}::uuid for update`;
  const periods = await tx.editionPeriod.findMany({
    where: { cityId, kind: "project" },
    select: {
      fromDay: true,
      untilDay: true,
      isListed: true,
      stage: true,
      leadFocusArea: true,
      outcomes: true,
      lateReasons: true,
      silentFrom: true,
      measures: true,
    },
  });
  // A project becomes silent within a period too: on a day that is known as soon as the edition is.
  const days = [
    ...new Set(
      periods
        .flatMap(({ fromDay, untilDay, silentFrom }) =>
          silentFrom && silentFrom > fromDay && (untilDay === null || silentFrom < untilDay)
            ? [fromDay, silentFrom]
            : [fromDay],
        )
        .map((day) => day.getTime()),
    ),
  ].sort((a, b) => a - b);
  const last = new Map<string, Aggregate>();
  const rows = days.flatMap((at) => {
    const effective = periods
      .filter(
        (period) =>
          period.fromDay.getTime() <= at &&
          (period.untilDay === null || period.untilDay.getTime() > at),
      )
      .map((period) => ({ ...period, ...countedOf(period, at) }));
    const counted = aggregatesOf(effective);
    // A key that is missing on a day counts zero from that day on.
    const gone = [...last.keys()].filter((key) => !counted.has(key));
    const all = [...counted, ...gone.map((key) => [key, nothing] as const)];
    const changed = all.filter(([key, aggregate]) => !isSame(last.get(key) ?? nothing, aggregate));
    for (const [key, aggregate] of changed) last.set(key, aggregate);
    return changed.map(([key, aggregate]) => toRow(cityId, new Date(at), key, aggregate));
  });
  await tx.cityAggregate.deleteMany({ where: { cityId } });
  await tx.cityAggregate.createMany({ data: rows });
}

const nothing = addAggregates([]);

/** Periods are written from validated content only (periods.ts). */
function countedOf(
  period: { stage: string; lateReasons: string[]; silentFrom: Date | null; measures: unknown },
  at: number,
) {
  const isSilent = period.silentFrom !== null && period.silentFrom.getTime() <= at;
  return {
    stage: period.stage as Stage,
    lateReasons: [...period.lateReasons, ...(isSilent ? ["silent"] : [])] as LateReason[],
    measures: period.measures as Measures,
  };
}

/**
 * Returns the aggregates of these projects by kind and term, "outcome competitive-economy"; of the whole city, "city ".
 */
function aggregatesOf(projects: Counted[]): Map<string, Aggregate> {
  const aggregates = new Map([[keyOf("city", ""), aggregateOf(projects)]]);
  for (const area of new Set(projects.flatMap((each) => each.leadFocusArea ?? []))) {
    const own = projects.filter((each) => each.leadFocusArea === area);
    aggregates.set(keyOf("focus_area", area), aggregateOf(own));
  }
  for (const outcome of new Set(projects.flatMap((each) => each.outcomes))) {
    aggregates.set(keyOf("outcome", outcome), aggregateOfOutcome(projects, outcome));
  }
  return aggregates;
}

function keyOf(kind: AggregateKind, term: string) {
  return `${kind} ${term}`;
}

function toRow(cityId: string, fromDay: Date, key: string, { byStage, ...aggregate }: Aggregate) {
  const [kind = "", term = ""] = key.split(" ");
  const { not_stated: notStated, ...stages } = byStage;
  // Only `keyOf` makes a key.
  return { cityId, fromDay, kind: kind as AggregateKind, term, ...stages, notStated, ...aggregate };
}
