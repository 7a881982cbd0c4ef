import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockFeedback } from "@/lib/db/feedback";
import { refuse } from "@/lib/domain/result/result";
import { text } from "@/lib/domain/values/text";

/** Closes feedback that needs no answer, with a reason. Refuses `wrong_state` once it is answered or closed. */
export const setFeedbackAside = command({
  permission: "feedback.setAside",
  input: z.object({
    feedbackId: z.uuid(),
    reason: text(500).refine((words) => words !== "", "missing"),
  }),
  subject: (tx, { feedbackId }) => lockFeedback(tx, feedbackId),

  async run({ tx, actor, subject: feedback, input, now }) {
    if (feedback.state !== "new") refuse({ code: "wrong_state", reason: "feedback_settled" });
    await tx.feedbackStep.create({
      data: {
        id: randomUUID(),
        feedbackId: feedback.id,
        kind: "set_aside",
        text: input.reason,
        at: now,
        byId: actor.personId,
      },
    });
    await tx.feedback.update({ where: { id: feedback.id }, data: { state: "set_aside" } });
    return { value: { feedbackId: feedback.id }, entry: null };
  },
});
