import * as z from "zod";
import { translationsOf } from "@/lib/domain/record/translation-field";
import { items } from "@/lib/domain/values/item";
import { number } from "@/lib/domain/values/number";
import { partialDate } from "@/lib/domain/values/partial-date-field";
import { line, text, webAddress } from "@/lib/domain/values/text";

/** What is stated of a city in numbers. */
export const figureKinds = ["population", "land_area_km2", "density_per_km2"] as const;

/** What became of a target, as its city says. */
export const targetResults = ["reached", "partly_reached", "not_reached", "given_up"] as const;
export type TargetResult = (typeof targetResults)[number];

/** The fields of a plan's profile, as a draft holds them: well-formed, perhaps incomplete. */
export const planFields = z.object({
  vision: text(2000),
  /** Focus areas of the plan's framework, by slug, each with the city's own label. */
  focusAreas: items({ focusArea: line(80), ownLabel: line(120) }, 20),
  /** Plain text is enough; measure, unit, baseline, value and due make it measurable. */
  strategicTargets: items({
    text: text(600),
    measure: line(200),
    unit: line(80),
    baseline: number.nullable(),
    value: number.nullable(),
    dueOn: partialDate,
    /** What became of it and when; null while the city does not say. Added by schema version 3, like the note on it. */
    result: z.enum(targetResults).nullable().default(null),
    resultOn: partialDate.default(null),
    resultNote: text(600).default(""),
  }),
  /** Figures of the city on a date, and which boundary they hold for. Added by schema version 2. */
  figures: items({
    kind: z.enum(figureKinds),
    value: number.min(0).nullable(),
    on: partialDate,
    boundaryNote: line(300),
    source: webAddress,
  }).default([]),
  sources: items({ title: line(300), address: webAddress }),
  /** Its texts in local languages. Added by schema version 3. */
  translations: translationsOf("plan").default([]),
});

export type PlanFields = z.output<typeof planFields>;

/** A plan nobody has written yet. */
export const emptyPlan: PlanFields = {
  vision: "",
  focusAreas: [],
  strategicTargets: [],
  figures: [],
  sources: [],
  translations: [],
};

/** A plan's address below its city: its period, "2018-2025". */
export function planSlug(plan: { startYear: number; endYear: number }): string {
  return `${plan.startYear}-${plan.endYear}`;
}

/** A plan's period for people to read, with an en dash: "2018–2025". */
export function periodOf(plan: { startYear: number; endYear: number }): string {
  return `${plan.startYear}–${plan.endYear}`;
}
