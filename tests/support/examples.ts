import { randomUUID } from "node:crypto";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";

type Target = PlanFields["strategicTargets"][number];
type Of<L extends "milestones" | "indicators" | "budget"> = ProjectFields[L][number];

/** Returns an open milestone without any other facts. */
export function aMilestone(more: Partial<Of<"milestones">> = {}): Of<"milestones"> {
  return {
    id: randomUUID(),
    title: "A step",
    dueOn: null,
    firstDueOn: null,
    doneOn: null,
    droppedReason: "",
    note: "",
    weight: 1,
    lastReportedOn: null,
    ...more,
  };
}

/** Returns a target of a plan with nothing but its text. */
export function aTarget(more: Partial<Target> = {}): Target {
  return {
    id: randomUUID(),
    text: "Fewer leaks",
    measure: "",
    unit: "",
    direction: null,
    baseline: null,
    baselineOn: null,
    value: null,
    dueOn: null,
    outcome: null,
    indicator: null,
    milestone: null,
    result: null,
    resultOn: null,
    resultNote: "",
    resultSource: "",
    ...more,
  };
}

/** Returns an indicator that should rise, without figures. */
export function anIndicator(more: Partial<Of<"indicators">> = {}): Of<"indicators"> {
  return {
    id: randomUUID(),
    name: "Water saved",
    unit: "litres",
    direction: "increase",
    baseline: null,
    baselineOn: null,
    target: null,
    targetOn: null,
    outcome: null,
    readings: [],
    ...more,
  };
}

/** Returns one measured value. */
export function aReading(on: string | null, value: number): Of<"indicators">["readings"][number] {
  return { id: randomUUID(), on, value, note: "", source: "" };
}

/** Returns a planned budget line without an amount and a currency. */
export function aBudgetLine(more: Partial<Of<"budget">> = {}): Of<"budget"> {
  return {
    id: randomUUID(),
    kind: "planned",
    amount: null,
    currency: null,
    year: null,
    funder: "",
    perDollar: null,
    perDollarOn: null,
    note: "",
    ...more,
  };
}
