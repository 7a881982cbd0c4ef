import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";

/** Unassigns a submission. Refuses `wrong_state` when it is not assigned to this reviewer. */
export const giveBackSubmission = command({
  permission: "submission.claim",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission }) {
    requireStep("give_back", submission, actor);
    const { recordId, cityId, id: submissionId } = submission;
    await tx.submission.update({ where: { id: submissionId }, data: { assignedToId: null } });
    return {
      value: { submissionId },
      entry: { kind: "given_back", recordId, cityId, submissionId },
    };
  },
});
