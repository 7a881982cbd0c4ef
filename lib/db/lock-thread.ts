import "server-only";
import type { Tx } from "@/lib/db/client";
import { lockSubmission } from "@/lib/db/locks";

/** Locks the record of a thread and returns the thread with its submission. Null when it does not exist. */
export async function lockThread(tx: Tx, threadId: string) {
  const found = await tx.thread.findUnique({
    where: { id: threadId },
    select: { submissionId: true },
  });
  const submission = found && (await lockSubmission(tx, found.submissionId));
  if (!submission) return null;
  const thread = await tx.thread.findUniqueOrThrow({ where: { id: threadId } });
  const { cityId, countryCode } = submission;
  return { thread, submission, cityId, countryCode, openedById: thread.openedById };
}
