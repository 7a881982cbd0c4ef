import "server-only";
import { putOnRecord } from "@/lib/commands/shared/command";
import { publishSubmission } from "@/lib/commands/shared/publish-submission";
import { inTransaction } from "@/lib/db/client";
import { lockSubmission } from "@/lib/db/locks";
import { isOpen } from "@/lib/domain/review/submission";

/**
 * Publishes a submission whose hour has come, as decided by who set the hour; `now` is when it becomes public. True when
 * it did: nothing happens when it was called back, was put off, or is published already, however often this is tried.
 */
export function publishScheduled(submissionId: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (!submission || !isOpen(submission)) return false;
    const { publishAt, scheduledById } = submission;
    if (!publishAt || !scheduledById || publishAt > now) return false;
    const entry = await publishSubmission(tx, submission, { byId: scheduledById, at: now });
    await putOnRecord(tx, [entry], { personId: scheduledById }, now);
    return true;
  });
}
