import "server-only";
import { recordInTimeline } from "@/lib/commands/shared/command";
import { publishSubmission } from "@/lib/commands/shared/publish-submission";
import { inTransaction } from "@/lib/db/client";
import { lockSubmission } from "@/lib/db/locks";
import { isOpen } from "@/lib/domain/review/submission";

/**
 * Publishes a scheduled submission whose time has come, decided by the person who scheduled it; `now` is when it
 * becomes public. Returns true when it published; does nothing when it was called back, was rescheduled, or is
 * published already, so it may run any number of times.
 */
export function publishScheduled(submissionId: string, now: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    if (!submission || !isOpen(submission)) return false;
    const { publishAt, scheduledById } = submission;
    if (!publishAt || !scheduledById || publishAt > now) return false;
    const entry = await publishSubmission(tx, submission, { byId: scheduledById, at: now });
    await recordInTimeline(tx, [entry], { personId: scheduledById }, now);
    return true;
  });
}
