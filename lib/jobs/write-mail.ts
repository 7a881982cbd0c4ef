import "server-only";
import { inTransaction } from "@/lib/db/client";
import { addJob } from "@/lib/db/jobs";
import { findQuestions, findToMail, queueMail } from "@/lib/db/mails";
import { localDay, nextDigestAt } from "@/lib/domain/notification/digest";
import type { JobPayload } from "@/lib/domain/notification/job";
import { isUrgent, type MailNotice, noticeKinds } from "@/lib/domain/notification/notice";
import { secretariatTimeZone } from "@/lib/domain/people/time-zone";
import { sendsMail } from "@/lib/mail/mail";
import { writeNoticeMail } from "@/lib/mail/notices";

/**
 * Queues a person's pending notices as mails: each urgent notice as one mail, all others in one digest a day. Without a
 * mail server nothing is queued, and the inbox alone has them.
 */
export async function writeMail(
  { personId, isDigest }: JobPayload<"write_mail">,
  at = new Date(),
): Promise<void> {
  if (!sendsMail()) return;
  const kinds = noticeKinds.filter((kind) => isUrgent(kind) !== isDigest);
  await inTransaction(async (tx) => {
    const found = await findToMail(tx, personId, kinds, { isDigest, at });
    if (!found || found.notices.length === 0) return;
    const { recipient, notices } = found;
    const timeZone = recipient.timeZone ?? secretariatTimeZone;
    if (
      isDigest &&
      recipient.digestAt &&
      localDay(recipient.digestAt, timeZone) === localDay(at, timeZone)
    ) {
      const runAt = nextDigestAt(at, timeZone);
      await addJob(tx, "write_mail", { personId, isDigest }, { runAt, key: `digest:${personId}` });
      return;
    }
    const whole: MailNotice[] = [];
    for (const notice of notices) whole.push({ ...notice, questions: await questionsOf(notice) });
    for (const batch of isDigest ? [whole] : whole.map((notice) => [notice])) {
      const mail = writeNoticeMail(recipient, batch, isDigest);
      const noticeIds = batch.map(({ id }) => id);
      await queueMail(tx, { personId, ...mail, isDigest, noticeIds }, at);
    }

    async function questionsOf({ kind, submissionId }: MailNotice) {
      return kind === "clarification_asked" && submissionId ? findQuestions(tx, submissionId) : [];
    }
  });
}
