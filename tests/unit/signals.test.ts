import fc from "fast-check";
import { expect, test } from "vitest";
import { listSignals, type Signal, signals } from "@/lib/domain/progress/signals";
import { emptyProject, type ProjectFields } from "@/lib/domain/record/project";
import { words } from "@/messages/en";
import { anyProject } from "@/tests/support/arbitraries";
import { aMilestone, anIndicator, aReading } from "@/tests/support/examples";

const today = "2026-11-22";
const done = aMilestone({ doneOn: "2024" });
const dropped = aMilestone({ droppedReason: "The site was sold." });
const reached = anIndicator({
  name: "Water saved",
  baseline: 0,
  baselineOn: "2020",
  target: 100,
  targetOn: "2028",
});

const cases: [Signal["signal"], Partial<ProjectFields>, Partial<ProjectFields>][] = [
  [
    "completed_with_open_milestones",
    { stage: "completed", milestones: [done, aMilestone(), dropped] },
    { stage: "completed", milestones: [done, dropped] },
  ],
  ["past_end", { stage: "planning", endsOn: "2025" }, { stage: "planning", endsOn: "2026" }],
  ["past_end", { stage: "ongoing", endsOn: "2026-11-21" }, { stage: "completed", endsOn: "2025" }],
  [
    "ended_not_completed",
    { stage: "ongoing", endedOn: "2025" },
    { stage: "completed", endedOn: "2025" },
  ],
  [
    "all_milestones_done",
    { stage: "ongoing", milestones: [done, dropped] },
    { stage: "ongoing", milestones: [] },
  ],
  [
    "all_milestones_dropped",
    { stage: "ongoing", milestones: [dropped] },
    { stage: "ongoing", milestones: [dropped, aMilestone()] },
  ],
  [
    "overdue_but_on_time",
    { schedule: "on_time", milestones: [aMilestone({ dueOn: "2026-10" }), done] },
    { schedule: "late", milestones: [aMilestone({ dueOn: "2026-10" }), done] },
  ],
  [
    "behind_but_on_time",
    { schedule: "on_time", indicators: [{ ...reached, readings: [aReading("2026-10", 10)] }] },
    { schedule: "on_time", indicators: [{ ...reached, readings: [aReading("2026-10", 90)] }] },
  ],
  [
    "reading_late",
    { stage: "ongoing", indicators: [{ ...reached, readings: [aReading("2025-10", 90)] }] },
    { stage: "ongoing", indicators: [{ ...reached, readings: [aReading("2025-11-22", 90)] }] },
  ],
  [
    "target_passed",
    { indicators: [{ ...reached, targetOn: "2025", readings: [aReading("2024", 90)] }] },
    { indicators: [{ ...reached, targetOn: "2025", readings: [aReading("2025", 90)] }] },
  ],
  [
    "wrong_way",
    { indicators: [{ ...reached, direction: "decrease" }] },
    { indicators: [{ ...reached, target: null, direction: "decrease" }] },
  ],
];

test.each(cases)(
  "%s is signalled where it holds, and not where it does not",
  (signal, holds, not) => {
    const found = (more: Partial<ProjectFields>) =>
      listSignals({ ...emptyProject("A title"), ...more }, today).map((each) => each.signal);
    expect(found(holds)).toContain(signal);
    expect(found(not)).not.toContain(signal);
  },
);

test("every signal has a case here and a sentence", () => {
  expect([...new Set(cases.map(([signal]) => signal))].sort()).toEqual([...signals].sort());
  expect(Object.keys(words.progress.signals).sort()).toEqual([...signals].sort());
});

test("a project that is no longer pursued has no signal", () => {
  fc.assert(
    fc.property(anyProject, (project) => {
      expect(listSignals({ ...project, closing: "withdrawn" }, today)).toEqual([]);
    }),
  );
});

test("a project without facts has no signal", () => {
  expect(listSignals(emptyProject("A title"), today)).toEqual([]);
});
