import { datedEnd, datedMilestone, stateOf } from "@/lib/domain/progress/dated";
import { type FrozenProject, listedProjects } from "@/lib/domain/report/report";
import type { Day } from "@/lib/domain/values/day";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

/** What became of a date that has passed without the work being done: said to be not done, or not reported. */
export const lateStates = ["late", "silent"] as const;
type LateState = (typeof lateStates)[number];

/** A date of a project that has passed. `title` is that of the milestone; null for the planned end of the project. */
export type LateDate = {
  project: FrozenProject;
  title: string | null;
  due: PartialDate;
  state: LateState;
};

/**
 * Returns the dates of the listed projects among these that have passed on the day of a report without the work being
 * done, the earliest first, by the rule of lib/domain/progress/dated.ts.
 */
export function lateDatesOf(projects: FrozenProject[], asOf: Day): LateDate[] {
  return listedProjects(projects)
    .flatMap((project) => {
      const { fields } = project;
      const named = [
        ...fields.milestones.map((milestone) => ({
          title: milestone.title,
          dated: datedMilestone(milestone, project),
        })),
        { title: null, dated: datedEnd(fields, project) },
      ];
      return named.flatMap(({ title, dated }) => {
        const state = dated && stateOf(dated, asOf).kind;
        return dated && (state === "late" || state === "silent")
          ? [{ project, title, due: dated.due, state }]
          : [];
      });
    })
    .toSorted((a, b) => lastDayOf(a.due).localeCompare(lastDayOf(b.due)));
}
