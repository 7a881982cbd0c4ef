import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep, takeStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";

/** Withdraws a submission before anybody decided on it. Refuses `wrong_state` afterwards, and while it is scheduled. */
export const withdrawSubmission = command({
  permission: "submission.withdraw",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, now }) {
    requireStep("withdraw", submission, actor);
    await takeStep(tx, submission, {
      kind: "withdrawn",
      reason: "",
      byId: actor.personId,
      at: now,
    });
    const { recordId, cityId, id: submissionId } = submission;
    return {
      value: { recordId },
      entry: { kind: "withdrawn", recordId, cityId, submissionId },
    };
  },
});
