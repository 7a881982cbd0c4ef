import { describe, expect, test } from "vitest";
import { emptyPlan } from "@/lib/domain/record/plan";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { listChecks } from "@/lib/domain/review/checks";
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

test("a text with the figures of one year", () => {
  const since = { summary: "2025-11-22", description: "2025-11-23", stage: "2020-01-01" };
  expect(checksOf(project(), project(), since)).toEqual([
    { field: "summary", check: "unchanged_for_a_year", since: "2025-11-22" },
  ]);
});

describe("what changed against what is public", () => {
  test("a changed title, with both titles", () => {
    expect(checksOf(project({ title: "Trams" }), project())).toEqual([
      { field: "title", check: "title_changed", was: "Buses", is: "Trams" },
    ]);
  });

  test("a first publication has no such check", () => {
    expect(checksOf(project({ title: "Trams", endsOn: "2030" }), null)).toEqual([]);
  });

  test("a changed first focus area, but not a changed second one", () => {
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

  test("a moved end, and a changed unit or baseline of an indicator", () => {
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

  test("a completed project and a milestone that is done", () => {
    expect(checksOf(project({ stage: "completed", milestones: [done] }))).toEqual([
      { field: "stage", check: "completed_without_evidence" },
      { field: "milestones", check: "done_without_evidence", name: "Depot" },
    ]);
  });
});

describe("the budget", () => {
  test("more spent than committed, or more committed than planned, by currency", () => {
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

  test("that no field has", () => {
    expect(
      numbersOf({ summary: "By 2024, 1,250 cameras and 35.5 % of 7 districts; COVID-19, G20." }),
    ).toEqual(["1,250", "35.5"]);
  });

  test.each([
    ["A 20.8-hectare landfill was closed.", ["20.8"]],
    ["20.8km of track, 110kV lines, 35% less, 40 per cent more", ["20.8", "110", "35", "40"]],
    [
      "Between 10-15 and 120–150 buses; from 4.5 to 6.5 m",
      ["10", "15", "120", "150", "4.5", "6.5"],
    ],
    ["1,250,000 people, 1.250.000 trees, 1 250 001 homes, 1’250’002 lamps", null],
    ["๑,๒๕๐ คัน และ ๒๐.๘ กม.; ១២៣ គ្រួសារ; ၄၅.၆", ["1,250", "20.8", "123", "45.6"]],
    ["In 2018–2025, 2018/19, 2568, ๒๕๖๘ and the 1990s", []],
    ["On 30 September 2025, September 25, 2024, 2024-09-25, 25/09/2024 at 14:30", []],
    ["A 30-year plan of the 21st century, the 10th of its kind, on a 24-hour line", []],
    ["COVID-19, G20, MRT3, ISO-37120, 5G, 3 of 7", []],
    ["2,568 cameras and 2020 lamps", ["2,568"]],
    ["USD 1.5 million and 20 billion", ["1.5", "20"]],
    ["It cost 12.", ["12"]],
  ])("%j", (summary, listed) => {
    const expected = listed ?? ["1,250,000", "1.250.000", "1 250 001", "1’250’002"];
    expect(numbersOf({ summary })).toEqual(expected);
  });

  test.each([
    ["A 20.8-hectare landfill", 20.8],
    ["20,8 hectares", 20.8],
    ["1.250 cameras", 1250],
    ["1 250 000 people", 1250000],
    ["1.250.000,5", 1250000.5],
    ["1,250,000.5", 1250000.5],
    ["USD 1.5 million", 1500000],
    ["๒๐.๘ กม.", 20.8],
  ])("not %j where an indicator is to reach %d", (summary, target) => {
    expect(numbersOf({ summary, indicators: [anIndicator({ target })] })).toEqual([]);
    expect(numbersOf({ summary, indicators: [anIndicator({ target: target + 1 })] })).toHaveLength(
      1,
    );
  });

  test("a number in an id, or another number, is not the same number", () => {
    const indicators = [
      { ...anIndicator({ target: 20 }), id: "12345678-0000-4000-8000-000000000000" },
    ];
    expect(numbersOf({ summary: "20.8 and 12345678", indicators })).toEqual(["20.8", "12345678"]);
  });

  test("numbers of an indicator or of the budget are not listed", () => {
    expect(
      numbersOf({
        summary: "1,250 cameras for THB 30000",
        indicators: [anIndicator({ target: 1250 })],
        budget: [aBudgetLine({ amount: "30000" })],
      }),
    ).toEqual([]);
  });
});

test("a density that differs from population divided by area", () => {
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
