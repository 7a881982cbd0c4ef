import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { type Move, slipOf } from "@/lib/domain/values/move";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

// The one rule of what became of something that was to be done by a date. Pages, lists, totals, open data, the office
// and reports all ask it. Rule and examples: docs/progress.md.

/** Something that was to be done by a date. A year or a month stands for its last day. */
export type Dated = {
  due: PartialDate;
  /** Whether it is done, and when, as far as that is said. */
  isDone: boolean;
  doneOn: PartialDate | null;
  /** The day of what was last said of it. */
  reportedOn: PartialDate;
};

/** What became of it, as far as is known on a day. */
export type DatedState =
  /** `late` tells from when to when where it was done after its date. */
  | { kind: "done"; on: PartialDate | null; late: Move | null }
  /** Its date has passed, and what was said after that says that it is not done. */
  | { kind: "late"; reportedOn: Day }
  /** Its date has passed, and nothing was said of it since. */
  | { kind: "silent"; reportedOn: Day }
  | { kind: "open" };

/** What became of something dated, on a day: that of the reader, or the one that is read as of. */
export function stateOf({ due, isDone, doneOn, reportedOn }: Dated, today: Day): DatedState {
  if (isDone) return { kind: "done", on: doneOn, late: slipOf(due, doneOn) };
  const [end, reported] = [lastDayOf(due), lastDayOf(reportedOn)];
  if (end < reported) return { kind: "late", reportedOn: reported };
  return end < today ? { kind: "silent", reportedOn: reported } : { kind: "open" };
}

/**
 * The first day on which nothing will have been said of it since its date passed; null where it is done, or what was said
 * of it is younger than its date.
 */
export function silentFrom(dated: Dated): Day | null {
  const end = lastDayOf(dated.due);
  if (dated.isDone || end < lastDayOf(dated.reportedOn)) return null;
  return dayAfter(end);
}

/** The next day of the calendar. */
export function dayAfter(day: Day): Day {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

type Milestone = ProjectFields["milestones"][number];

/** Whether a date was named for it: only then it is a promise. */
export function isPromise({ dueOn, firstDueOn }: Pick<Milestone, "dueOn" | "firstDueOn">): boolean {
  return dueOn !== null || firstDueOn !== null;
}

/** The edition that a date stands in: the day from which it is valid, and whose words it holds. */
export type DatedEdition = { effectiveOn: Day; origin: EditionOrigin };

/**
 * Returns a milestone as something dated; null where no date was ever named for it, or it was given up. A city states
 * all of its milestones with each edition, so the edition itself is the last report of them; a document reports some.
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

/** The planned end of a project as something dated; null where none is stated. */
export function datedEnd(
  { endsOn, endedOn, stage, closing }: EndFields,
  { effectiveOn }: DatedEdition,
): Dated | null {
  if (endsOn === null) return null;
  const isDone = endedOn !== null || stage === "completed" || closing === "completed";
  return { due: endsOn, isDone, doneOn: endedOn, reportedOn: effectiveOn };
}

type EndFields = Pick<ProjectFields, "endsOn" | "endedOn" | "stage" | "closing">;

/** What a project promised by date and did not give up: its milestones with a date, and its planned end. */
export function datedOf(
  project: EndFields & Pick<ProjectFields, "milestones">,
  edition: DatedEdition,
): Dated[] {
  return [
    ...project.milestones.map((milestone) => datedMilestone(milestone, edition)),
    datedEnd(project, edition),
  ].filter((dated) => dated !== null);
}
