import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { type Move, slipOf } from "@/lib/domain/values/move";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

// The only rule for what became of something that had a date. Pages, lists, totals, open data, the office and reports
// use it. docs/progress.md has the rule and examples.

/** Something that should be done by a date. A year or a month means its last day. */
export type Dated = {
  due: PartialDate;
  /** True when it is done. `doneOn` is the day, when it is stated. */
  isDone: boolean;
  doneOn: PartialDate | null;
  /** The day of the last report about it. */
  reportedOn: PartialDate;
};

/** What became of it, as known on a day. */
export type DatedState =
  /** `late` is the move from the due date to the day on which it was done, when that is later. */
  | { kind: "done"; on: PartialDate | null; late: Move | null }
  /** Its date has passed, and a report after that date says that it is not done. */
  | { kind: "late"; reportedOn: Day }
  /** Its date has passed, and no report came after that date. */
  | { kind: "silent"; reportedOn: Day }
  | { kind: "open" };

/** Returns what became of something with a date, on a day: today, or the day as of which a page is read. */
export function stateOf({ due, isDone, doneOn, reportedOn }: Dated, today: Day): DatedState {
  if (isDone) return { kind: "done", on: doneOn, late: slipOf(due, doneOn) };
  const [end, reported] = [lastDayOf(due), lastDayOf(reportedOn)];
  if (end < reported) return { kind: "late", reportedOn: reported };
  return end < today ? { kind: "silent", reportedOn: reported } : { kind: "open" };
}

/**
 * Returns the first day after its date, from which it is silent unless a report comes. Null when it is done or when the
 * last report is later than its date.
 */
export function silentFrom(dated: Dated): Day | null {
  const end = lastDayOf(dated.due);
  if (dated.isDone || end < lastDayOf(dated.reportedOn)) return null;
  return dayAfter(end);
}

/** Returns the next day of the calendar. */
export function dayAfter(day: Day): Day {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

type Milestone = ProjectFields["milestones"][number];

/** Returns true when a date was ever named for it; otherwise it is no promise. */
export function isPromise({ dueOn, firstDueOn }: Pick<Milestone, "dueOn" | "firstDueOn">): boolean {
  return dueOn !== null || firstDueOn !== null;
}

/** The edition in which a date stands: the day from which it is valid, and its origin. */
export type DatedEdition = { effectiveOn: Day; origin: EditionOrigin };

/**
 * Returns a milestone as something with a date. Null when no date was ever named for it, or when it was dropped. A city
 * states all of its milestones with each edition, so the edition is the last report of them; a document reports some.
 */
export function datedMilestone(
  milestone: Pick<
    Milestone,
    "dueOn" | "firstDueOn" | "doneOn" | "droppedReason" | "lastReportedOn"
  >,
  { effectiveOn, origin }: DatedEdition,
): Dated | null {
  const { dueOn, firstDueOn, doneOn, droppedReason, lastReportedOn } = milestone;
  const due = dueOn ?? firstDueOn;
  if (due === null || droppedReason !== "") return null;
  const reportedOn = origin === "documents" ? (lastReportedOn ?? effectiveOn) : effectiveOn;
  return { due, isDone: doneOn !== null, doneOn, reportedOn };
}

/** Returns the planned end of a project as something with a date. Null when no end is stated. */
export function datedEnd(
  { endsOn, endedOn, stage, closing }: EndFields,
  { effectiveOn }: DatedEdition,
): Dated | null {
  if (endsOn === null) return null;
  const isDone = endedOn !== null || stage === "completed" || closing === "completed";
  return { due: endsOn, isDone, doneOn: endedOn, reportedOn: effectiveOn };
}

type EndFields = Pick<ProjectFields, "endsOn" | "endedOn" | "stage" | "closing">;

/** Returns the promises of a project that it did not give up: its milestones with a date, and its planned end. */
export function datedOf(
  project: EndFields & Pick<ProjectFields, "milestones">,
  edition: DatedEdition,
): Dated[] {
  return [
    ...project.milestones.map((milestone) => datedMilestone(milestone, edition)),
    datedEnd(project, edition),
  ].filter((dated) => dated !== null);
}
