import {
  type DatedEdition,
  datedEnd,
  datedMilestone,
  dayAfter,
  isPromise,
  stateOf,
} from "@/lib/domain/progress/dated";
import { type Measure, reachedOf } from "@/lib/domain/progress/progress";
import type { PlanFields, TargetResult } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { type Move, moveOf } from "@/lib/domain/values/move";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

type Milestone = ProjectFields["milestones"][number];
type Indicator = ProjectFields["indicators"][number];
type Target = PlanFields["strategicTargets"][number];

/** The dates that an edition of a project states, with the day from which it is valid. */
export type DatedSteps = DatedEdition & {
  endsOn: PartialDate | null;
  milestones: Milestone[];
};

/** What became of a promise, as editions report it on a day. */
export type Outcome =
  /** `late` is the move from the due date to the day on which it was done, when that is later. */
  | { kind: "done"; on: PartialDate | null; late: Move | null }
  | { kind: "dropped"; reason: string }
  /** A report after its date says that it was not done. */
  | { kind: "late"; reportedOn: Day }
  /**
   * Its date has passed, and nothing was reported since. Null when nothing was ever reported: no result, indicator or
   * milestone answers the target.
   */
  | { kind: "silent"; reportedOn: Day | null }
  | { kind: "open" }
  /** Its project was closed in another way than completed. */
  | { kind: "closed"; closing: NonNullable<ProjectFields["closing"]> }
  /** The stated result of a target of a plan. */
  | { kind: "result"; result: TargetResult; on: PartialDate | null }
  /** The latest value of the indicator that answers a target, and whether it has reached the target. */
  | { kind: "measured"; isReached: boolean; value: number; unit: string; on: PartialDate | null }
  /** No edition from this day on names it. */
  | { kind: "gone"; since: Day };

/** Something for which a date was named before that date came. */
export type Promised = {
  id: string;
  of: "milestone" | "end" | "target";
  /** The title of the milestone or the target; empty for the end of a project. */
  title: string;
  note: string;
  /** The date that was named last. */
  due: PartialDate;
  /** The dates that were named before, the first one first. */
  former: PartialDate[];
  /** The move from the first date to the last one; null when they are the same. */
  move: Move | null;
  outcome: Outcome;
};

/** Something that a project did or will do, without a date that was named before. */
export type Undated = { id: string; title: string; note: string; doneOn: PartialDate | null };

/**
 * Returns the promises of a project as known on the day `today`: its milestones with a date, and its end. `history` has
 * its editions, oldest first; the last one is `project` itself.
 */
export function promisesOf(
  recordId: string,
  project: Pick<ProjectFields, "milestones" | "endsOn" | "endedOn" | "stage" | "closing">,
  history: DatedSteps[],
  today: Day,
): Promised[] {
  const edition = history.at(-1);
  if (edition === undefined) return [];
  const ended = datedEnd(project, edition);
  const isClosed = project.closing !== null && project.closing !== "completed";
  const former = formerDates(
    history.map((edition) => edition.endsOn),
    project.endsOn,
  );
  return [
    ...project.milestones.flatMap((milestone) => ofMilestone(milestone, history, project, today)),
    ...promisesOfRemovedMilestones(
      history,
      new Set(project.milestones.map((milestone) => milestone.id)),
    ),
    ...(ended
      ? [
          {
            id: recordId,
            of: "end" as const,
            title: "",
            note: "",
            due: ended.due,
            former,
            move: moveOf(former[0] ?? null, ended.due),
            outcome:
              isClosed && project.closing
                ? { kind: "closed" as const, closing: project.closing }
                : stateOf(ended, today),
          },
        ]
      : []),
  ].sort(byDate);
}

/** Returns the milestones of a project for which no date was ever named, done ones first. They are no promises. */
export function undatedOf({ milestones }: Pick<ProjectFields, "milestones">): Undated[] {
  return milestones
    .filter((milestone) => !isPromise(milestone) && milestone.droppedReason === "")
    .map(({ id, title, note, doneOn }) => ({ id, title, note, doneOn }))
    .toSorted((a, b) => (a.doneOn ?? "9").localeCompare(b.doneOn ?? "9"));
}

/** A project of the same city, which may answer targets of the plan. */
export type Answering = {
  fields: Pick<ProjectFields, "milestones" | "indicators">;
  edition: DatedEdition;
};

/**
 * Returns the promises of a plan and what became of them: the stated result of a target, or else the state of the
 * indicator or the milestone that answers it. `today` is the day as of which the page is read.
 */
export function promisesOfPlan(
  targets: PlanFields["strategicTargets"],
  projects: Answering[],
  today: Day,
): Promised[] {
  return targets
    .flatMap((target): Promised[] =>
      target.dueOn === null
        ? []
        : [
            {
              id: target.id,
              of: "target",
              title: target.text,
              note: target.resultNote,
              due: target.dueOn,
              former: [],
              move: null,
              outcome: outcomeOfTarget(target, projects, today),
            },
          ],
    )
    .sort(byDate);
}

/** Returns the days after the dates of targets without a result: on these days the page of the city changes. */
export function silentDaysOfPlan(targets: PlanFields["strategicTargets"]): Day[] {
  const days = targets.flatMap(({ dueOn, result }) =>
    dueOn && !result ? dayAfter(lastDayOf(dueOn)) : [],
  );
  return [...new Set(days)].toSorted();
}

/** What of a target decides what became of it. */
export type Answered = Pick<
  Target,
  "result" | "resultOn" | "indicator" | "milestone" | "dueOn" | StatedOfMeasure
>;

/**
 * What became of a target, by its date where it has one: what is said of it, or else what the indicator or the milestone
 * says that answers it.
 */
export function outcomeOfTarget(target: Answered, projects: Answering[], today: Day): Outcome {
  if (target.result) return { kind: "result", result: target.result, on: target.resultOn };
  const { dueOn: due } = target;
  const measured = measuredFor(target, projects);
  if (measured?.isReached) return measured;
  const milestone = milestoneFor(target, projects, today);
  if (milestone && milestone.kind !== "open") return milestone;
  if (due === null || lastDayOf(due) >= today) return { kind: "open" };
  // A value from before its date does not answer the target.
  if (measured?.on && lastDayOf(measured.on) >= lastDayOf(due)) return measured;
  return { kind: "silent", reportedOn: measured?.on ? lastDayOf(measured.on) : null };
}

type StatedOfMeasure = "unit" | "direction" | "baseline" | "baselineOn" | "value";

/**
 * Returns the indicator that answers a target, with what the target states in place of what the indicator does. Null
 * when no indicator answers it.
 */
export function measureOfTarget(
  target: Pick<Target, "indicator" | "dueOn" | StatedOfMeasure>,
  projects: Answering[],
): (Measure & { unit: string }) | null {
  const indicator = projects
    .flatMap(({ fields }): Indicator[] => fields.indicators)
    .find(({ id }) => id === target.indicator);
  if (!indicator) return null;
  const start = target.baseline === null ? indicator : target;
  return {
    unit: indicator.unit || target.unit,
    direction: target.direction ?? indicator.direction,
    baseline: start.baseline,
    baselineOn: start.baselineOn,
    target: target.value ?? indicator.target,
    targetOn: target.dueOn ?? indicator.targetOn,
    readings: indicator.readings,
  };
}

/**
 * Returns whether the indicator that answers a target has reached it, by its latest value. Null when there is no such
 * value.
 */
function measuredFor(
  target: Answered,
  projects: Answering[],
): Extract<Outcome, { kind: "measured" }> | null {
  const measure = measureOfTarget(target, projects);
  const reached = measure && reachedOf(measure);
  if (!reached) return null;
  const { isReached, latest } = reached;
  return { kind: "measured", isReached, value: latest.value, unit: measure.unit, on: latest.on };
}

/**
 * Returns what became of the milestone that answers a target, by the target's date or else its own. Null when no
 * milestone answers it.
 */
function milestoneFor(
  { milestone: id, dueOn }: Answered,
  projects: Answering[],
  today: Day,
): Outcome | null {
  for (const { fields, edition } of projects) {
    const milestone = fields.milestones.find((each) => each.id === id);
    if (!milestone) continue;
    if (milestone.droppedReason) return { kind: "dropped", reason: milestone.droppedReason };
    const due = dueOn ?? milestone.dueOn;
    const dated = datedMilestone({ ...milestone, dueOn: due }, edition);
    if (dated) return stateOf(dated, today);
    return milestone.doneOn === null ? null : { kind: "done", on: milestone.doneOn, late: null };
  }
  return null;
}

/** A promise with the project that made it; null for the plan. */
export type PromiseOf<Project> = Promised & { project: Project | null };

/**
 * Returns the promises of a city: the targets of its plan and the promises of its projects, in the order of their due
 * dates.
 */
export function promisesOfCity<Project extends ProjectOfCity>(
  targets: PlanFields["strategicTargets"],
  projects: Project[],
  histories: Record<string, DatedSteps[]>,
  today: Day,
): PromiseOf<Project>[] {
  return [
    ...promisesOfPlan(targets, projects, today).map((promise) => ({ ...promise, project: null })),
    ...projects.flatMap((project) =>
      promisesOf(project.id, project.fields, histories[project.id] ?? [], today).map((promise) => ({
        ...promise,
        project,
      })),
    ),
  ].sort(byDate);
}

type ProjectOfCity = { id: string; fields: ProjectFields; edition: DatedEdition };

/**
 * Counts the promises that were kept, done late, not done, silent, given up, and still to come. Every promise is in
 * exactly one of the six.
 */
export function countOutcomes(promises: Promised[]) {
  const counts = {
    total: promises.length,
    kept: 0,
    doneLate: 0,
    late: 0,
    silent: 0,
    givenUp: 0,
    open: 0,
  };
  for (const promise of promises) counts[groupOf(promise)] += 1;
  return counts;
}

type Group = Exclude<keyof ReturnType<typeof countOutcomes>, "total">;

/** Returns the group in which a promise is counted. */
export function groupOf({
  due,
  outcome,
}: {
  /** Null where no date was named. */
  due: PartialDate | null;
  outcome: Outcome;
}): Group {
  switch (outcome.kind) {
    case "done":
      return outcome.late === null ? "kept" : "doneLate";
    case "result":
      return outcome.result === "reached" && isAfter(outcome.on, due)
        ? "doneLate"
        : groupOfResult[outcome.result];
    case "measured":
      if (!outcome.isReached) return "late";
      return isAfter(outcome.on, due) ? "doneLate" : "kept";
    case "closed":
      // A city that withdraws or merges a project says so; a report that leaves it out gives no reason.
      return outcome.closing === "no_longer_listed" ? "silent" : "givenUp";
    case "dropped":
      return "givenUp";
    case "gone":
      return "silent";
    default:
      return outcome.kind;
  }
}

function isAfter(on: PartialDate | null, due: PartialDate | null) {
  return on !== null && due !== null && lastDayOf(on) > lastDayOf(due);
}

/** A target that was reached in part counts as not done by its date. */
const groupOfResult = {
  reached: "kept",
  partly_reached: "late",
  not_reached: "late",
  given_up: "givenUp",
} as const satisfies Record<TargetResult, Group>;

/** Compares promises by the last day of the date that was named last. */
function byDate(a: Promised, b: Promised): number {
  return lastDayOf(a.due).localeCompare(lastDayOf(b.due));
}

/**
 * Returns the dates that were named before this one, each once, oldest first. A date and its month or year count as the
 * same.
 */
function formerDates(named: (PartialDate | null)[], due: PartialDate | null): PartialDate[] {
  const former: PartialDate[] = [];
  for (const date of named) {
    if (date === null || due === null || moveOf(date, due) === null) continue;
    const last = former.at(-1);
    if (last === undefined || moveOf(last, date) !== null) former.push(date);
  }
  return former;
}

function ofMilestone(
  milestone: Milestone,
  history: DatedSteps[],
  { closing }: Pick<ProjectFields, "closing">,
  today: Day,
): Promised[] {
  const { id, title, note } = milestone;
  const editions = history.flatMap((edition) => {
    const found = edition.milestones.find((each) => each.id === id);
    return found ? [found] : [];
  });
  const named = [milestone.firstDueOn, ...editions.map((each) => each.dueOn)];
  const stated = milestone.dueOn ?? milestone.firstDueOn;
  // A date that was removed later was still named.
  const due = stated ?? named.findLast((date) => date !== null) ?? null;
  const edition = history.at(-1);
  if (due === null || edition === undefined) return [];
  const former = formerDates(named, due);
  const move = moveOf(former[0] ?? null, due);
  const isReverted = stated === null && milestone.doneOn === null;
  const outcome: Outcome = isReverted
    ? { kind: "gone", since: edition.effectiveOn }
    : outcomeOfMilestone({ ...milestone, dueOn: due }, closing, edition, today);
  return [{ id, of: "milestone", title, note, due, former, move, outcome }];
}

function outcomeOfMilestone(
  milestone: Milestone,
  closing: ProjectFields["closing"],
  edition: DatedEdition,
  today: Day,
): Outcome {
  const dated = datedMilestone(milestone, edition);
  if (!dated) return { kind: "dropped", reason: milestone.droppedReason };
  if (!dated.isDone && closing && closing !== "completed") return { kind: "closed", closing };
  return stateOf(dated, today);
}

/** Returns the promises of milestones with a date that an edition named and a later one does not. */
function promisesOfRemovedMilestones(history: DatedSteps[], kept: Set<string>): Promised[] {
  const last = new Map<string, { milestone: Milestone; at: number }>();
  history.forEach(({ milestones }, at) => {
    for (const milestone of milestones) last.set(milestone.id, { milestone, at });
  });
  return [...last.values()].flatMap(({ milestone, at }): Promised[] => {
    const { id, title, note } = milestone;
    const [edition, next] = [history[at], history[at + 1]];
    const dated = edition && datedMilestone(milestone, edition);
    if (kept.has(id) || !dated || next === undefined) return [];
    const outcome: Outcome = dated.isDone
      ? stateOf(dated, next.effectiveOn)
      : { kind: "gone", since: next.effectiveOn };
    return [{ id, of: "milestone", title, note, due: dated.due, former: [], move: null, outcome }];
  });
}
