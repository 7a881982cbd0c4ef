import "server-only";
import { finishMail, takeMail } from "@/lib/db/mails";
import type { JobPayload } from "@/lib/domain/notification/job";
import { sendQueuedMail, sendsMail } from "@/lib/mail/mail";

/**
 * Sends a queued mail, unless it was sent already. Throws when the mail server refused it, so that the job is retried.
 */
export async function sendMail({ mailId }: JobPayload<"send_mail">): Promise<void> {
  if (!sendsMail()) throw new Error("There is no mail server any more");
  const mail = await takeMail(mailId);
  if (!mail) return;
  const failure = await sendQueuedMail(mail);
  await finishMail(mailId, failure);
  if (failure) throw new Error(`The mail server did not take a mail: ${failure}`);
}
