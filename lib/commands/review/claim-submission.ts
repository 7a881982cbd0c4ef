import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";

/**
 * Assigns a submission to the reviewer who asks, from nobody or from another reviewer. `seen` is the assignee whom the
 * reviewer was shown, empty for nobody: refuses `wrong_state` when it was assigned to somebody else meanwhile, or is
 * theirs already.
 */
export const claimSubmission = command({
  permission: "submission.claim",
  input: z.object({ submissionId: z.uuid(), seen: z.uuid().or(z.literal("")) }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input }) {
    requireStep("claim", submission, actor);
    if ((submission.assignedToId ?? "") !== input.seen) {
      refuse({ code: "wrong_state", reason: "claimed_meanwhile" });
    }
    const { recordId, cityId, id: submissionId } = submission;
    await tx.submission.update({
      where: { id: submissionId },
      data: { assignedToId: actor.personId },
    });
    return {
      value: { submissionId },
      entry: { kind: "claimed", recordId, cityId, submissionId },
    };
  },
});
