import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/command";
import { requireOpen, takeStep } from "@/lib/commands/take-step";
import { lockSubmission } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result";

/**
 * Passes a submission on to the secretariat, for the country. Refuses `wrong_state` when it was cleared already,
 * when its chain has no such step, or when it is no longer open.
 */
export const clearSubmission = command({
  permission: "submission.clear",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, now }) {
    requireOpen(submission);
    if (!submission.needsClearance) refuse({ code: "wrong_state", reason: "no_clearance_needed" });
    if (submission.state === "cleared") refuse({ code: "wrong_state", reason: "already_cleared" });
    await takeStep(tx, submission, { kind: "cleared", reason: "", byId: actor.personId, at: now });
    const { recordId, cityId, id: submissionId } = submission;
    return {
      value: { submissionId },
      entry: { kind: "cleared", recordId, cityId, submissionId },
    };
  },
});
