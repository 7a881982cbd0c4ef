import type { PlanFields, TargetResult } from "@/lib/domain/record/plan";
import { planFields } from "@/lib/domain/record/schemas";
import type { Day } from "@/lib/domain/values/day";
import type { FrameworkData, PlanData } from "./data";
import { type Documents, planDay } from "./documents";
import type { CityHistory, PlanTarget } from "./history-data";
import { idOf } from "./ids";
import { indicatorId, milestoneId } from "./known-facts";
import { lastReportOn } from "./project-remarks";
import { isSameLabel, partialDate } from "./wording";

type Result = NonNullable<PlanTarget["result"]>;

/** The public content of a plan from a day on, and the document that stated it. */
type PastPlan = { effectiveOn: Day; fields: PlanFields; source: string };

/**
 * Returns the editions of a city's plan: that of 2018, and one for each day on which a document reported the result of
 * a target.
 */
export function toPlanEditions(
  plan: PlanData,
  history: CityHistory,
  framework: FrameworkData,
  documents: Documents,
): PastPlan[] {
  const resultOn = ({ source }: Result) => documents.knownOn(source, lastReportOn);
  const results = history.planTargets.flatMap(({ result }) => result ?? []);
  const days = [...new Set([planDay, ...results.map(resultOn)])].toSorted();
  return days.map((day) => ({
    effectiveOn: day,
    fields: planFieldsOn(plan, history, framework, documents, day),
    source:
      day === planDay
        ? "Smart City Action Plan of 2018"
        : titlesOf(
            results.filter((result) => resultOn(result) === day),
            documents,
          ),
  }));
}

function titlesOf(results: Result[], documents: Documents) {
  return [...new Set(results.map(({ source }) => documents.toSource(source).title))].join("; ");
}

/** The id of a target of a city's plan, by its place among them. */
export function planTargetId(citySlug: string, index: number): string {
  return idOf("plan", citySlug, "strategicTargets", index);
}

function planFieldsOn(
  plan: PlanData,
  history: CityHistory,
  framework: FrameworkData,
  documents: Documents,
  day: Day,
): PlanFields {
  const id = (field: string, index: number) => idOf("plan", plan.citySlug, field, index);
  const targets = history.planTargets.map((target) => {
    const { result } = target;
    const isKnown = result !== null && documents.knownOn(result.source, lastReportOn) <= day;
    return { ...target, result: isKnown ? result : null };
  });
  const sources = [
    documents.toSource(plan.sourceUrl),
    ...targets.flatMap(({ result }) =>
      result ? documents.toSource(result.source, result.page) : [],
    ),
  ];
  return planFields.parse({
    vision: plan.visionParaphrase,
    focusAreas: plan.focusAreas.map(({ label, ascfFocusArea }, index) => ({
      id: id("focusAreas", index),
      focusArea: ascfFocusArea,
      ownLabel: ownLabel(label, framework),
    })),
    strategicTargets: targets.map((target) => ({
      id: planTargetId(plan.citySlug, target.index),
      text: target.text,
      measure: target.measure ?? "",
      unit: target.unit ?? "",
      direction: target.direction,
      baseline: target.baseline,
      baselineOn: partialDate(target.baselineOn),
      value: target.target,
      dueOn: partialDate(target.dueOn),
      outcome: null,
      ...answersOf(target),
      ...resultFields(target.result, documents),
    })),
    figures: [],
    sources: [...new Map(sources.map((source) => [source.address, source])).values()].map(
      (source, index) => ({ id: id("sources", index), ...source }),
    ),
    translations: [],
  } satisfies PlanFields);
}

/** Returns what answers the target. A target has one indicator and one milestone, so the first of each counts. */
function answersOf({ answeredBy }: PlanTarget) {
  const [indicator] = answeredBy.flatMap(({ project, indicator }) =>
    indicator === undefined ? [] : indicatorId(project, indicator),
  );
  const [milestone] = answeredBy.flatMap(({ project, milestone }) =>
    milestone === undefined ? [] : milestoneId(project, milestone),
  );
  return { indicator: indicator ?? null, milestone: milestone ?? null };
}

const resultNames = {
  achieved: "reached",
  partly: "partly_reached",
  not_achieved: "not_reached",
} as const satisfies Record<Result["result"], TargetResult>;

function resultFields(result: PlanTarget["result"], documents: Documents) {
  return {
    result: result && resultNames[result.result],
    resultOn: result && partialDate(result.on),
    resultNote: result?.why ?? "",
    resultSource: result ? documents.toSource(result.source, result.page).address : "",
  };
}

/** Returns the city's own label; empty when it is the label of the framework. */
function ownLabel(label: string, framework: FrameworkData) {
  // These words were added by the people who read the plans, not by the city.
  const own = label.replace(" (own wording)", "");
  return framework.focusAreas.some((area) => isSameLabel(area.name, own)) ? "" : own;
}
