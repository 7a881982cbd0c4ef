import type { PlanFields, TargetResult } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { type Move, moveOf } from "@/lib/domain/values/move";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

type Milestone = ProjectFields["milestones"][number];

/** What an edition of a project said of dates, from the day on which it holds. */
export type DatedSteps = {
  effectiveOn: Day;
  endsOn: PartialDate | null;
  milestones: Milestone[];
};

/** What became of something that was promised, as far as editions tell. */
export type Outcome =
  | { kind: "done"; on: PartialDate | null }
  | { kind: "dropped"; reason: string }
  /** Its date was past on the day for which the edition holds, and it was not done. */
  | { kind: "late" }
  | { kind: "open" }
  /** The project that it is part of ended in another way. */
  | { kind: "closed"; closing: NonNullable<ProjectFields["closing"]> }
  /** What a city says of a target of its plan. */
  | { kind: "result"; result: TargetResult; on: PartialDate | null }
  /** No edition from this day on names it any more. */
  | { kind: "gone"; since: Day }
  /** Its date is past, and nothing can say what became of it: the targets of a plan. */
  | { kind: "unsaid" };

/** Something that was to be done by a date. */
export type Promised = {
  id: string;
  of: "milestone" | "end" | "target";
  /** Of the milestone or the target; empty for the end of a project. */
  title: string;
  note: string;
  /** The date that the last edition names; null where it names none. */
  due: PartialDate | null;
  /** From the date that was named first to that one, where they differ. */
  move: Move | null;
  outcome: Outcome;
};

/**
 * What a project promised, by when it was or is due: its milestones, those without a date last, and its end. `history`
 * holds its editions, oldest first; the last one is `project` itself.
 */
export function promisesOf(
  recordId: string,
  project: Pick<ProjectFields, "milestones" | "endsOn" | "endedOn" | "stage" | "closing">,
  history: DatedSteps[],
): Promised[] {
  const on = history.at(-1)?.effectiveOn;
  if (on === undefined) return [];
  const kept = new Set(project.milestones.map((milestone) => milestone.id));
  const end = project.endsOn;
  return [
    ...project.milestones.map((milestone) => ofMilestone(milestone, history, project, on)),
    ...goneOf(history, kept),
    ...(end
      ? [
          {
            id: recordId,
            of: "end" as const,
            title: "",
            note: "",
            due: end,
            move: moveOf(history.find((edition) => edition.endsOn)?.endsOn ?? null, end),
            outcome: outcomeOfEnd(project, end, on),
          },
        ]
      : []),
  ].sort(byDate);
}

/** What a plan promised by date, and what its city says became of it; `on` is the day that is read. */
export function promisesOfPlan(targets: PlanFields["strategicTargets"], on: Day): Promised[] {
  return targets
    .flatMap(({ id, text, dueOn, result, resultOn, resultNote }): Promised[] =>
      dueOn === null
        ? []
        : [
            {
              id,
              of: "target",
              title: text,
              note: resultNote,
              due: dueOn,
              move: null,
              outcome: result
                ? { kind: "result", result, on: resultOn }
                : { kind: lastDayOf(dueOn) < on ? "unsaid" : "open" },
            },
          ],
    )
    .sort(byDate);
}

/** A promise with the day for which it is known what became of it, and which project made it; null for the plan. */
export type PromiseOf<Project> = Promised & { on: Day; project: Project | null };

/** What a city promised by date: the targets of its plan and what its projects name a date for, by when it was due. */
export function promisesOfCity<Project extends ProjectOfCity>(
  targets: PlanFields["strategicTargets"],
  projects: Project[],
  histories: Record<string, DatedSteps[]>,
  on: Day,
): PromiseOf<Project>[] {
  return [
    ...promisesOfPlan(targets, on).map((promise) => ({ ...promise, on, project: null })),
    ...projects.flatMap((project) =>
      promisesOf(project.id, project.fields, histories[project.id] ?? [])
        .filter((promise) => dayOf(promise) !== null)
        .map((promise) => ({ ...promise, on: project.edition.effectiveOn, project })),
    ),
  ].sort(byDate);
}

type ProjectOfCity = { id: string; fields: ProjectFields; edition: { effectiveOn: Day } };

/** How many of these are done, late, given up, not told of any more, and still to come; the five make up all of them. */
export function countOutcomes(promises: Promised[]) {
  const counts = { total: promises.length, done: 0, late: 0, unsaid: 0, givenUp: 0, open: 0 };
  for (const { outcome } of promises) {
    counts[outcome.kind === "result" ? groupOfResult[outcome.result] : groups[outcome.kind]] += 1;
  }
  return counts;
}

const groups = {
  done: "done",
  late: "late",
  open: "open",
  unsaid: "unsaid",
  gone: "unsaid",
  dropped: "givenUp",
  closed: "givenUp",
} as const satisfies Record<Exclude<Outcome["kind"], "result">, string>;

/** What is reached in part was not done by its date. */
const groupOfResult = {
  reached: "done",
  partly_reached: "late",
  not_reached: "late",
  given_up: "givenUp",
} as const satisfies Record<TargetResult, string>;

/** By the last day of the date that is named; what was done without one by when that was, what has neither last. */
function byDate(a: Promised, b: Promised): number {
  return (dayOf(a) ?? "9").localeCompare(dayOf(b) ?? "9");
}

/** The day by which something was to be done, or on which it was where no such day was named; null without either. */
export function dayOf({ due, outcome }: Pick<Promised, "due" | "outcome">): Day | null {
  const date = due ?? (outcome.kind === "done" ? outcome.on : null);
  return date && lastDayOf(date);
}

function ofMilestone(
  milestone: Milestone,
  history: DatedSteps[],
  { closing }: Pick<ProjectFields, "closing">,
  on: Day,
): Promised {
  const { id, title, note, dueOn } = milestone;
  const named = history.map((edition) => edition.milestones.find((each) => each.id === id));
  const first = named.find((each) => each?.dueOn)?.dueOn ?? null;
  return {
    id,
    of: "milestone",
    title,
    note,
    due: dueOn,
    move: moveOf(first, dueOn),
    outcome: outcomeOfMilestone(milestone, closing, on),
  };
}

function outcomeOfMilestone(
  { dueOn, doneOn, droppedReason }: Milestone,
  closing: ProjectFields["closing"],
  on: Day,
): Outcome {
  if (doneOn) return { kind: "done", on: doneOn };
  if (droppedReason) return { kind: "dropped", reason: droppedReason };
  if (closing && closing !== "completed") return { kind: "closed", closing };
  return { kind: dueOn && lastDayOf(dueOn) < on ? "late" : "open" };
}

function outcomeOfEnd(
  { endedOn, stage, closing }: Pick<ProjectFields, "endedOn" | "stage" | "closing">,
  endsOn: PartialDate,
  on: Day,
): Outcome {
  if (closing && closing !== "completed") return { kind: "closed", closing };
  if (endedOn || stage === "completed" || closing === "completed")
    return { kind: "done", on: endedOn };
  return { kind: lastDayOf(endsOn) < on ? "late" : "open" };
}

/** Milestones with a date that an edition named and a later one does not. */
function goneOf(history: DatedSteps[], kept: Set<string>): Promised[] {
  const last = new Map<string, { milestone: Milestone; at: number }>();
  history.forEach(({ milestones }, at) => {
    for (const milestone of milestones) last.set(milestone.id, { milestone, at });
  });
  return [...last.values()].flatMap(({ milestone, at }) => {
    const { id, title, note, dueOn, doneOn } = milestone;
    const since = history[at + 1]?.effectiveOn;
    if (kept.has(id) || since === undefined || (dueOn === null && doneOn === null)) return [];
    const outcome: Outcome = doneOn ? { kind: "done", on: doneOn } : { kind: "gone", since };
    return [{ id, of: "milestone" as const, title, note, due: dueOn, move: null, outcome }];
  });
}
