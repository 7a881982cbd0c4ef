import type { PlanFields } from "@/lib/domain/record/plan";
import { planFields } from "@/lib/domain/record/schemas";
import type { FrameworkData, PlanData } from "./data";
import { getDocument } from "./documents";
import { idOf } from "./ids";
import { isSameLabel, toSentence } from "./wording";

/** A city's plan of 2018 as the fields of a plan's profile. */
export function toPlanFields(plan: PlanData, framework: FrameworkData): PlanFields {
  const id = (field: string, index: number) => idOf("plan", plan.citySlug, field, index);
  return planFields.parse({
    vision: plan.visionParaphrase,
    focusAreas: plan.focusAreas.map(({ label, ascfFocusArea }, index) => ({
      id: id("focusAreas", index),
      focusArea: ascfFocusArea,
      ownLabel: ownLabel(label, framework),
    })),
    strategicTargets: plan.strategicTargets.map((target, index) => ({
      id: id("strategicTargets", index),
      text: toSentence(target.text),
      // The year of the baseline has no field of its own.
      measure: target.baseline ? `Baseline of ${target.baseline.year}` : "",
      unit: target.unit ?? "",
      baseline: target.baseline?.value ?? null,
      value: target.targetValue,
      dueOn: target.dueYear === null ? null : String(target.dueYear),
      // No document of the network says what became of a target.
      result: null,
      resultOn: null,
      resultNote: "",
    })),
    figures: [],
    sources: [{ id: id("sources", 0), ...getDocument(plan.sourceUrl) }],
    translations: [],
  } satisfies PlanFields);
}

/** The city's own label; empty where it is the framework's. */
function ownLabel(label: string, framework: FrameworkData) {
  // A remark of those who read the plans, not of the city.
  const own = label.replace(" (own wording)", "");
  return framework.focusAreas.some((area) => isSameLabel(area.name, own)) ? "" : own;
}
