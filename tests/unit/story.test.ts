import { expect, test } from "vitest";
import { milestoneChanges } from "@/lib/domain/progress/milestone-changes";
import { moveOf, slipOf } from "@/lib/domain/values/move";
import { aMilestone } from "@/tests/support/examples";

test.each([
  ["2021", "2023", 24],
  ["2021", "2021-06", -6],
  ["2025-03", "2025-12-31", 9],
  ["2025-03-01", "2025-03-20", 0],
])("from %s to %s an end moves by %i months", (from, to, months) => {
  expect(moveOf(from, to)).toEqual({ from, to, months });
  expect(slipOf(from, to)).toEqual(months < 0 ? null : { from, to, months });
});

test("a date that is missing or the same has no move", () => {
  expect(moveOf(null, "2025")).toBeNull();
  expect(moveOf("2025", null)).toBeNull();
  expect(moveOf("2025", "2025-12")).toBeNull();
});

test("a milestone is recognised by its id and not by its title", () => {
  const kept = aMilestone({ title: "Tender", dueOn: "2021" });
  const moved = aMilestone({ title: "Opening", dueOn: "2021" });
  const gone = aMilestone({ title: "Feast", dueOn: "2022" });
  const added = aMilestone({ title: "Test runs" });
  const changes = milestoneChanges(
    [kept, moved, gone],
    [{ ...kept, title: "Tender closed", doneOn: "2020-05" }, { ...moved, dueOn: "2022-06" }, added],
  );
  expect(changes).toEqual([
    { id: kept.id, title: "Tender closed", kind: "done" },
    {
      id: moved.id,
      title: "Opening",
      kind: "moved",
      move: { from: "2021", to: "2022-06", months: 6 },
    },
    { id: added.id, title: "Test runs", kind: "added" },
    { id: gone.id, title: "Feast", kind: "removed" },
  ]);
});

test("milestones that were done or dropped before are not repeated", () => {
  const done = aMilestone({ doneOn: "2020" });
  const dropped = aMilestone({ droppedReason: "No money" });
  expect(milestoneChanges([done, dropped], [{ ...done, doneOn: "2021" }, dropped])).toEqual([]);
  const open = aMilestone({ dueOn: "2020" });
  expect(milestoneChanges([open], [{ ...open, droppedReason: "No money" }])).toEqual([
    { id: open.id, title: open.title, kind: "dropped" },
  ]);
});
