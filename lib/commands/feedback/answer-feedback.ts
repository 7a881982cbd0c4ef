import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockFeedback } from "@/lib/db/feedback";
import { addJob } from "@/lib/db/jobs";
import { text } from "@/lib/domain/values/text";

/** Answers feedback: by mail when its writer left an address, else as a note for others who read the feedback inbox. */
export const answerFeedback = command({
  permission: "feedback.answer",
  input: z.object({
    feedbackId: z.uuid(),
    text: text(4000).refine((words) => words !== "", "missing"),
  }),
  subject: (tx, { feedbackId }) => lockFeedback(tx, feedbackId),

  async run({ tx, actor, subject: feedback, input, now }) {
    const stepId = randomUUID();
    await tx.feedbackStep.create({
      data: {
        id: stepId,
        feedbackId: feedback.id,
        kind: "answered",
        text: input.text,
        at: now,
        byId: actor.personId,
      },
    });
    await tx.feedback.update({ where: { id: feedback.id }, data: { state: "answered" } });
    if (feedback.email !== null) await addJob(tx, "write_answer", { stepId });
    return { value: { isMailed: feedback.email !== null }, entry: null };
  },
});
