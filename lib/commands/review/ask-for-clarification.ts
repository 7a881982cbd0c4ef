import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep, takeStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";
import { text } from "@/lib/domain/values/text";

/**
 * Returns a submission to its city with a question, which is required. Refuses `wrong_state` when it is no longer open,
 * when it is scheduled, or when a representative's turn has passed.
 */
export const askForClarification = command({
  permission: "submission.ask",
  input: z.object({
    submissionId: z.uuid(),
    reason: text(4000).refine((reason) => reason !== "", "missing"),
  }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input, now }) {
    requireStep("ask", submission, actor);
    await takeStep(tx, submission, {
      kind: "clarification_asked",
      reason: input.reason,
      byId: actor.personId,
      at: now,
    });
    const { recordId, cityId, id: submissionId } = submission;
    return {
      value: { submissionId },
      entry: {
        kind: "clarification_asked",
        recordId,
        cityId,
        submissionId,
        reason: input.reason,
      },
    };
  },
});
