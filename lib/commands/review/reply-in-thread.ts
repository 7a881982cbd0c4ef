import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockThread } from "@/lib/db/lock-thread";
import { text } from "@/lib/domain/values/text";

/** Adds a reply to a thread, in any state of the thread and its submission. */
export const replyInThread = command({
  permission: "submission.comment",
  input: z.object({
    threadId: z.uuid(),
    text: text(4000).refine((words) => words !== "", "missing"),
  }),
  subject: (tx, input) => lockThread(tx, input.threadId),

  async run({ tx, actor, subject: { thread }, input, now }) {
    const { recordId, cityId, submissionId, field, id: threadId } = thread;
    await tx.comment.create({
      data: {
        id: randomUUID(),
        submissionId,
        threadId,
        text: input.text,
        at: now,
        byId: actor.personId,
      },
    });
    return {
      value: { threadId },
      entry: {
        kind: "thread_replied",
        recordId,
        cityId,
        submissionId,
        threadId,
        field,
        text: input.text,
      },
    };
  },
});
