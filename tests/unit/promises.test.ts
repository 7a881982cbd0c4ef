import { describe, expect, test } from "vitest";
import {
  countOutcomes,
  promisesOf,
  promisesOfPlan,
  undatedOf,
} from "@/lib/domain/progress/promises";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { aMilestone, anIndicator, aReading, aTarget } from "@/tests/support/examples";

const edition = (
  effectiveOn: string,
  { endsOn = null, milestones = [] }: Partial<ProjectFields>,
) => ({ effectiveOn, origin: "documents" as const, endsOn, milestones });

/** Returns the promises of a project whose editions are valid from these days, by their kind. */
function promisesFrom(project: Partial<ProjectFields>, ...former: ReturnType<typeof edition>[]) {
  const fields = { ...emptyProject("Bus"), ...project };
  return promisesOf("record", fields, [...former, edition("2025-09-30", fields)], "2025-10-01");
}

test("a milestone is done, late, open or dropped as its edition says on its day", () => {
  const milestones = [
    aMilestone({ title: "open", dueOn: "2025" }),
    aMilestone({ title: "late", dueOn: "2021" }),
    aMilestone({ title: "done", dueOn: "2022", doneOn: "2023-02" }),
    aMilestone({ title: "done without a date before", doneOn: "2023-01" }),
    aMilestone({ title: "dropped", dueOn: "2024", droppedReason: "No land" }),
    aMilestone({ title: "never dated" }),
  ];
  expect(promisesFrom({ milestones }).map(({ title, outcome }) => [title, outcome])).toEqual([
    ["late", { kind: "late", reportedOn: "2025-09-30" }],
    ["done", { kind: "done", on: "2023-02", late: { from: "2022", to: "2023-02", months: 2 } }],
    ["dropped", { kind: "dropped", reason: "No land" }],
    ["open", { kind: "open" }],
  ]);
  // These milestones never had a planned date, so they are no promises.
  expect(undatedOf({ milestones }).map(({ title, doneOn }) => [title, doneOn])).toEqual([
    ["done without a date before", "2023-01"],
    ["never dated", null],
  ]);
});

test("a promise keeps its first date when it moves", () => {
  const opening = aMilestone({ title: "Opening", dueOn: "2021" });
  const promises = promisesFrom(
    { endsOn: "2026", milestones: [{ ...opening, dueOn: "2025-12" }] },
    edition("2018-07-08", { endsOn: "2021", milestones: [opening] }),
    edition("2022-09-21", { endsOn: "2024", milestones: [{ ...opening, dueOn: "2024" }] }),
  );
  expect(promises).toMatchObject([
    {
      ...{ of: "milestone", former: ["2021", "2024"] },
      move: { from: "2021", to: "2025-12", months: 48 },
    },
    {
      ...{ of: "end", former: ["2021", "2024"], outcome: { kind: "open" } },
      move: { from: "2021", to: "2026", months: 60 },
    },
  ]);
});

test("a milestone that a later edition leaves out stays, with the day from which it is missing", () => {
  const feast = aMilestone({ title: "Feast", dueOn: "2020" });
  const test1 = aMilestone({ title: "Test", dueOn: "2019", doneOn: "2019-05" });
  const promises = promisesFrom(
    { milestones: [] },
    edition("2018-07-08", { milestones: [feast] }),
    edition("2022-09-21", { milestones: [feast, test1] }),
  );
  expect(promises.map(({ title, outcome }) => [title, outcome])).toEqual([
    ["Test", { kind: "done", on: "2019-05", late: null }],
    ["Feast", { kind: "gone", since: "2025-09-30" }],
  ]);
});

test.each([
  [{ endedOn: "2024-03" }, { kind: "done", on: "2024-03", late: { from: "2023", months: 3 } }],
  [{ stage: "completed" as const }, { kind: "done", on: null }],
  [{ closing: "withdrawn" as const }, { kind: "closed", closing: "withdrawn" }],
  [{}, { kind: "late" }],
  [{ endsOn: "2025" }, { kind: "open" }],
])("the end of a project with %j is %j", (more, outcome) => {
  expect(promisesFrom({ endsOn: "2023", ...more })).toMatchObject([{ of: "end", outcome }]);
});

test("a due target without an answer is silent", () => {
  const promises = promisesOfPlan(
    [
      aTarget({ text: "Phase 2", dueOn: "2025" }),
      aTarget({ text: "Phase 1", dueOn: "2021" }),
      aTarget({ text: "Some day" }),
    ],
    [],
    "2025-09-30",
  );
  expect(promises.map(({ title, outcome }) => [title, outcome.kind])).toEqual([
    ["Phase 1", "silent"],
    ["Phase 2", "open"],
  ]);
  expect(countOutcomes(promises)).toEqual({
    total: 2,
    kept: 0,
    doneLate: 0,
    late: 0,
    silent: 1,
    givenUp: 0,
    open: 1,
  });
});

test.each([
  ["reached", "kept"],
  ["partly_reached", "late"],
  ["not_reached", "late"],
  ["given_up", "givenUp"],
] as const)("a target that is said to be %s is told so, and counts as %s", (result, group) => {
  const target = aTarget({ dueOn: "2030", result, resultOn: "2024", resultNote: "By ferry." });
  const promises = promisesOfPlan([target], [], "2025-09-30");
  expect(promises[0]).toMatchObject({
    note: "By ferry.",
    outcome: { kind: "result", result, on: "2024" },
  });
  expect(countOutcomes(promises)).toMatchObject({ total: 1, [group]: 1 });
});

describe("a target of a plan is answered by its indicator or milestone", () => {
  const indicator = (...readings: [string, number][]) =>
    anIndicator({ id: "i", readings: readings.map(([on, value]) => aReading(on, value)) });
  const outcomeOf = (
    more: Parameters<typeof aTarget>[0],
    { milestones = [], indicators = [] }: Partial<ProjectFields>,
    today = "2026-11-01",
  ) => {
    const project = {
      fields: { milestones, indicators },
      edition: { effectiveOn: "2025-09-30", origin: "documents" as const },
    };
    const [promise] = promisesOfPlan([aTarget({ dueOn: "2022", ...more })], [project], today);
    return promise?.outcome;
  };

  test("it is reached when its indicator reached it, with or without a baseline", () => {
    const indicators = [indicator(["2021", 100], ["2022-07", 318_731])];
    expect(outcomeOf({ indicator: "i", value: 200_000 }, { indicators })).toMatchObject({
      ...{ kind: "measured", isReached: true, value: 318_731, on: "2022-07" },
    });
    const falling = { indicator: "i", value: 400_000, direction: "decrease" as const };
    expect(outcomeOf(falling, { indicators })).toMatchObject({ isReached: true });
  });

  test("it is not reached when a value of its date or later is too low", () => {
    const indicators = [indicator(["2023-04", 4])];
    expect(outcomeOf({ indicator: "i", value: 13 }, { indicators })).toMatchObject({
      ...{ kind: "measured", isReached: false },
    });
  });

  test("a value from before its date leaves it silent", () => {
    const indicators = [indicator(["2021-04", 4])];
    expect(outcomeOf({ indicator: "i", value: 13 }, { indicators })).toEqual({
      ...{ kind: "silent", reportedOn: "2021-04-30" },
    });
    expect(outcomeOf({ indicator: "i", value: 13 }, { indicators }, "2022-12-31")).toEqual({
      kind: "open",
    });
  });

  test("it is reached when its milestone was done by its date", () => {
    const milestones = [aMilestone({ id: "m", dueOn: "2024", doneOn: "2024-03" })];
    expect(outcomeOf({ milestone: "m" }, { milestones })).toMatchObject({
      ...{ kind: "done", on: "2024-03", late: { from: "2022", months: 15 } },
    });
    expect(outcomeOf({ milestone: "m" }, { milestones: [aMilestone({ id: "m" })] })).toMatchObject({
      kind: "late",
    });
  });

  test("a stated result takes precedence", () => {
    const indicators = [indicator(["2022", 20])];
    const stated = { indicator: "i", value: 13, result: "given_up" as const };
    expect(outcomeOf(stated, { indicators })).toMatchObject({ kind: "result" });
  });
});
