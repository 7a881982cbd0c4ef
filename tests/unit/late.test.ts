import fc from "fast-check";
import { expect, test } from "vitest";
import { lateReasonsOf, silentDaysOf } from "@/lib/domain/progress/late";
import { aMilestone } from "@/tests/support/examples";

const valid = { effectiveOn: "2025-09-30", origin: "documents" } as const;
const project: Parameters<typeof lateReasonsOf>[0] = {
  ...{ schedule: null, stage: "ongoing", endsOn: null, endedOn: null, closing: null },
  milestones: [],
};

test.each([
  ["says nothing of it", {}, []],
  ["is declared on time", { schedule: "on_time" }, []],
  ["is declared late", { schedule: "late" }, ["late"]],
  ["is paused past its end", { schedule: "paused", endsOn: "2023" }, ["paused", "missed"]],
  ["was to end the year before", { endsOn: "2024" }, ["missed"]],
  ["is to end within the year of its edition", { endsOn: "2025" }, []],
  ["was to end the day before", { endsOn: "2025-09-29" }, ["missed"]],
  ["ends on the very day", { endsOn: "2025-09-30" }, []],
  ["was to end the month before", { endsOn: "2025-08" }, ["missed"]],
  ["has no stage and was to end", { endsOn: "2024", stage: "not_stated" }, ["missed"]],
  ["is completed", { endsOn: "2024", stage: "completed" }, []],
  ["is closed", { endsOn: "2024", closing: "withdrawn" }, []],
] as const)("of a project that %s", (_, fields, reasons) => {
  expect(lateReasonsOf({ ...project, ...fields }, valid)).toEqual(reasons);
});

const steps = (...milestones: Parameters<typeof aMilestone>[0][]) => ({
  ...project,
  milestones: milestones.map((more) => aMilestone(more)),
});

test("a milestone without a report after its date is silent from the next day on", () => {
  const promised = steps({ dueOn: "2025" });
  expect(lateReasonsOf(promised, valid, "2025-12-31")).toEqual([]);
  expect(lateReasonsOf(promised, valid, "2026-01-01")).toEqual(["silent"]);
  expect(silentDaysOf(promised, valid)).toEqual(["2026-01-01"]);
});

test("a milestone that a later report calls open is missed on every day", () => {
  const promised = steps({ dueOn: "2023" });
  expect(lateReasonsOf(promised, valid)).toEqual(["missed"]);
  expect(silentDaysOf(promised, valid)).toEqual([]);
  // The last report on the milestone is older than its due date.
  const unreported = steps({ dueOn: "2023", lastReportedOn: "2022-09-21" });
  expect(lateReasonsOf(unreported, valid)).toEqual(["silent"]);
  // A city states all milestones with its edition, and did not say that this one is done.
  expect(lateReasonsOf(unreported, { ...valid, origin: "city" })).toEqual(["missed"]);
});

test("what is done, given up, undated or of a project that left the list is not late", () => {
  const fine = steps(
    { dueOn: "2023", doneOn: "2024" },
    { dueOn: "2023", droppedReason: "No land" },
    { doneOn: "2024" },
    {},
  );
  expect(lateReasonsOf(fine, valid, "2030-01-01")).toEqual([]);
  const gone = { ...steps({ dueOn: "2023" }), closing: "no_longer_listed" as const };
  expect(lateReasonsOf(gone, valid, "2030-01-01")).toEqual([]);
  expect(silentDaysOf(gone, valid)).toEqual([]);
});

test("the stored days give for every day whether a project is silent", () => {
  const date = fc.constantFrom(null, "2023", "2025-09", "2025-09-30", "2026-03", "2027");
  const milestone = fc.record({
    dueOn: date,
    firstDueOn: date,
    doneOn: date,
    lastReportedOn: date,
  });
  fc.assert(
    fc.property(
      fc.array(milestone, { maxLength: 4 }),
      date,
      fc.constantFrom("2025-09-30", "2025-10-01", "2026-04-01", "2028-01-01"),
      (milestones, endsOn, today) => {
        const promised = { ...steps(...milestones), endsOn };
        const [from] = silentDaysOf(promised, valid);
        const isSilent = lateReasonsOf(promised, valid, today).includes("silent");
        expect(from !== undefined && from <= today).toBe(isSilent);
      },
    ),
  );
});
