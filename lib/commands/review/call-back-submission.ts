import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";

/** Cancels the scheduled publication of a submission; it waits for a decision again. */
export const callBackSubmission = command({
  permission: "submission.decide",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission }) {
    requireStep("call_back", submission, actor);
    const { recordId, cityId, id: submissionId } = submission;
    await tx.submission.update({
      where: { id: submissionId },
      data: { publishAt: null, scheduledById: null },
    });
    return {
      value: { submissionId },
      entry: { kind: "called_back", recordId, cityId, submissionId },
    };
  },
});
