import "server-only";
import { database, type Tx } from "@/lib/db/client";
import { addressDays } from "@/lib/domain/feedback/feedback";

/** Locks a feedback for a command and returns it. Null when it does not exist. */
export async function lockFeedback(tx: Tx, id: string) {
  await tx.$executeRaw`select 1 from "Feedback" where id = ${id}::uuid for update`;
  return tx.feedback.findUnique({
    where: { id },
    select: { id: true, kind: true, cityId: true, state: true, email: true },
  });
}

const dayMs = 86_400_000;

/**
 * Removes what has a retention time: addresses, `addressDays` after the last answer or reason and at most after the
 * feedback itself, and refused forms after one hour.
 */
export async function tidyFeedback(now: Date): Promise<void> {
  const closedBefore = new Date(now.getTime() - addressDays.afterAnswer * dayMs);
  const sentBefore = new Date(now.getTime() - addressDays.max * dayMs);
  await database().$executeRaw`
    update "Feedback" f set email = null
    where f.email is not null and (f.at < ${sentBefore} or (f.state <> 'new' and not exists (
      select 1 from "FeedbackStep" s where s."feedbackId" = f.id and s.at >= ${closedBefore})))`;
  await database().feedbackAttempt.deleteMany({
    where: { at: { lt: new Date(now.getTime() - 3_600_000) } },
  });
}
