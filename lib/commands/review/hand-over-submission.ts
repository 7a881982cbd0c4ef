import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";

/**
 * Assigns a submission to another reviewer, whoever has it now. Refuses `invalid` for a person who is not a reviewer.
 */
export const handOverSubmission = command({
  permission: "submission.claim",
  input: z.object({ submissionId: z.uuid(), toId: z.uuid("missing") }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input }) {
    requireStep("hand_over", submission, actor);
    const reviewer = await tx.grant.findFirst({
      where: {
        personId: input.toId,
        role: "reviewer",
        removedAt: null,
        person: { deactivatedAt: null },
      },
      select: { id: true },
    });
    if (!reviewer) refuse({ code: "invalid", fields: { toId: [{ key: "not_a_reviewer" }] } });
    const { recordId, cityId, id: submissionId } = submission;
    await tx.submission.update({
      where: { id: submissionId },
      data: { assignedToId: input.toId },
    });
    return {
      value: { submissionId },
      entry: {
        kind: "handed_over",
        recordId,
        cityId,
        submissionId,
        toId: input.toId,
      },
    };
  },
});
