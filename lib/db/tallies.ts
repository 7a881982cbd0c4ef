import "server-only";
import type { Tx } from "@/lib/db/client";
import type { LateReason } from "@/lib/domain/progress/late";
import {
  addTallies,
  type Counted,
  type Measures,
  type Tally,
  type TallyKind,
  tallyOf,
  tallyOfOutcome,
} from "@/lib/domain/progress/tally";
import type { Stage } from "@/lib/domain/record/project";
import { isSame } from "@/lib/domain/values/same";

/**
 * Makes the tallies of one city anew from its spans: of all its projects, of those that lead with each focus area and
 * of those that state each outcome, a row for each day on which one of these changed.
 * Takes the city's lock first, because two records of one city may be published at once.
 * Grows with the city's editions, never with the network's.
 */
export async function rebuildTallies(tx: Tx, cityId: string): Promise<void> {
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
      measures: true,
    },
  });
  const projects = periods.map((period) => ({ ...period, ...countedOf(period) }));
  const days = [...new Set(periods.map((period) => period.fromDay.getTime()))].sort((a, b) => a - b);
  const last = new Map<string, Tally>();
  const rows = days.flatMap((at) => {
    const effective = projects.filter(
      (period) =>
        period.fromDay.getTime() <= at && (period.untilDay === null || period.untilDay.getTime() > at),
    );
    const counted = talliesOf(effective);
    // What a day no longer has is nothing from that day on.
    const gone = [...last.keys()].filter((key) => !counted.has(key));
    const all = [...counted, ...gone.map((key) => [key, nothing] as const)];
    const changed = all.filter(([key, tally]) => !isSame(last.get(key) ?? nothing, tally));
    for (const [key, tally] of changed) last.set(key, tally);
    return changed.map(([key, tally]) => toRow(cityId, new Date(at), key, tally));
  });
  await tx.cityTally.deleteMany({ where: { cityId } });
  await tx.cityTally.createMany({ data: rows });
}

const nothing = addTallies([]);

/** Written from validated content only (spans.ts). */
function countedOf(period: { stage: string; lateReasons: string[]; measures: unknown }) {
  return {
    stage: period.stage as Stage,
    lateReasons: period.lateReasons as LateReason[],
    measures: period.measures as Measures,
  };
}

/** The tallies of these projects by kind and term, "outcome competitive-economy"; of a city alone, "city ". */
function talliesOf(projects: Counted[]): Map<string, Tally> {
  const tallies = new Map([[keyOf("city", ""), tallyOf(projects)]]);
  for (const area of new Set(projects.flatMap((each) => each.leadFocusArea ?? []))) {
    const own = projects.filter((each) => each.leadFocusArea === area);
    tallies.set(keyOf("focus_area", area), tallyOf(own));
  }
  for (const outcome of new Set(projects.flatMap((each) => each.outcomes))) {
    tallies.set(keyOf("outcome", outcome), tallyOfOutcome(projects, outcome));
  }
  return tallies;
}

function keyOf(kind: TallyKind, term: string) {
  return `${kind} ${term}`;
}

function toRow(cityId: string, fromDay: Date, key: string, { byStage, ...tally }: Tally) {
  const [kind = "", term = ""] = key.split(" ");
  const { not_stated: notStated, ...stages } = byStage;
  // A key is made by `keyOf` only.
  return { cityId, fromDay, kind: kind as TallyKind, term, ...stages, notStated, ...tally };
}
