import fc from "fast-check";
import type { PlanFields } from "@/lib/domain/plan";
import {
  closings,
  languages,
  type ProjectFields,
  schedules,
  stages,
  supportKinds,
} from "@/lib/domain/project";

// Small pools, so that two values are often the same, half the same, or in another order.
const ids = Array.from({ length: 5 }, (_, n) => `00000000-0000-4000-8000-00000000000${n}` as const);
const words = fc.constantFrom("", "one", "two", "ສາມ", "bốn\u0301".normalize("NFC"));
const partialDate = fc.constantFrom(null, "2024", "2024-09", "2024-09-25", "2030");
const number = fc.constantFrom(null, 0, 0.1, 12, -3);
const source = fc.constantFrom("", "https://one.example/", "https://two.example/?q=%C3%A9");

const items = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), ...shape }), {
    selector: (item) => (item as { id: string }).id,
    maxLength: 4,
  }) as fc.Arbitrary<({ id: string } & T)[]>;

/** Any profile of a plan. */
export const anyPlan: fc.Arbitrary<PlanFields> = fc.record({
  vision: words,
  focusAreas: items({ focusArea: words, ownLabel: words }),
  strategicTargets: items({
    text: words,
    measure: words,
    unit: words,
    baseline: number,
    value: number,
    dueOn: partialDate,
  }),
  sources: items({ title: words, address: source }),
});

/** Any project. */
export const anyProject: fc.Arbitrary<ProjectFields> = fc.record({
  title: words,
  localTitle: words,
  localTitleLanguage: fc.constantFrom(null, ...languages),
  summary: words,
  description: words,
  focusAreas: items({
    focusArea: words,
    projectType: fc.constantFrom(null, "tourism"),
    ownLabel: words,
  }),
  contributions: items({ outcome: words, how: words }),
  stage: fc.constantFrom(...stages),
  schedule: fc.constantFrom(null, ...schedules),
  scheduleReason: words,
  startsOn: partialDate,
  endsOn: partialDate,
  endedOn: partialDate,
  targets: items({ text: words }),
  milestones: items({
    title: words,
    dueOn: partialDate,
    doneOn: partialDate,
    droppedReason: words,
    note: words,
    weight: fc.integer({ min: 1, max: 100 }),
  }),
  indicators: items({
    name: words,
    unit: words,
    target: number,
    readings: items({ on: partialDate, value: fc.constantFrom(0, 1, 2.5), source }),
  }),
  partners: items({ name: words, role: words }),
  supportNeeded: items({
    kind: fc.constantFrom(...supportKinds),
    text: words,
    isMet: fc.boolean(),
  }),
  challenges: items({ text: words }),
  funding: items({ text: words, source }),
  evidence: items({ text: words, source }),
  sources: items({ title: words, address: source }),
  dataNote: words,
  closing: fc.constantFrom(null, ...closings),
  closingReason: words,
  closingSuccessor: words,
});

/** A list of challenges, the simplest list of items there is. */
export const anyChallenges: fc.Arbitrary<ProjectFields["challenges"]> = items({ text: words });
