import { expect, test } from "vitest";
import { countOutcomes, promisesOf, promisesOfPlan } from "@/lib/domain/progress/promises";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { aMilestone, aTarget } from "@/tests/support/examples";

const edition = (
  effectiveOn: string,
  { endsOn = null, milestones = [] }: Partial<ProjectFields>,
) => ({ effectiveOn, endsOn, milestones });

/** Returns the promises of a project whose editions hold from these days, by what they are. */
function promisesFrom(project: Partial<ProjectFields>, ...former: ReturnType<typeof edition>[]) {
  const fields = { ...emptyProject("Bus"), ...project };
  return promisesOf("record", fields, [...former, edition("2025-09-30", fields)]);
}

test("a milestone is done, late, open or dropped by what its edition says on its day", () => {
  const milestones = [
    aMilestone({ title: "open", dueOn: "2025" }),
    aMilestone({ title: "late", dueOn: "2021" }),
    aMilestone({ title: "done", dueOn: "2022", doneOn: "2023-02" }),
    aMilestone({ title: "done without a date before", doneOn: "2023-01" }),
    aMilestone({ title: "dropped", dueOn: "2024", droppedReason: "No land" }),
    aMilestone({ title: "never dated" }),
  ];
  expect(promisesFrom({ milestones }).map(({ title, outcome }) => [title, outcome])).toEqual([
    ["late", { kind: "late" }],
    ["done", { kind: "done", on: "2023-02" }],
    ["done without a date before", { kind: "done", on: "2023-01" }],
    ["dropped", { kind: "dropped", reason: "No land" }],
    ["open", { kind: "open" }],
    ["never dated", { kind: "open" }],
  ]);
});

test("what was promised first is not forgotten when it moves", () => {
  const opening = aMilestone({ title: "Opening", dueOn: "2021" });
  const promises = promisesFrom(
    { endsOn: "2026", milestones: [{ ...opening, dueOn: "2025-12" }] },
    edition("2018-07-08", { endsOn: "2021", milestones: [opening] }),
    edition("2022-09-21", { endsOn: "2024", milestones: [{ ...opening, dueOn: "2024" }] }),
  );
  expect(promises).toMatchObject([
    { of: "milestone", move: { from: "2021", to: "2025-12", months: 48 } },
    { of: "end", move: { from: "2021", to: "2026", months: 60 }, outcome: { kind: "open" } },
  ]);
});

test("a milestone that a later edition does not name stays, with the day from which it is gone", () => {
  const feast = aMilestone({ title: "Feast", dueOn: "2020" });
  const test1 = aMilestone({ title: "Test", dueOn: "2019", doneOn: "2019-05" });
  const promises = promisesFrom(
    { milestones: [] },
    edition("2018-07-08", { milestones: [feast] }),
    edition("2022-09-21", { milestones: [feast, test1] }),
  );
  expect(promises.map(({ title, outcome }) => [title, outcome])).toEqual([
    ["Test", { kind: "done", on: "2019-05" }],
    ["Feast", { kind: "gone", since: "2025-09-30" }],
  ]);
});

test.each([
  [{ endedOn: "2024-03" }, { kind: "done", on: "2024-03" }],
  [{ stage: "completed" as const }, { kind: "done", on: null }],
  [{ closing: "withdrawn" as const }, { kind: "closed", closing: "withdrawn" }],
  [{}, { kind: "late" }],
  [{ endsOn: "2025" }, { kind: "open" }],
])("the end of a project with %j is %j", (more, outcome) => {
  expect(promisesFrom({ endsOn: "2023", ...more })).toMatchObject([{ of: "end", outcome }]);
});

test("of a target of a plan that is due nobody can say what became of it", () => {
  const promises = promisesOfPlan(
    [
      aTarget({ text: "Phase 2", dueOn: "2025" }),
      aTarget({ text: "Phase 1", dueOn: "2021" }),
      aTarget({ text: "Some day" }),
    ],
    "2025-09-30",
  );
  expect(promises.map(({ title, outcome }) => [title, outcome.kind])).toEqual([
    ["Phase 1", "unsaid"],
    ["Phase 2", "open"],
  ]);
  expect(countOutcomes(promises)).toEqual({
    total: 2,
    done: 0,
    late: 0,
    unsaid: 1,
    givenUp: 0,
    open: 1,
  });
});

test.each([
  ["reached", "done"],
  ["partly_reached", "late"],
  ["not_reached", "late"],
  ["given_up", "givenUp"],
] as const)("a target that its city says is %s is told so, and counts as %s", (result, group) => {
  const target = aTarget({ dueOn: "2030", result, resultOn: "2024", resultNote: "By ferry." });
  const promises = promisesOfPlan([target], "2025-09-30");
  expect(promises[0]).toMatchObject({
    note: "By ferry.",
    outcome: { kind: "result", result, on: "2024" },
  });
  expect(countOutcomes(promises)).toMatchObject({ total: 1, [group]: 1 });
});
