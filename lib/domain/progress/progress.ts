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

/** Progress with the sum it comes from: weights, and per cent from 0 to 100, not rounded. */
export type Progress = { doneWeight: number; wholeWeight: number; percent: number };

/**
 * Progress: weight of promises done over weight of those not dropped, of the milestones for which a date was named. Null
 * when there is none to weigh. Formula and example: docs/progress.md.
 */
export function progressOf(milestones: ProjectFields["milestones"]): Progress | null {
  const kept = milestones.filter(
    (milestone) => isPromise(milestone) && milestone.droppedReason === "",
  );
  const done = kept.filter((milestone) => milestone.doneOn !== null);
  return progressByWeight(weigh(done), weigh(kept));
}

/** Progress from sums of weights that were made elsewhere, in the database. */
export function progressByWeight(doneWeight: number, wholeWeight: number): Progress | null {
  if (wholeWeight === 0) return null;
  return { doneWeight, wholeWeight, percent: (doneWeight / wholeWeight) * 100 };
}

function weigh(milestones: ProjectFields["milestones"]) {
  return milestones.reduce((total, milestone) => total + milestone.weight, 0);
}

/** How much of the way from baseline to target is gone, in per cent (below 0 and above 100 where it is so), or why nobody can say. */
export type Attainment =
  | { percent: number; baseline: number; target: number; latest: Measured }
  | { why: "no_target" | "no_baseline" | "no_reading" | "no_way" | "wrong_way" };

/**
 * Attainment of an indicator: (latest − baseline) ÷ (target − baseline), for rising and falling ones alike. Not said
 * where one of the three is missing, where target and baseline are the same, and where the target lies on the other
 * side of the baseline than the direction says. Formula and example: docs/progress.md.
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
  // No way gone of a way downwards would be "-0 %".
  return { percent: gone.div(way).times(100).toNumber() + 0, baseline, target, latest };
}

/** Where the straight line from baseline to target is on the day of the latest reading, or why nobody can say. */
export type Course =
  | { isOnCourse: boolean; expectedPercent: number; on: Day }
  | { why: "no_attainment" | "no_dates" | "no_time" };

/**
 * On course: at or ahead of the straight line from the baseline on its date to the target on its date, on the date of
 * the latest reading. Before the baseline's date nothing is expected, from the target's date on all of it. A year or a
 * month stands for its last day. Formula and example: docs/progress.md.
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
  // By cross-multiplication, because a share such as a third has no exact decimals.
  const gone = new Big(attained.latest.value).minus(attained.baseline).times(whole);
  const expected = new Big(attained.target).minus(attained.baseline).times(passed);
  return {
    isOnCourse: indicator.direction === "increase" ? gone.gte(expected) : gone.lte(expected),
    expectedPercent: (passed / whole) * 100,
    on: at,
  };
}

/**
 * Whether the latest value has reached the target in the direction in which it is to go, with both; no baseline is
 * needed for it. What is to stay as it is has reached its target while it equals it. Null without a target or a value.
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

/** How an indicator stands to its target. */
export const standings = ["reached", "on_course", "behind", "not_said"] as const;
export type Standing = (typeof standings)[number];

/**
 * How an indicator stands: at its target or past it, which needs no baseline, else on course or behind the straight line
 * that leads there, which needs one, else not said. Formula and example: docs/progress.md.
 */
export function standingOf(indicator: Measure): Standing {
  if (reachedOf(indicator)?.isReached) return "reached";
  const course = courseOf(indicator);
  if ("why" in course) return "not_said";
  return course.isOnCourse ? "on_course" : "behind";
}

/** Readings that hold a value by their date, oldest first; those without a date come first, and of one date the one listed last comes last. */
export function readingsInOrder(indicator: Pick<Indicator, "readings">): Measured[] {
  const dayOf = ({ on }: Measured) => (on ? lastDayOf(on) : "");
  return indicator.readings
    .filter((reading): reading is Measured => reading.value !== null)
    .toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
}

/** The reading that counts: the one with the latest date. Null while there is none. */
export function latestReading(indicator: Pick<Indicator, "readings">): Measured | null {
  return readingsInOrder(indicator).at(-1) ?? null;
}

/** How much of the time between a project's start and its planned end had passed on a day. */
export type Elapsed = { percent: number; from: Day; to: Day; on: Day };

/**
 * Time elapsed between start and planned end on the day given, from 0 to 100 per cent. The start counts from the first
 * day of its year or month, the end to the last of its. Null where a date is missing or the end lies before the start.
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
