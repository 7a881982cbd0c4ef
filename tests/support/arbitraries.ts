import fc from "fast-check";
import { organisationKinds } from "@/lib/domain/organisation/kinds";
import { figureKinds, type PlanFields, targetResults } from "@/lib/domain/record/plan";
import {
  budgetKinds,
  claims,
  closings,
  directions,
  languages,
  type ProjectFields,
  relations,
  schedules,
  stages,
  supportKinds,
} from "@/lib/domain/record/project";
import { englishHash, translationId } from "@/lib/domain/record/translation";
import { line, text } from "@/lib/domain/values/text";

// The pools are small, so that two values are often equal, partly equal, or in another order.
export const ids = Array.from(
  { length: 5 },
  (_, n) => `00000000-0000-4000-8000-00000000000${n}` as const,
);
const few = fc.constantFrom("", "one", "two", "ສາມ", "bốn\u0301".normalize("NFC"));
/** Texts that a careless program takes for a formula, a number, a date or another encoding. */
const odd = fc.constantFrom(
  ...["=1+1", "+66 76 123456", "-", "@one", "'quoted", "''=1", "'", "=\u0338"],
  ...["2024-09-30", "30/9/2568", "2568", "1,250.50", "007", "1e5", "true", "No", "#REF!", "null"],
  ...[
    "_x0041_",
    "<b>&amp;",
    '"',
    'a "b", c',
    "a; b\tc",
    "one, two",
    "\u00a0one",
    "__proto__",
    "😀",
  ],
  ...["ภูเก็ต ๒๕๖๘", "ភ្នំពេញ", "မြန်မာနိုင်ငံ", "ျမန္မာႏိုင္ငံ", "a".repeat(80)],
);
const any = fc.oneof({ weight: 3, arbitrary: odd }, fc.string({ unit: "grapheme", maxLength: 40 }));
const kept = (schema: typeof text) => (typed: string) => schema(80).safeParse(typed).data ?? "";
/** One line, and several lines, as a field stores them. */
const words = fc.oneof({ weight: 4, arbitrary: few }, any.map(kept(line)));
const lines = fc.oneof(
  { weight: 4, arbitrary: few },
  fc.array(any, { maxLength: 3 }).map((some) => kept(text)(some.join("\n"))),
  fc.constantFrom("one\rtwo", "one\n\n two", "word ".repeat(100).trim()),
);
const partialDate = fc.constantFrom(null, "2024", "2024-09", "2024-09-25", "2030", "1905-06-01");
const number = fc.oneof(
  fc.constantFrom(null, 0, 0.1, 12, -3, 0.1 + 0.2, 1e12, 123456789012.345),
  fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((value) => value + 0),
);
const decimal = fc.constantFrom(null, "0", "1250000.50", "35.1", "123456789012345.1234", "0.10");
const id = fc.constantFrom(null, ...ids);
const source = fc.constantFrom("", "https://one.example/", "https://two.example/?q=%C3%A9");

const items = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.uniqueArray(fc.record({ id: fc.constantFrom(...ids), ...shape }), {
    selector: (item) => (item as { id: string }).id,
    maxLength: 4,
  }) as fc.Arbitrary<({ id: string } & T)[]>;

/** Translations of these parts, each written for some English text. */
const translations = (...parts: string[]) =>
  fc.uniqueArray(
    fc
      .record({
        language: fc.constantFrom("km" as const, "th" as const),
        of: fc.constantFrom(...parts),
        text: few,
        englishHash: fc.constantFrom("", "one", "two").map(englishHash),
      })
      .map((each) => ({ id: translationId(each.language, each.of), ...each })),
    { selector: ({ id: own }) => own, maxLength: 4 },
  );

/** Any profile of a plan. */
export const anyPlan: fc.Arbitrary<PlanFields> = fc.record({
  vision: lines,
  focusAreas: items({ focusArea: words, ownLabel: words }),
  strategicTargets: items({
    text: lines,
    measure: words,
    unit: words,
    direction: fc.constantFrom(null, ...directions),
    baseline: number,
    baselineOn: partialDate,
    value: number,
    dueOn: partialDate,
    outcome: fc.constantFrom(null, "liveability"),
    indicator: fc.constantFrom(null, ...ids),
    milestone: fc.constantFrom(null, ...ids),
    result: fc.constantFrom(null, ...targetResults),
    resultOn: partialDate,
    resultNote: lines,
    resultSource: source,
  }),
  figures: items({
    kind: fc.constantFrom(...figureKinds),
    value: fc.constantFrom(null, 0, 79308),
    on: partialDate,
    boundaryNote: words,
    source,
  }),
  sources: items({ title: words, address: source }),
  translations: translations("vision", `strategicTargets.${ids[0]}.text`),
});

/** Any project. */
export const anyProject: fc.Arbitrary<ProjectFields> = fc.record({
  title: words,
  localTitle: words,
  localTitleLanguage: fc.constantFrom(null, ...languages),
  summary: lines,
  description: lines,
  focusAreas: items({
    focusArea: words,
    projectType: fc.constantFrom(null, "tourism"),
    ownLabel: words,
  }),
  contributions: items({ outcome: words, how: lines }),
  stage: fc.constantFrom(...stages),
  schedule: fc.constantFrom(null, ...schedules),
  scheduleReason: lines,
  progressNote: lines,
  progressOn: partialDate,
  startsOn: partialDate,
  endsOn: partialDate,
  endedOn: partialDate,
  targets: items({ text: lines, dueOn: partialDate }),
  milestones: items({
    title: words,
    dueOn: partialDate,
    firstDueOn: partialDate,
    doneOn: partialDate,
    droppedReason: lines,
    note: lines,
    weight: fc.integer({ min: 1, max: 100 }),
    lastReportedOn: partialDate,
  }),
  events: items({ on: partialDate, text: lines, source }),
  indicators: items({
    name: words,
    unit: words,
    direction: fc.constantFrom(...directions),
    baseline: number,
    baselineOn: partialDate,
    target: number,
    targetOn: partialDate,
    outcome: fc.constantFrom(null, "liveability"),
    readings: items({ on: partialDate, value: number, note: lines, source }),
  }),
  budget: items({
    kind: fc.constantFrom(...budgetKinds),
    amount: decimal,
    currency: fc.constantFrom(null, "THB", "USD"),
    year: fc.constantFrom(null, 1990, 2024, 2025),
    funder: words,
    perDollar: decimal,
    perDollarOn: partialDate,
    note: lines,
  }),
  partners: items({
    name: words,
    kind: fc.constantFrom(null, ...organisationKinds),
    role: words,
  }),
  supportNeeded: items({
    kind: fc.constantFrom(...supportKinds),
    text: lines,
    isMet: fc.boolean(),
    metBy: words,
  }),
  challenges: items({ text: lines }),
  funding: items({ text: lines, source }),
  responsibleOffice: words,
  responsibleAddress: fc.constantFrom("", "smartcity@city.example"),
  relatedProjects: items({
    relation: fc.constantFrom(...relations),
    project: id,
    title: words,
    note: words,
  }),
  locations: items({
    label: words,
    latitude: fc.constantFrom(null, 7.88, -6.123456789012345),
    longitude: fc.constantFrom(null, 98.39),
  }),
  evidence: items({
    text: lines,
    source,
    file: id,
    claim: fc.constantFrom(...claims),
    claimOf: id,
    on: partialDate,
    credit: words,
    alternativeText: words,
  }),
  sources: items({ title: words, address: source }),
  dataNote: lines,
  closing: fc.constantFrom(null, ...closings),
  closingReason: lines,
  closingSuccessor: words,
  translations: translations("title", "summary", `milestones.${ids[0]}.title`),
});

/** A list of challenges, which is the simplest list of items. */
export const anyChallenges: fc.Arbitrary<ProjectFields["challenges"]> = items({ text: lines });
