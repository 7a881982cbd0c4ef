import fc from "fast-check";
import { expect, test } from "vitest";
import { stages } from "@/lib/domain/project";
import { addTallies, tallyOf } from "@/lib/domain/tally";

const project = {
  isListed: true,
  stage: "ongoing" as const,
  leadFocusArea: "civic-social",
  outcomes: ["economy", "life", "life"],
};

test("a tally counts listed projects by stage, leading area and each outcome once", () => {
  const tally = tallyOf([
    project,
    { ...project, stage: "completed", leadFocusArea: null, outcomes: [] },
    { ...project, isListed: false },
  ]);
  expect(tally).toEqual({
    total: 2,
    byStage: { planning: 0, ongoing: 1, completed: 1, not_stated: 0 },
    byFocusArea: { "civic-social": 1 },
    byOutcome: { economy: 1, life: 1 },
  });
});

test("the tallies of parts add up to the tally of the whole", () => {
  const anyProject = fc.record({
    isListed: fc.boolean(),
    stage: fc.constantFrom(...stages),
    leadFocusArea: fc.constantFrom(null, "civic-social", "quality-environment"),
    outcomes: fc.subarray(["economy", "environment", "life"]),
  });
  fc.assert(
    fc.property(fc.array(fc.array(anyProject)), (cities) => {
      expect(addTallies(cities.map(tallyOf))).toEqual(tallyOf(cities.flat()));
    }),
  );
});
