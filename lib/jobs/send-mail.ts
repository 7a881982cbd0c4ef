import "server-only";
import { finishMail, takeMail } from "@/lib/db/mails";
import type { JobPayload } from "@/lib/domain/notification/job";
import { sendQueuedMail, sendsMail } from "@/lib/mail/mail";

/** Sends a mail of the queue, unless it was sent. Throws when the mail server did not take it: then the job comes again. */
export async function sendMail({ mailId }: JobPayload<"send_mail">): Promise<void> {
  if (!sendsMail()) throw new Error("There is no mail server any more");
  const mail = await takeMail(mailId);
  if (!mail) return;
  const failure = await sendQueuedMail(mail);
  await finishMail(mailId, failure);
  if (failure) throw new Error(`The mail server did not take a mail: ${failure}`);
}
