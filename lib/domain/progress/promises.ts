import {
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

/** What an edition of a project said of dates, from the day on which it holds. */
export type DatedSteps = {
  effectiveOn: Day;
  endsOn: PartialDate | null;
  milestones: Milestone[];
};

/** What became of something that was promised, as far as editions tell on a day. */
export type Outcome =
  /** `late` tells from when to when where it was done after its date. */
  | { kind: "done"; on: PartialDate | null; late: Move | null }
  | { kind: "dropped"; reason: string }
  /** What was reported after its date says that it was not done. */
  | { kind: "late"; reportedOn: Day }
  /** Its date has passed, and nothing was reported since; null where nothing ever was: a target that nothing answers. */
  | { kind: "silent"; reportedOn: Day | null }
  | { kind: "open" }
  /** The project that it is part of ended in another way. */
  | { kind: "closed"; closing: NonNullable<ProjectFields["closing"]> }
  /** What is said of a target of a plan. */
  | { kind: "result"; result: TargetResult; on: PartialDate | null }
  /** The latest value of the indicator that answers a target, and whether that is reached. */
  | { kind: "measured"; isReached: boolean; value: number; unit: string; on: PartialDate | null }
  /** No edition from this day on names it any more. */
  | { kind: "gone"; since: Day };

/** Something for which a date was named before it came. */
export type Promised = {
  id: string;
  of: "milestone" | "end" | "target";
  /** Of the milestone or the target; empty for the end of a project. */
  title: string;
  note: string;
  /** The date that was named last. */
  due: PartialDate;
  /** The dates that were named before that one, the first one first. */
  former: PartialDate[];
  /** From the date that was named first to the last one, where they differ. */
  move: Move | null;
  outcome: Outcome;
};

/** What of a project was done, or is to be done, without that a date had been named for it. */
export type Undated = { id: string; title: string; note: string; doneOn: PartialDate | null };

/**
 * What a project promised and by when: its milestones with a date, and its end, as far as is known on the day `today`.
 * `history` holds its editions, oldest first; the last one is `project` itself.
 */
export function promisesOf(
  recordId: string,
  project: Pick<ProjectFields, "milestones" | "endsOn" | "endedOn" | "stage" | "closing">,
  history: DatedSteps[],
  today: Day,
): Promised[] {
  const on = history.at(-1)?.effectiveOn;
  if (on === undefined) return [];
  const ended = datedEnd(project, on);
  const isClosed = project.closing !== null && project.closing !== "completed";
  const former = formerDates(
    history.map((edition) => edition.endsOn),
    project.endsOn,
  );
  return [
    ...project.milestones.flatMap((milestone) => ofMilestone(milestone, history, project, today)),
    ...goneOf(history, new Set(project.milestones.map((milestone) => milestone.id))),
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

/** The milestones of a project for which no date was ever named, those that are done first. No promise is among them. */
export function undatedOf({ milestones }: Pick<ProjectFields, "milestones">): Undated[] {
  return milestones
    .filter((milestone) => !isPromise(milestone) && milestone.droppedReason === "")
    .map(({ id, title, note, doneOn }) => ({ id, title, note, doneOn }))
    .toSorted((a, b) => (a.doneOn ?? "9").localeCompare(b.doneOn ?? "9"));
}

/** A project of the same city, which may answer targets of the plan. */
export type Answering = {
  fields: Pick<ProjectFields, "milestones" | "indicators">;
  edition: { effectiveOn: Day };
};

/**
 * What a plan promised by date, and what became of it: what is said of the target, or else what the indicator or the
 * milestone says that answers it; `today` is the day that is read.
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

/** The days after the dates of targets of which nothing is said: what the page of the city says of them changes then. */
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
  // A value of before its date does not say what became of it.
  if (measured?.on && lastDayOf(measured.on) >= lastDayOf(due)) return measured;
  return { kind: "silent", reportedOn: measured?.on ? lastDayOf(measured.on) : null };
}

type StatedOfMeasure = "unit" | "direction" | "baseline" | "baselineOn" | "value";

/** The indicator that answers a target, with what the target states in place of what the indicator does; null where none does. */
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

/** Whether the indicator that answers a target has reached it, by its latest value; null where none says so. */
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

/** What became of the milestone that answers a target, by the target's date or else its own; null where none does. */
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
    const dated = datedMilestone({ ...milestone, dueOn: due }, edition.effectiveOn);
    if (dated) return stateOf(dated, today);
    return milestone.doneOn === null ? null : { kind: "done", on: milestone.doneOn, late: null };
  }
  return null;
}

/** A promise with which project made it; null for the plan. */
export type PromiseOf<Project> = Promised & { project: Project | null };

/** What a city promised by date: the targets of its plan and what its projects name a date for, by when it was due. */
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

type ProjectOfCity = { id: string; fields: ProjectFields; edition: { effectiveOn: Day } };

/**
 * How many of these were kept, done late, not done by their date, not told of since, given up, and are still to come; the
 * six make up all of them.
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

/** Under which count a promise falls. */
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
      // Where a city withdrew or merged a project it said so; a report that leaves it out says nothing.
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

/** What is reached in part was not done by its date. */
const groupOfResult = {
  reached: "kept",
  partly_reached: "late",
  not_reached: "late",
  given_up: "givenUp",
} as const satisfies Record<TargetResult, Group>;

/** By the last day of the date that was named last. */
function byDate(a: Promised, b: Promised): number {
  return lastDayOf(a.due).localeCompare(lastDayOf(b.due));
}

/** The dates that were named before this one, each once, oldest first; a date and its month or year are one. */
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
  // A date that was taken back was named all the same.
  const due = stated ?? named.findLast((date) => date !== null) ?? null;
  const effectiveOn = history.at(-1)?.effectiveOn;
  if (due === null || effectiveOn === undefined) return [];
  const former = formerDates(named, due);
  const move = moveOf(former[0] ?? null, due);
  const isTakenBack = stated === null && milestone.doneOn === null;
  const outcome: Outcome = isTakenBack
    ? { kind: "gone", since: effectiveOn }
    : outcomeOfMilestone({ ...milestone, dueOn: due }, closing, effectiveOn, today);
  return [{ id, of: "milestone", title, note, due, former, move, outcome }];
}

function outcomeOfMilestone(
  milestone: Milestone,
  closing: ProjectFields["closing"],
  effectiveOn: Day,
  today: Day,
): Outcome {
  const dated = datedMilestone(milestone, effectiveOn);
  if (!dated) return { kind: "dropped", reason: milestone.droppedReason };
  if (!dated.isDone && closing && closing !== "completed") return { kind: "closed", closing };
  return stateOf(dated, today);
}

/** Milestones with a date that an edition named and a later one does not. */
function goneOf(history: DatedSteps[], kept: Set<string>): Promised[] {
  const last = new Map<string, { milestone: Milestone; at: number }>();
  history.forEach(({ milestones }, at) => {
    for (const milestone of milestones) last.set(milestone.id, { milestone, at });
  });
  return [...last.values()].flatMap(({ milestone, at }): Promised[] => {
    const { id, title, note } = milestone;
    const [edition, next] = [history[at], history[at + 1]];
    const dated = edition && datedMilestone(milestone, edition.effectiveOn);
    if (kept.has(id) || !dated || next === undefined) return [];
    const outcome: Outcome = dated.isDone
      ? stateOf(dated, next.effectiveOn)
      : { kind: "gone", since: next.effectiveOn };
    return [{ id, of: "milestone", title, note, due: dated.due, former: [], move: null, outcome }];
  });
}
