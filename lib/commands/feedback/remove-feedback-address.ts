import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockFeedback } from "@/lib/db/feedback";
import { refuse } from "@/lib/domain/result/result";

/**
 * Removes the writer's mail address before its retention time ends, at their request. Refuses `wrong_state` when no
 * address is stored.
 */
export const removeFeedbackAddress = command({
  permission: "feedback.removeAddress",
  input: z.object({ feedbackId: z.uuid() }),
  subject: (tx, { feedbackId }) => lockFeedback(tx, feedbackId),

  async run({ tx, actor, subject: feedback, now }) {
    if (feedback.email === null) refuse({ code: "wrong_state", reason: "no_address" });
    await tx.feedback.update({ where: { id: feedback.id }, data: { email: null } });
    await tx.feedbackStep.create({
      data: {
        id: randomUUID(),
        feedbackId: feedback.id,
        kind: "address_removed",
        at: now,
        byId: actor.personId,
      },
    });
    return { value: { feedbackId: feedback.id }, entry: null };
  },
});
