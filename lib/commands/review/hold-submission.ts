import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";
import { text } from "@/lib/domain/values/text";

/**
 * Puts a submission on hold in its country until it is released; the reason is required, and its city and the
 * secretariat read it. Refuses `wrong_state` when it is not the representative's turn, or when it is on hold already.
 */
export const holdSubmission = command({
  permission: "submission.clear",
  input: z.object({
    submissionId: z.uuid(),
    reason: text(2000).refine((reason) => reason !== "", "missing"),
  }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input, now }) {
    requireStep("hold", submission, actor);
    const { recordId, cityId, id: submissionId } = submission;
    await tx.hold.create({
      data: {
        id: randomUUID(),
        submissionId,
        reason: input.reason,
        heldAt: now,
        heldById: actor.personId,
      },
    });
    return {
      value: { submissionId },
      entry: { kind: "held", recordId, cityId, submissionId, reason: input.reason },
    };
  },
});
