import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockThread } from "@/lib/db/lock-thread";
import { refuse } from "@/lib/domain/result/result";

/**
 * Marks a thread as resolved, or reopens it. Nothing is removed. Refuses `wrong_state` when it has that state already.
 */
export const resolveThread = command({
  permission: "thread.resolve",
  input: z.object({ threadId: z.uuid(), to: z.enum(["resolved", "open"]) }),
  subject: (tx, input) => lockThread(tx, input.threadId),

  async run({ tx, actor, subject: { thread }, input, now }) {
    const isResolved = input.to === "resolved";
    if (isResolved === (thread.resolvedAt !== null)) {
      refuse({ code: "wrong_state", reason: isResolved ? "already_resolved" : "already_open" });
    }
    await tx.thread.update({
      where: { id: thread.id },
      data: {
        resolvedAt: isResolved ? now : null,
        resolvedById: isResolved ? actor.personId : null,
      },
    });
    const { recordId, cityId, submissionId, field, id: threadId } = thread;
    return {
      value: { threadId },
      entry: {
        kind: isResolved ? "thread_resolved" : "thread_reopened",
        recordId,
        cityId,
        submissionId,
        threadId,
        field,
      },
    };
  },
});
