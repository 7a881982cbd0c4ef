import { dayAfter } from "@/lib/domain/progress/dated";
import {
  type Attainment,
  attainmentOf,
  type Course,
  courseOf,
  latestReading,
  type Measure,
  type Measured,
  reachedOf,
  standingOf,
} from "@/lib/domain/progress/progress";
import {
  type Answering,
  groupOf,
  measureOfTarget,
  type Outcome,
  outcomeOfTarget,
} from "@/lib/domain/progress/promises";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

// What cities aim at, and where it stands on a day: the targets of plans and the indicators of projects, by one rule.
// Rule and examples: docs/progress.md.

type Target = PlanFields["strategicTargets"][number];
type Indicator = ProjectFields["indicators"][number];

/** Where something that was aimed at stands, in the order in which pages name it. */
export const aimStates = [
  "reached",
  "on_course",
  "behind",
  "missed",
  "silent",
  "given_up",
  "not_said",
] as const;
export type AimState = (typeof aimStates)[number];

/** What is missing to say whether something is on track. */
type Gap =
  | { of: "attainment"; why: Extract<Attainment, { why: string }>["why"] }
  | { of: "course"; why: Exclude<Extract<Course, { why: string }>["why"], "no_attainment"> };

/** Something that a city aims at: a target of its plan, or an indicator of a project. */
export type Aim = {
  id: string;
  of: "target" | "indicator";
  text: string;
  unit: string;
  baseline: number | null;
  baselineOn: PartialDate | null;
  /** The value that is aimed at. */
  value: number | null;
  dueOn: PartialDate | null;
  latest: Measured | null;
  /** What became of it, and where a stated result is read. */
  outcome: Outcome;
  resultSource: string;
  state: AimState;
  /** The day of what was reported last, of what is silent; null while nothing ever was. */
  silentSince: Day | null;
  /** What is missing where there is not enough data yet. */
  gap: Gap | null;
  /** Whether any edition has reported of it: a value, a milestone with a result, or a stated result. */
  isReported: boolean;
  /** The indicator that answers a target. */
  answeredBy: string | null;
};

/** A target of a plan with where it stands on a day. `projects` are those of the same city. */
export function aimOfTarget(target: Target, projects: Answering[], today: Day): Aim {
  const answer = measureOfTarget(target, projects);
  // Where the plan names no date, the one of the indicator counts.
  const dueOn = target.dueOn ?? answer?.targetOn ?? null;
  const measure = answer ?? {
    unit: target.unit,
    direction: target.direction ?? "increase",
    baseline: target.baseline,
    baselineOn: target.baselineOn,
    target: target.value,
    targetOn: dueOn,
    readings: [],
  };
  return {
    id: target.id,
    of: "target",
    text: target.text,
    resultSource: target.resultSource,
    answeredBy: answer && target.indicator,
    ...standOn(measure, outcomeOfTarget({ ...target, dueOn }, projects, today)),
  };
}

/**
 * An indicator of a project with where it stands on a day. What a project that is no longer pursued did not reach is
 * closed with it.
 */
export function aimOfIndicator(
  indicator: Indicator,
  project: Answering & { fields: Pick<ProjectFields, "closing"> },
  today: Day,
): Aim {
  const { closing } = project.fields;
  const measured = outcomeOfTarget(toTarget(indicator), [project], today);
  const isOpen = stateOf(measured, indicator) !== "reached";
  return {
    id: indicator.id,
    of: "indicator",
    text: indicator.name,
    resultSource: "",
    answeredBy: null,
    ...standOn(
      indicator,
      isOpen && closing && closing !== "completed" ? { kind: "closed", closing } : measured,
    ),
  };
}

/** An indicator as a target that it answers itself. */
function toTarget({ id, unit, direction, baseline, baselineOn, target, targetOn }: Indicator) {
  return {
    indicator: id,
    unit,
    direction,
    baseline,
    baselineOn,
    value: target,
    dueOn: targetOn,
    milestone: null,
    result: null,
    resultOn: null,
  };
}

/** The days after the dates of indicators that were not reached: what pages say of them may change then. */
export function silentDaysOfIndicators(indicators: Indicator[]): Day[] {
  const days = indicators.flatMap((indicator) =>
    indicator.targetOn && !reachedOf(indicator)?.isReached
      ? dayAfter(lastDayOf(indicator.targetOn))
      : [],
  );
  return [...new Set(days)].toSorted();
}

function standOn(measure: Measure & { unit: string }, outcome: Outcome) {
  const latest = latestReading(measure);
  const state = stateOf(outcome, measure);
  return {
    unit: measure.unit,
    baseline: measure.baseline,
    baselineOn: measure.baselineOn,
    value: measure.target,
    dueOn: measure.targetOn,
    latest,
    outcome,
    state,
    silentSince: state === "silent" ? silentSince(outcome, latest) : null,
    gap: state === "not_said" ? gapOf(measure) : null,
    isReported: latest !== null || isResult(outcome),
  };
}

/**
 * Where it stands. What is open is on track or behind plan by its indicator; where no value was ever reported of it, it
 * is silent whether or not its date has passed.
 */
function stateOf(outcome: Outcome, measure: Measure): AimState {
  switch (groupOf({ due: measure.targetOn, outcome })) {
    case "kept":
    case "doneLate":
      return "reached";
    case "late":
      return "missed";
    case "silent":
      return "silent";
    case "givenUp":
      return "given_up";
    case "open":
      return latestReading(measure) ? standingOf(measure) : "silent";
  }
}

/** Whether it says what became of something, and not only that its date has or has not passed. */
function isResult({ kind }: Outcome) {
  return kind === "result" || kind === "done" || kind === "dropped" || kind === "late";
}

function silentSince(outcome: Outcome, latest: Measured | null): Day | null {
  if (outcome.kind === "silent" && outcome.reportedOn) return outcome.reportedOn;
  return latest?.on ? lastDayOf(latest.on) : null;
}

function gapOf(measure: Measure): Gap | null {
  const attained = attainmentOf(measure);
  if ("why" in attained) return { of: "attainment", why: attained.why };
  const course = courseOf(measure);
  return "why" in course && course.why !== "no_attainment"
    ? { of: "course", why: course.why }
    : null;
}

/** How many of these stand where; the states make up all of them. */
export function countAims(aims: Pick<Aim, "state">[]): Record<AimState, number> {
  // Each is one of the states.
  const counts = Object.fromEntries(aimStates.map((state) => [state, 0])) as Record<
    AimState,
    number
  >;
  for (const { state } of aims) counts[state] += 1;
  return counts;
}

/** How many targets of plans are among these, and of how many of them any edition has reported. */
export function countReported(aims: Pick<Aim, "of" | "isReported">[]) {
  const targets = aims.filter((aim) => aim.of === "target");
  return { targets: targets.length, reported: targets.filter((aim) => aim.isReported).length };
}
