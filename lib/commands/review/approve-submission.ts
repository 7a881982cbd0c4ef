import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { publishSubmission } from "@/lib/commands/shared/publish-submission";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";

/**
 * Approves a submission and publishes it as the record's next edition, in one transaction. The edition holds for the
 * day on which the city submitted it. Refuses `wrong_state` when it is no longer open (naming what was decided), still
 * waits for the representative, is scheduled, or is the reviewer's own.
 */
export const approveSubmission = command({
  permission: "submission.decide",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, now }) {
    requireStep("approve", submission, actor);
    const entry = await publishSubmission(tx, submission, {
      byId: actor.personId,
      at: now,
    });
    return { value: { submissionId: submission.id }, entry };
  },
});
