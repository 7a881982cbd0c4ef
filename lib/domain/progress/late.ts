import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { isBefore, lastDayOf } from "@/lib/domain/values/partial-date";

/** Why a project counts as late: its city declares it late or paused, or its planned end has passed. */
export const lateReasons = ["late", "paused", "passed_end"] as const;
export type LateReason = (typeof lateReasons)[number];

/**
 * Every reason for which the edition of a project says that it is late. A planned end has passed where all of its year,
 * month or day lay before the day the edition holds for, and the project was neither completed nor closed then: of a
 * later day the edition says nothing. Rule and example: docs/progress.md.
 */
export function lateReasonsOf(
  {
    schedule,
    stage,
    endsOn,
    closing,
  }: Pick<ProjectFields, "schedule" | "stage" | "endsOn" | "closing">,
  effectiveOn: Day,
): LateReason[] {
  const isOpen = stage !== "completed" && closing === null;
  const hasPassedEnd = isOpen && endsOn !== null && isBefore(lastDayOf(endsOn), effectiveOn);
  return [
    ...(schedule === "late" || schedule === "paused" ? [schedule] : []),
    ...(hasPassedEnd ? (["passed_end"] as const) : []),
  ];
}
