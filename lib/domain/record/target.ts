import type { PlanFields } from "@/lib/domain/record/plan";

type Target = PlanFields["strategicTargets"][number];

/** The parts that make a target measurable: what is measured, in which unit, from where, to where, by when. */
const measurableParts = ["measure", "unit", "baseline", "value", "dueOn"] as const;

/** Returns the parts that a target lacks to be measurable, in the order of the form; empty when it is measurable. */
export function missingToMeasure(
  target: Pick<Target, (typeof measurableParts)[number]>,
): (typeof measurableParts)[number][] {
  return measurableParts.filter((part) => target[part] === null || target[part] === "");
}
