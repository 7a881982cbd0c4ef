import { type Catalogue, emptyRecord, list, type ValuesOf } from "@/lib/domain/record/catalogue";
import { directions } from "@/lib/domain/record/project";
import { translations } from "@/lib/domain/record/translations-entry";

/** The figures that are stated about a city. */
export const figureKinds = ["population", "land_area_km2", "density_per_km2"] as const;

/** The possible results of a target. */
export const targetResults = ["reached", "partly_reached", "not_reached", "given_up"] as const;
export type TargetResult = (typeof targetResults)[number];

/** The fields of a plan's profile, each declared once, as in project.ts. */
export const planCatalogue = {
  vision: {
    kind: "text",
    max: 2000,
    section: "about",
    isTranslatable: true,
    meaning: "The plan's vision.",
  },
  focusAreas: list(
    "focusArea",
    { section: "framework", meaning: "The focus areas of the plan." },
    {
      focusArea: {
        kind: "framework",
        options: "focusAreas",
        nullable: false,
        meaning: "Slug of the focus area.",
      },
      ownLabel: { kind: "line", max: 120, isTranslatable: true, meaning: "The city's own label." },
    },
    { isOrdered: true, max: 20 },
  ),
  /** Plain text is enough for a target; measure, unit, baseline, value and due date make it measurable. */
  strategicTargets: list(
    "text",
    { section: "targets", meaning: "The plan's strategic targets." },
    {
      text: { kind: "text", max: 600, isTranslatable: true, meaning: "The target in words." },
      measure: { kind: "line", max: 200, isTranslatable: true, meaning: "What is measured." },
      unit: {
        kind: "line",
        max: 80,
        isTranslatable: true,
        meaning: "The unit of baseline and value.",
      },
      direction: {
        kind: "choice",
        words: "direction",
        options: directions,
        nullable: true,
        since: 4,
        meaning: "Which way the measure is to go; null if the plan does not say.",
      },
      baseline: { kind: "number", meaning: "The value at the start.", unit: "unit of the target" },
      baselineOn: { kind: "date", since: 4, meaning: "The date of the baseline." },
      value: { kind: "number", meaning: "The target value.", unit: "unit of the target" },
      dueOn: { kind: "date", meaning: "Due date." },
      outcome: {
        kind: "framework",
        options: "outcomes",
        nullable: true,
        since: 4,
        meaning: "Slug of the outcome it serves; null if the city does not state one.",
      },
      /** The indicator, the milestone, or both, of projects of the same city that answer the target. */
      indicator: {
        kind: "indicator_of",
        since: 4,
        meaning: "Id of the indicator of a project of the city that measures it.",
      },
      milestone: {
        kind: "milestone_of",
        since: 4,
        meaning: "Id of the milestone of a project of the city that brings it.",
      },
      result: {
        kind: "choice",
        words: "targetResult",
        options: targetResults,
        nullable: true,
        since: 3,
        meaning: "What became of it; null while nobody says.",
      },
      resultOn: { kind: "date", since: 3, meaning: "The date of the result." },
      resultNote: {
        kind: "text",
        max: 600,
        isTranslatable: true,
        since: 3,
        meaning: "A note on the result.",
      },
      resultSource: {
        kind: "address",
        since: 4,
        meaning: "Where the result is read (address).",
      },
    },
  ),
  /** The figures of the city on a date, each with the boundary for which it is stated. */
  figures: list(
    "kind",
    { section: "figures", since: 2, meaning: "Figures of the city as its plan states them." },
    {
      kind: {
        kind: "choice",
        words: "figureKind",
        options: figureKinds,
        nullable: false,
        preset: "population",
        meaning: "What is stated.",
      },
      value: {
        kind: "number",
        min: 0,
        meaning: "The figure.",
        unit: "persons, km² or persons per km²",
      },
      on: { kind: "date", meaning: "The date of the figure." },
      boundaryNote: {
        kind: "line",
        max: 300,
        isTranslatable: true,
        meaning: "Which boundary it holds for.",
      },
      source: { kind: "address", meaning: "Where it is read (address)." },
    },
  ),
  sources: list(
    "title",
    { section: "sources", meaning: "What the edition was written from." },
    {
      title: { kind: "line", max: 300, meaning: "What it is." },
      address: { kind: "address", meaning: "Where it is (address)." },
    },
  ),
  translations,
} as const satisfies Catalogue;

export type PlanFields = ValuesOf<typeof planCatalogue>;

/** Returns an empty plan. */
export const emptyPlan: PlanFields = emptyRecord(planCatalogue);

/** Returns the part of a plan's address below its city: its period, "2018-2025". */
export function planSlug(plan: { startYear: number; endYear: number }): string {
  return `${plan.startYear}-${plan.endYear}`;
}

/** Returns a plan's period as people read it, with an en dash: "2018–2025". */
export function periodOf(plan: { startYear: number; endYear: number }): string {
  return `${plan.startYear}–${plan.endYear}`;
}
