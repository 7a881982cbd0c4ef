import { type DatedEdition, datedOf, silentFrom, stateOf } from "@/lib/domain/progress/dated";
import { isListed, type ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";

/**
 * Why a project counts as late: its city declares it late or paused; something promised for a date was not done by then
 * (`missed`); a date has passed and nothing was reported since (`silent`).
 */
export const lateReasons = ["late", "paused", "missed", "silent"] as const;
export type LateReason = (typeof lateReasons)[number];

type LateFields = Pick<
  ProjectFields,
  "schedule" | "stage" | "endsOn" | "endedOn" | "closing" | "milestones"
>;

/**
 * Every reason for which a project is late on a day, by its edition: the same dates that the pages of its city show as not
 * done or not reported (dated.ts). A project that is no longer listed is not late.
 */
export function lateReasonsOf(
  project: LateFields,
  edition: DatedEdition,
  today: Day = edition.effectiveOn,
): LateReason[] {
  const { schedule } = project;
  const declared = schedule === "late" || schedule === "paused" ? [schedule] : [];
  if (!isListed(project)) return declared;
  const states = datedOf(project, edition).map((dated) => stateOf(dated, today).kind);
  return [
    ...declared,
    ...(states.includes("late") ? (["missed"] as const) : []),
    ...(states.includes("silent") ? (["silent"] as const) : []),
  ];
}

/**
 * The days on which a date of the project will have passed with nothing reported since, unless a later edition comes
 * before, each once and the first one first. From the first one on `silent` is among the reasons; what its pages say
 * changes on each.
 */
export function silentDaysOf(project: LateFields, edition: DatedEdition): Day[] {
  if (!isListed(project)) return [];
  const days = datedOf(project, edition).flatMap((dated) => silentFrom(dated) ?? []);
  return [...new Set(days)].toSorted();
}
