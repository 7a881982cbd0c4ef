import Big from "big.js";
import { isPromise } from "@/lib/domain/progress/dated";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";
import { firstDayOf, lastDayOf, type PartialDate } from "@/lib/domain/values/partial-date";

export type Indicator = ProjectFields["indicators"][number];
/** What is measured towards a target: what an indicator states, or a target and the indicator that answers it. */
export type Measure = Pick<
  Indicator,
  "direction" | "baseline" | "baselineOn" | "target" | "targetOn" | "readings"
>;
export type Measured = Indicator["readings"][number] & { value: number };

/** Progress with the weights from which it is computed. `percent` is from 0 to 100 and not rounded. */
export type Progress = { doneWeight: number; wholeWeight: number; percent: number };

/**
 * Returns the progress: the weight of done milestones divided by the weight of those that were not dropped, among
 * milestones with a date. Null without such a milestone. docs/progress.md has the formula and an example.
 */
export function progressOf(milestones: ProjectFields["milestones"]): Progress | null {
  const kept = milestones.filter(
    (milestone) => isPromise(milestone) && milestone.droppedReason === "",
  );
  const done = kept.filter((milestone) => milestone.doneOn !== null);
  return progressByWeight(weigh(done), weigh(kept));
}

/** Returns the progress from sums of weights that the database computed. */
export function progressByWeight(doneWeight: number, wholeWeight: number): Progress | null {
  if (wholeWeight === 0) return null;
  return { doneWeight, wholeWeight, percent: (doneWeight / wholeWeight) * 100 };
}

function weigh(milestones: ProjectFields["milestones"]) {
  return milestones.reduce((total, milestone) => total + milestone.weight, 0);
}

/**
 * The change since the baseline in per cent of the change to the target (it may be below 0 or above 100), or the reason
 * why it is unknown.
 */
export type Attainment =
  | { percent: number; baseline: number; target: number; latest: Measured }
  | { why: "no_target" | "no_baseline" | "no_reading" | "no_way" | "wrong_way" };

/**
 * Returns the attainment of an indicator: (latest − baseline) ÷ (target − baseline), for rising and falling ones alike.
 * It is unknown when one of the three is missing, when target and baseline are equal, or when the target is on the
 * wrong side of the baseline for the direction. docs/progress.md has the formula and an example.
 */
export function attainmentOf(indicator: Measure): Attainment {
  const { baseline, target, direction } = indicator;
  if (target === null) return { why: "no_target" };
  if (baseline === null) return { why: "no_baseline" };
  if (target === baseline) return { why: "no_way" };
  if (direction !== (target > baseline ? "increase" : "decrease")) return { why: "wrong_way" };
  const latest = latestReading(indicator);
  if (!latest) return { why: "no_reading" };
  const way = new Big(target).minus(baseline);
  const gone = new Big(latest.value).minus(baseline);
  // Adding 0 turns −0 into 0, which would be shown as "-0 %".
  return { percent: gone.div(way).times(100).toNumber() + 0, baseline, target, latest };
}

/**
 * The position of the straight line from baseline to target on the day of the latest reading, or the reason why it is
 * unknown.
 */
export type Course =
  | { isOnCourse: boolean; expectedPercent: number; on: Day }
  | { why: "no_attainment" | "no_dates" | "no_time" };

/**
 * Returns whether the latest reading is at or ahead of the straight line from the baseline on its date to the target on
 * its date. Before the date of the baseline 0 % is expected, after the date of the target 100 %. A year or a month
 * means its last day. docs/progress.md has the formula and an example.
 */
export function courseOf(indicator: Measure): Course {
  const attained = attainmentOf(indicator);
  if ("why" in attained) return { why: "no_attainment" };
  const { baselineOn, targetOn } = indicator;
  const { on } = attained.latest;
  if (!baselineOn || !targetOn || !on) return { why: "no_dates" };
  const [from, to, at] = [lastDayOf(baselineOn), lastDayOf(targetOn), lastDayOf(on)];
  const whole = daysBetween(from, to);
  if (whole <= 0) return { why: "no_time" };
  const passed = Math.min(Math.max(daysBetween(from, at), 0), whole);
  // Both sides are multiplied instead of divided, because a quotient such as a third has no exact decimal.
  const gone = new Big(attained.latest.value).minus(attained.baseline).times(whole);
  const expected = new Big(attained.target).minus(attained.baseline).times(passed);
  return {
    isOnCourse: indicator.direction === "increase" ? gone.gte(expected) : gone.lte(expected),
    expectedPercent: (passed / whole) * 100,
    on: at,
  };
}

/**
 * Returns whether the latest value has reached the target in the direction of the indicator, with both values; it needs
 * no baseline. An indicator that should stay the same has reached its target while it equals it. Null without a target
 * or a value.
 */
export function reachedOf(
  indicator: Pick<Indicator, "target" | "direction" | "readings">,
): { isReached: boolean; target: number; latest: Measured } | null {
  const latest = latestReading(indicator);
  const { target, direction } = indicator;
  if (target === null || latest === null) return null;
  const { value } = latest;
  const reached = {
    increase: value >= target,
    decrease: value <= target,
    maintain: value === target,
  } satisfies Record<Indicator["direction"], boolean>;
  return { isReached: reached[direction], target, latest };
}

/** The status of an indicator compared with its target. */
export const standings = ["reached", "on_course", "behind", "not_said"] as const;
export type Standing = (typeof standings)[number];

/**
 * Returns the status of an indicator: target reached (needs no baseline), otherwise on course or behind the straight
 * line to it (needs a baseline), otherwise not said. docs/progress.md has the formula and an example.
 */
export function standingOf(indicator: Measure): Standing {
  if (reachedOf(indicator)?.isReached) return "reached";
  const course = courseOf(indicator);
  if ("why" in course) return "not_said";
  return course.isOnCourse ? "on_course" : "behind";
}

/**
 * Returns the readings with a value, oldest first. Those without a date come first; readings of the same date keep
 * their order in the list.
 */
export function readingsInOrder(indicator: Pick<Indicator, "readings">): Measured[] {
  const dayOf = ({ on }: Measured) => (on ? lastDayOf(on) : "");
  return indicator.readings
    .filter((reading): reading is Measured => reading.value !== null)
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

/** Returns the reading with the latest date. Null when there is none. */
export function latestReading(indicator: Pick<Indicator, "readings">): Measured | null {
  return readingsInOrder(indicator).at(-1) ?? null;
}

/** The part of the time between a project's start and its planned end that has passed on a day. */
export type Elapsed = { percent: number; from: Day; to: Day; on: Day };

/**
 * Returns the time that has passed between start and planned end on a day, from 0 to 100 per cent. The start means the
 * first day of its year or month, and the end the last day. Null when a date is missing or the end lies before the
 * start.
 */
export function elapsedOf(
  project: Pick<ProjectFields, "startsOn" | "endsOn">,
  on: Day,
): Elapsed | null {
  if (!project.startsOn || !project.endsOn) return null;
  const [from, to] = [firstDayOf(project.startsOn), lastDayOf(project.endsOn)];
  const whole = daysBetween(from, to);
  if (whole <= 0) return null;
  const passed = Math.min(Math.max(daysBetween(from, on), 0), whole);
  return { percent: (passed / whole) * 100, from, to, on };
}

function daysBetween(from: PartialDate, to: PartialDate) {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
