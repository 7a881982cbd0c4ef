import { describe, expect, test } from "vitest";
import { listChecks } from "@/lib/domain/checks";
import { emptyPlan } from "@/lib/domain/plan";
import { emptyProject, type ProjectFields } from "@/lib/domain/project";
import { aBudgetLine, aMilestone, anIndicator } from "@/tests/support/examples";

const today = "2026-11-22";
const project = (fields: Partial<ProjectFields> = {}): ProjectFields => ({
  ...emptyProject("Buses"),
  ...fields,
});
const checksOf = (after: ProjectFields, before: ProjectFields | null = null, since = {}) =>
  listChecks(before, after, { since, today });
const keys = (...args: Parameters<typeof checksOf>) => checksOf(...args).map(({ check }) => check);

test("a project with nothing to look at has no checks", () => {
  expect(checksOf(project({ summary: "Buses since 2019." }), project())).toEqual([]);
});

test("a text that says for a year what it says", () => {
  const since = { summary: "2025-11-22", description: "2025-11-23", stage: "2020-01-01" };
  expect(checksOf(project(), project(), since)).toEqual([
    { field: "summary", check: "unchanged_for_a_year", since: "2025-11-22" },
  ]);
});

describe("what changed against what is public", () => {
  test("the title, with both", () => {
    expect(checksOf(project({ title: "Trams" }), project())).toEqual([
      { field: "title", check: "title_changed", was: "Buses", is: "Trams" },
    ]);
  });

  test("nothing is said of a first publication", () => {
    expect(checksOf(project({ title: "Trams", endsOn: "2030" }), null)).toEqual([]);
  });

  test("the focus area that leads, not the second", () => {
    const areas = (...slugs: string[]) => ({
      focusAreas: slugs.map((focusArea, n) => ({
        id: `00000000-0000-4000-8000-00000000000${n}`,
        focusArea,
        projectType: null,
        ownLabel: "",
      })),
    });
    expect(keys(project(areas("b", "a")), project(areas("a", "b")))).toEqual(["lead_area_changed"]);
    expect(keys(project(areas("a", "c")), project(areas("a", "b")))).toEqual([]);
  });

  test("an end that moved, an indicator's unit and baseline", () => {
    const indicator = anIndicator({ unit: "km", baseline: 3 });
    const before = project({ endsOn: "2025", indicators: [indicator] });
    const after = project({
      endsOn: "2027-03",
      indicators: [{ ...indicator, unit: "m", baseline: 4 }],
    });
    expect(keys(after, before)).toEqual(["end_moved", "unit_changed", "baseline_changed"]);
  });
});

describe("what is claimed without evidence", () => {
  const done = aMilestone({ title: "Depot", doneOn: "2025-03" });

  test("a completion, a milestone that is done", () => {
    expect(checksOf(project({ stage: "completed", milestones: [done] }))).toEqual([
      { field: "stage", check: "completed_without_evidence" },
      { field: "milestones", check: "done_without_evidence", name: "Depot" },
    ]);
  });
});

describe("the budget", () => {
  test("spent over committed, committed over planned, per currency", () => {
    const line = (kind: "planned" | "committed" | "spent", amount: string, currency = "THB") =>
      aBudgetLine({ kind, amount, currency: currency as "THB" });
    expect(
      checksOf(project({ budget: [line("planned", "10"), line("committed", "10.01")] })),
    ).toEqual([{ field: "budget", check: "committed_over_planned", name: "THB" }]);
    expect(keys(project({ budget: [line("committed", "5"), line("spent", "5")] }))).toEqual([]);
    expect(
      keys(
        project({
          budget: [line("committed", "5"), line("spent", "6"), line("spent", "1", "USD")],
        }),
      ),
    ).toEqual(["spent_over_committed", "currencies_mixed"]);
  });
});

describe("numbers in prose", () => {
  const numbersOf = (fields: Partial<ProjectFields>) =>
    checksOf(project(fields)).flatMap((check) => check.numbers ?? []);

  test("that nothing holds", () => {
    expect(
      numbersOf({ summary: "By 2024, 1,250 cameras and 35.5 % of 7 districts; COVID-19, G20." }),
    ).toEqual(["1250", "35.5"]);
  });

  test("not those that an indicator or the budget holds", () => {
    expect(
      numbersOf({
        summary: "1,250 cameras for THB 30000",
        indicators: [anIndicator({ target: 1250 })],
        budget: [aBudgetLine({ amount: "30000" })],
      }),
    ).toEqual([]);
  });
});

test("a density that is not its population over its area", () => {
  const figure = (kind: "population" | "land_area_km2" | "density_per_km2", value: number) => ({
    id: crypto.randomUUID(),
    kind,
    value,
    on: null,
    boundaryNote: "",
    source: "",
  });
  const plan = (density: number) => ({
    ...emptyPlan,
    figures: [
      figure("population", 1_780_148),
      figure("land_area_km2", 38.55),
      figure("density_per_km2", density),
    ],
  });
  const checks = (density: number) => listChecks(null, plan(density), { since: {}, today });
  expect(checks(46_178)).toEqual([]);
  expect(checks(45.7)).toMatchObject([{ field: "figures", check: "density_differs" }]);
});
