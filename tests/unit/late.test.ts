import { expect, test } from "vitest";
import { lateReasonsOf } from "@/lib/domain/progress/late";

const project = { schedule: null, stage: "ongoing", endsOn: null, closing: null } as const;

test.each([
  ["says nothing of it", {}, []],
  ["is declared on time", { schedule: "on_time" }, []],
  ["is declared late", { schedule: "late" }, ["late"]],
  ["is paused past its end", { schedule: "paused", endsOn: "2023" }, ["paused", "passed_end"]],
  ["was to end the year before", { endsOn: "2024" }, ["passed_end"]],
  ["is to end within the year of its edition", { endsOn: "2025" }, []],
  ["was to end the day before", { endsOn: "2025-09-29" }, ["passed_end"]],
  ["ends on the very day", { endsOn: "2025-09-30" }, []],
  ["was to end the month before", { endsOn: "2025-08" }, ["passed_end"]],
  ["has no stage and was to end", { endsOn: "2024", stage: "not_stated" }, ["passed_end"]],
  ["is completed", { endsOn: "2024", stage: "completed" }, []],
  ["is closed", { endsOn: "2024", closing: "withdrawn" }, []],
] as const)("of a project that %s", (_, fields, reasons) => {
  expect(lateReasonsOf({ ...project, ...fields }, "2025-09-30")).toEqual(reasons);
});
