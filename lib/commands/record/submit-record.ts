import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { compareForReview, sendForReview } from "@/lib/commands/shared/send-for-review";
import { lockRecord } from "@/lib/db/locks";
import { isReady, listIssues } from "@/lib/domain/record/readiness";
import { refuse } from "@/lib/domain/result/result";

/**
 * Sends an immutable copy of a record's draft for review; the draft stays editable.
 * Refuses `wrong_state` while an earlier submission is open or when nothing differs from what is public,
 * and `not_ready` with everything that is missing.
 */
export const submitRecord = command({
  permission: "draft.submit",
  input: z.object({ recordId: z.uuid() }),
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, now }) {
    const { fields, isPublished, changedFields, change } = await compareForReview(tx, record);
    if (isPublished && changedFields === 0) {
      refuse({ code: "wrong_state", reason: "nothing_changed" });
    }
    const issues = listIssues(record.kind, fields);
    if (!isReady(issues)) refuse({ code: "not_ready", issues });

    const submissionId = await sendForReview(tx, record, {
      fields,
      changedFields,
      change,
      byId: actor.personId,
      at: now,
    });
    const { id: recordId, cityId } = record;
    return {
      value: { submissionId },
      entry: { kind: "submitted", recordId, cityId, submissionId, changedFields },
    };
  },
});
