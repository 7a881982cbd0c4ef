import Big from "big.js";
import { type BudgetLine, budgetSums } from "@/lib/domain/progress/budget";
import type { FieldName } from "@/lib/domain/record/fields";
import type { PlanFields } from "@/lib/domain/record/plan";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";
import { staleTranslations } from "@/lib/domain/record/translation";
import { figuresIn } from "@/lib/domain/review/figures-in-text";
import type { Day } from "@/lib/domain/values/day";

/**
 * A point that a reviewer should look at. It informs and decides nothing. `check` is a key of messages `checks`; the
 * other values are used in its sentence.
 */
export type Check = {
  field: FieldName;
  check: (typeof checks)[number];
  /** The name of the project, indicator, milestone, target or currencies, or the former title. */
  name?: string;
  was?: string;
  is?: string;
  /** Numbers as written in the text. */
  numbers?: string[];
  since?: Day;
};

/**
 * All checks; the last three are those of assessment-checks.ts. The signals of lib/domain/progress/signals.ts are
 * separate.
 */
const checks = [
  "unchanged_for_a_year",
  "title_changed",
  "lead_area_changed",
  "unit_changed",
  "baseline_changed",
  "end_moved",
  "completed_without_evidence",
  "done_without_evidence",
  "spent_over_committed",
  "committed_over_planned",
  "currencies_mixed",
  "density_differs",
  "numbers_in_prose",
  "english_changed",
  "assessed_not_stated",
  "assessment_refused",
  "stated_not_assessed",
] as const;

/**
 * Returns the points to check in a submission, beside the signals (lib/domain/progress/signals.ts). `before` is the
 * published content, null before the first publication; `since` is, for each unchanged field, the day since which it is
 * the same.
 */
export function listChecks(
  before: RecordFields | null,
  after: RecordFields,
  { since, today }: { since: Record<string, Day>; today: Day },
): Check[] {
  if (!("stage" in after)) return [...planChecks(after), ...translationChecks(after)];
  const was = before !== null && "stage" in before ? before : null;
  return [
    ...sameTexts(since, today),
    ...(was ? changeChecks(was, after) : []),
    ...evidenceChecks(after),
    ...budgetChecks(after.budget),
    ...proseChecks(after),
    ...translationChecks(after),
  ];
}

/** Returns a check for each language in which translations are older than the English text; `name` is the language. */
function translationChecks(after: RecordFields): Check[] {
  const stale = staleTranslations(after).map(({ language }) => language);
  return [...new Set(stale)].map((name) => ({
    field: "translations",
    check: "english_changed",
    name,
    numbers: [String(stale.filter((language) => language === name).length)],
  }));
}

/** Returns texts that have not changed for a year or longer, as when last year's report is sent again. */
function sameTexts(since: Record<string, Day>, today: Day): Check[] {
  const yearBefore = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;
  return (["summary", "description", "scheduleReason"] as const).flatMap((field) => {
    const day = since[field];
    return day !== undefined && day <= yearBefore
      ? [{ field, check: "unchanged_for_a_year" as const, since: day }]
      : [];
  });
}

function changeChecks(before: ProjectFields, after: ProjectFields): Check[] {
  const [areaBefore, areaAfter] = [before.focusAreas[0]?.focusArea, after.focusAreas[0]?.focusArea];
  return [
    ...checkIf(before.title !== after.title, {
      field: "title",
      check: "title_changed",
      was: before.title,
      is: after.title,
    }),
    ...checkIf(areaBefore !== undefined && areaBefore !== areaAfter, {
      field: "focusAreas",
      check: "lead_area_changed",
    }),
    ...checkIf(before.endsOn !== null && before.endsOn !== after.endsOn, {
      field: "endsOn",
      check: "end_moved",
    }),
    ...after.indicators.flatMap((indicator): Check[] => {
      const old = before.indicators.find((each) => each.id === indicator.id);
      if (!old) return [];
      const { name } = indicator;
      return [
        ...checkIf(old.unit !== indicator.unit, {
          field: "indicators",
          check: "unit_changed",
          name,
          was: old.unit,
          is: indicator.unit,
        }),
        ...checkIf(old.baseline !== null && old.baseline !== indicator.baseline, {
          field: "indicators",
          check: "baseline_changed",
          name,
        }),
      ];
    }),
  ];
}

function evidenceChecks({ stage, milestones, evidence }: ProjectFields): Check[] {
  const proven = new Set(evidence.map((entry) => entry.claimOf));
  const bare = milestones.filter((each) => each.doneOn !== null && !proven.has(each.id));
  return [
    ...checkIf(stage === "completed" && !evidence.some(({ claim }) => claim === "completion"), {
      field: "stage",
      check: "completed_without_evidence",
    }),
    ...bare.map(
      ({ title }): Check => ({
        field: "milestones",
        check: "done_without_evidence",
        name: title,
      }),
    ),
  ];
}

/**
 * Returns sums that cannot be right (more spent than committed, more committed than planned) and budget lines that
 * cannot be added up.
 */
function budgetChecks(budget: BudgetLine[]): Check[] {
  const sums = budgetSums(budget);
  const currencies = [...new Set(sums.map((sum) => sum.currency))];
  const sumOf = (kind: BudgetLine["kind"], currency: string) =>
    sums.find((sum) => sum.kind === kind && sum.currency === currency)?.amount;
  const exceeds = (kind: BudgetLine["kind"], limit: BudgetLine["kind"], currency: string) => {
    const [amount, budgeted] = [sumOf(kind, currency), sumOf(limit, currency)];
    return amount !== undefined && budgeted !== undefined && new Big(amount).gt(budgeted);
  };
  return [
    ...currencies.flatMap((name) => [
      ...checkIf(exceeds("spent", "committed", name), {
        field: "budget",
        check: "spent_over_committed",
        name,
      }),
      ...checkIf(exceeds("committed", "planned", name), {
        field: "budget",
        check: "committed_over_planned",
        name,
      }),
    ]),
    ...checkIf(currencies.length > 1, {
      field: "budget",
      check: "currencies_mixed",
      name: currencies.join(", "),
    }),
  ];
}

/**
 * Returns figures in texts that no indicator, milestone or budget line holds, so that nobody can compare them next
 * year.
 */
function proseChecks(project: ProjectFields): Check[] {
  const { indicators, budget, targets, title, milestones } = project;
  const steps = milestones.map((milestone) => [milestone.title, milestone.note]);
  const held = new Set(valuesWithin([indicators, budget, targets, title, steps]));
  return (["summary", "description"] as const).flatMap((field) => {
    const figures = figuresIn(project[field]).filter(
      ({ values }) => !values.some((value) => held.has(value)),
    );
    const numbers = [...new Set(figures.map(({ written }) => written))];
    return checkIf(numbers.length > 0, { field, check: "numbers_in_prose", numbers });
  });
}

/** Returns every number within a value of a record and within its texts. */
function valuesWithin(value: unknown): string[] {
  if (typeof value === "number") return [new Big(value).toFixed()];
  if (typeof value === "string") return figuresIn(value).flatMap(({ values }) => values);
  if (Array.isArray(value)) return value.flatMap(valuesWithin);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === "id" ? [] : valuesWithin(inner),
  );
}

/** Returns a check when the density differs from population divided by area by more than one per cent. */
function planChecks(plan: PlanFields): Check[] {
  const of = (kind: string) => plan.figures.find((figure) => figure.kind === kind)?.value ?? null;
  const [people, area, density] = [of("population"), of("land_area_km2"), of("density_per_km2")];
  if (people === null || area === null || density === null || area === 0) return [];
  const computed = people / area;
  const differs = Math.abs(density - computed) > computed / 100;
  return checkIf(differs, {
    field: "figures",
    check: "density_differs",
    was: String(density),
    is: computed.toFixed(1),
  });
}

function checkIf(holds: boolean, check: Check): Check[] {
  return holds ? [check] : [];
}
