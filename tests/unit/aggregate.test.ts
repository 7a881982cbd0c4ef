import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addAggregates,
  aggregateOf,
  aggregateOfOutcome,
  measuresOf,
} from "@/lib/domain/progress/aggregate";
import { lateReasons } from "@/lib/domain/progress/late";
import { standings } from "@/lib/domain/progress/progress";
import { stages } from "@/lib/domain/record/project";
import { aMilestone, anIndicator, aReading } from "@/tests/support/examples";

const project = {
  isListed: true,
  stage: "ongoing" as const,
  leadFocusArea: "civic-social",
  outcomes: ["economy", "life", "life"],
  lateReasons: ["late" as const, "missed" as const],
  measures: {
    needs: ["finance"],
    milestones: { done: 1, kept: 3 },
    indicators: [
      { outcome: "life", standing: "behind" as const },
      { outcome: null, standing: "reached" as const },
    ],
  },
};

test("an aggregate counts listed projects by stage, first focus area and each outcome once", () => {
  const aggregate = aggregateOf([
    project,
    { isListed: true, stage: "completed", leadFocusArea: null, outcomes: [] },
    { ...project, isListed: false },
  ]);
  expect(aggregate).toEqual({
    total: 2,
    byStage: { planning: 0, ongoing: 1, completed: 1, not_stated: 0 },
    byFocusArea: { "civic-social": 1 },
    byOutcome: { economy: 1, life: 1 },
    byLateReason: { late: 1, paused: 0, missed: 1, silent: 0 },
    byNeed: { finance: 1 },
    byStanding: { reached: 1, on_course: 0, behind: 1, not_said: 0 },
    milestones: { done: 1, kept: 3 },
  });
});

test("the aggregate of an outcome counts the projects that state it and the indicators that serve it", () => {
  const other = { ...project, outcomes: ["economy"] };
  expect(aggregateOfOutcome([project, other], "life")).toMatchObject({
    total: 1,
    byOutcome: { economy: 1, life: 1 },
    byStanding: { reached: 0, behind: 1 },
  });
});

test("a project's measures are its open needs, its milestones and how each indicator stands", () => {
  const need = { id: "1", kind: "finance" as const, text: "", isMet: false, metBy: "" };
  const way = { baseline: 0, target: 10, outcome: "life" };
  expect(
    measuresOf({
      supportNeeded: [need, { ...need, id: "2" }, { ...need, kind: "study", isMet: true }],
      milestones: [
        aMilestone({ dueOn: "2024", doneOn: "2024" }),
        aMilestone({ dueOn: "2026" }),
        // This milestone was done and never had a planned date.
        aMilestone({ doneOn: "2024" }),
        aMilestone({ dueOn: "2024", doneOn: "2024", droppedReason: "The site was sold." }),
      ],
      indicators: [
        anIndicator(),
        anIndicator({ ...way, readings: [aReading("2024", 10)] }),
        anIndicator({
          ...way,
          baselineOn: "2020",
          targetOn: "2025",
          readings: [aReading("2024", 4)],
        }),
        anIndicator({
          ...way,
          baselineOn: "2020",
          targetOn: "2025",
          readings: [aReading("2021", 4)],
        }),
      ],
    }),
  ).toEqual({
    needs: ["finance"],
    milestones: { done: 1, kept: 2 },
    indicators: [
      { outcome: null, standing: "not_said" },
      { outcome: "life", standing: "reached" },
      { outcome: "life", standing: "behind" },
      { outcome: "life", standing: "on_course" },
    ],
  });
});

test("the aggregates of parts add up to the aggregate of the whole", () => {
  const anyProject = fc.record({
    isListed: fc.boolean(),
    stage: fc.constantFrom(...stages),
    leadFocusArea: fc.constantFrom(null, "civic-social", "quality-environment"),
    outcomes: fc.subarray(["economy", "environment", "life"]),
    lateReasons: fc.subarray([...lateReasons]),
    measures: fc.record({
      needs: fc.subarray(["finance", "study"]),
      milestones: fc.record({ done: fc.nat(9), kept: fc.nat(9) }),
      indicators: fc.array(
        fc.record({
          outcome: fc.constantFrom(null, "economy"),
          standing: fc.constantFrom(...standings),
        }),
      ),
    }),
  });
  fc.assert(
    fc.property(fc.array(fc.array(anyProject)), (cities) => {
      expect(addAggregates(cities.map(aggregateOf))).toEqual(aggregateOf(cities.flat()));
    }),
  );
});
