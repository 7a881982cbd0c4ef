import type { ProjectFields } from "@/lib/domain/record/project";
import { type Move, moveOf } from "@/lib/domain/values/move";

type Milestone = ProjectFields["milestones"][number];

/** The change of one milestone between two editions. */
export type MilestoneChange = { id: string; title: string } & (
  | { kind: "added" | "done" | "dropped" | "removed" }
  | { kind: "moved"; move: Move }
);

/** Returns the changes of a project's milestones, matched by id, in the order of the later edition. */
export function milestoneChanges(before: Milestone[], after: Milestone[]): MilestoneChange[] {
  const former = new Map(before.map((milestone) => [milestone.id, milestone]));
  const kept = new Set(after.map((milestone) => milestone.id));
  return [
    ...after.flatMap((milestone) => changesOf(former.get(milestone.id), milestone)),
    ...before
      .filter((milestone) => !kept.has(milestone.id))
      .map(({ id, title }) => ({ id, title, kind: "removed" as const })),
  ];
}

function changesOf(before: Milestone | undefined, after: Milestone): MilestoneChange[] {
  const { id, title } = after;
  if (after.doneOn !== null) return before?.doneOn ? [] : [{ id, title, kind: "done" }];
  if (after.droppedReason !== "")
    return before?.droppedReason ? [] : [{ id, title, kind: "dropped" }];
  if (!before) return [{ id, title, kind: "added" }];
  const move = moveOf(before.dueOn, after.dueOn);
  return move ? [{ id, title, kind: "moved", move }] : [];
}
