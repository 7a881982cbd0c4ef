import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { changeDraft, currentValues } from "@/lib/commands/shared/draft-changes";
import { lockRecord } from "@/lib/db/locks";
import { nextMilestone, type ProjectFields } from "@/lib/domain/record/project";
import { refuse } from "@/lib/domain/result/result";
import { partialDate } from "@/lib/domain/values/partial-date-field";

/**
 * Sets the due date of a project's next open milestone: the earliest due of those neither done nor dropped, with
 * undated ones last. Sent twice under one key it is applied once, to the milestone of the first time. Refuses
 * `wrong_state` when no milestone is open.
 */
export const setMilestoneDate = command({
  permission: "draft.edit",
  input: z.object({
    recordId: z.uuid(),
    key: z.uuid(),
    dueOn: partialDate.refine((value) => value !== null, "missing"),
  }),
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    // A plan's profile has no milestones, so none is open.
    const seen = (currentValues(record)["milestones"] ?? []) as ProjectFields["milestones"];
    const next = nextMilestone(seen);
    if (!next) refuse({ code: "wrong_state", reason: "no_open_milestone" });
    const value = seen.map((milestone) =>
      milestone === next ? { ...milestone, dueOn: input.dueOn } : milestone,
    );
    const { applied } = await changeDraft(tx, record, [{ field: "milestones", seen, value }], {
      id: input.key,
      byId: actor.personId,
      at: now,
    });
    const { id: recordId, cityId } = record;
    return {
      value: { milestone: next.title },
      entry:
        applied.length === 0
          ? null
          : { kind: "draft_edited", recordId, cityId, fields: ["milestones"] },
    };
  },
});
