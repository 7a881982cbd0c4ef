import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep, takeStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";

/**
 * Clears a submission for the country and passes it to the secretariat. Refuses `wrong_state` when it was cleared
 * already, while it is on hold, when its chain has no such step, or when it is no longer open.
 */
export const clearSubmission = command({
  permission: "submission.clear",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, now }) {
    requireStep("clear", submission, actor);
    await takeStep(tx, submission, { kind: "cleared", reason: "", byId: actor.personId, at: now });
    const { recordId, cityId, id: submissionId } = submission;
    return {
      value: { submissionId },
      entry: { kind: "cleared", recordId, cityId, submissionId },
    };
  },
});
