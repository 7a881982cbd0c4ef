import { type DatedEdition, datedOf, silentFrom, stateOf } from "@/lib/domain/progress/dated";
import { isListed, type ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";

/**
 * The reasons for which a project counts as late: its city declares it late or paused; a promise was not done by its
 * date (`missed`); a date passed and nothing was reported since (`silent`).
 */
export const lateReasons = ["late", "paused", "missed", "silent"] as const;
export type LateReason = (typeof lateReasons)[number];

type LateFields = Pick<
  ProjectFields,
  "schedule" | "stage" | "endsOn" | "endedOn" | "closing" | "milestones"
>;

/**
 * Returns every reason for which a project is late on a day, from its edition. It uses the same dates that the page of
 * the city shows as not done or not reported (dated.ts). A project that is no longer listed is not late.
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
 * Returns the days from which a date of the project has passed without a report, unless a later edition comes before,
 * each once and in order. From the first one on `silent` is among the reasons. The project's page changes on each of
 * them.
 */
export function silentDaysOf(project: LateFields, edition: DatedEdition): Day[] {
  if (!isListed(project)) return [];
  const days = datedOf(project, edition).flatMap((dated) => silentFrom(dated) ?? []);
  return [...new Set(days)].toSorted();
}
