import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";

/**
 * Ends the hold of a submission, whichever representative of the country set it. Refuses `wrong_state` when it is not
 * on hold.
 */
export const releaseSubmission = command({
  permission: "submission.clear",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, now }) {
    requireStep("release", submission, actor);
    const { recordId, cityId, id: submissionId } = submission;
    await tx.hold.updateMany({
      where: { submissionId, releasedAt: null },
      data: { releasedAt: now, releasedById: actor.personId },
    });
    return {
      value: { submissionId },
      entry: { kind: "released", recordId, cityId, submissionId },
    };
  },
});
