import "server-only";
import { inTransaction } from "@/lib/db/client";
import { findAnswerToMail, queueAnswer } from "@/lib/db/mails";
import type { JobPayload } from "@/lib/domain/notification/job";
import { writeAnswerMail } from "@/lib/mail/answer";
import { sendsMail } from "@/lib/mail/mail";

/**
 * Queues the answer to feedback as a mail, once, while the writer's address is stored. Does nothing without a mail
 * server.
 */
export async function writeAnswer(
  { stepId }: JobPayload<"write_answer">,
  at = new Date(),
): Promise<void> {
  if (!sendsMail()) return;
  await inTransaction(async (tx) => {
    const answer = await findAnswerToMail(tx, stepId);
    if (!answer) return;
    await queueAnswer(tx, { answerId: stepId, ...(await writeAnswerMail(answer)) }, at);
  });
}
