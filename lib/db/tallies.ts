import "server-only";
import type { Tx } from "@/lib/db/client";
import type { Stage } from "@/lib/domain/project";
import { tallyOf } from "@/lib/domain/tally";

/**
 * Makes the tallies of one city anew from its spans: one row for each day on which something changed.
 * Takes the city's lock first, because two records of one city may be published at once.
 * Grows with the city's editions, never with the network's.
 */
export async function rebuildTallies(tx: Tx, cityId: string): Promise<void> {
  await tx.$queryRaw`select 1 from "City" where id = ${cityId}::uuid for update`;
  const spans = await tx.editionSpan.findMany({
    where: { cityId, kind: "project" },
    select: {
      fromDay: true,
      untilDay: true,
      isListed: true,
      stage: true,
      leadFocusArea: true,
      outcomes: true,
    },
  });
  const days = [...new Set(spans.map((span) => span.fromDay.getTime()))].sort((a, b) => a - b);
  await tx.cityTally.deleteMany({ where: { cityId } });
  await tx.cityTally.createMany({
    data: days.map((at) => {
      const holding = spans.filter(
        (span) =>
          span.fromDay.getTime() <= at && (span.untilDay === null || span.untilDay.getTime() > at),
      );
      // `stage` is written from validated content only (spans.ts).
      const tally = tallyOf(holding.map((span) => ({ ...span, stage: span.stage as Stage })));
      return {
        cityId,
        fromDay: new Date(at),
        total: tally.total,
        planning: tally.byStage.planning,
        ongoing: tally.byStage.ongoing,
        completed: tally.byStage.completed,
        notStated: tally.byStage.not_stated,
        byFocusArea: tally.byFocusArea,
        byOutcome: tally.byOutcome,
      };
    }),
  });
}
