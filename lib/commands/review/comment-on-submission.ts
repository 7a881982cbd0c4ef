import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockSubmission } from "@/lib/db/locks";
import { text } from "@/lib/domain/values/text";

/** Adds a comment to a submission in any state; its city and the secretariat read it. */
export const commentOnSubmission = command({
  permission: "submission.comment",
  input: z.object({
    submissionId: z.uuid(),
    text: text(4000).refine((words) => words !== "", "missing"),
  }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input, now }) {
    const { recordId, cityId, id: submissionId } = submission;
    await tx.comment.create({
      data: { id: randomUUID(), submissionId, text: input.text, at: now, byId: actor.personId },
    });
    return {
      value: { submissionId },
      entry: { kind: "commented", recordId, cityId, submissionId, text: input.text },
    };
  },
});
