import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { compareForReview, sendForReview } from "@/lib/commands/shared/send-for-review";
import { lockRecord } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";

/**
 * Confirms that a published record is still true as of today: its public content goes through review again and becomes
 * an edition with the same content. No new requirement is checked. Refuses `wrong_state` for a record that was never
 * published, while a submission of it is open, and when its draft differs from what is public.
 */
export const confirmRecord = command({
  permission: "draft.submit",
  input: z.object({ recordId: z.uuid() }),
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, now }) {
    const { fields, isPublished, changedFields } = await compareForReview(tx, record);
    if (!isPublished) refuse({ code: "wrong_state", reason: "never_published" });
    if (changedFields > 0) refuse({ code: "wrong_state", reason: "changes_not_submitted" });

    const submissionId = await sendForReview(tx, record, {
      fields,
      changedFields,
      change: "confirmation",
      byId: actor.personId,
      at: now,
    });
    const { id: recordId, cityId } = record;
    return {
      value: { submissionId },
      entry: { kind: "confirmed", recordId, cityId, submissionId },
    };
  },
});
