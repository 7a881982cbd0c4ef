import "server-only";
import { randomUUID } from "node:crypto";
import { database, type Tx } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { addJob } from "@/lib/db/jobs";
import { timeZoneOfPerson } from "@/lib/db/time-zones";
import {
  everyKind,
  type MailNotice,
  type Question,
  type Recipient,
} from "@/lib/domain/notification/notice";

/**
 * Notices older than this are not mailed: when mail is set up late, nobody gets mails about what they have long known.
 */
const keptDays = 14;

/**
 * Returns the notices that a person has not been mailed: the urgent ones, or the others that they have not read. The
 * rows are locked, so that no other process mails them at the same time. Kinds that the person does not want by mail
 * are left out, and so are notices about a city where they no longer have a role. Null for a deactivated account.
 */
export async function findToMail(
  tx: Tx,
  personId: string,
  kinds: string[],
  { isDigest, at }: { isDigest: boolean; at: Date },
): Promise<{ recipient: Recipient; notices: MailNotice[] } | null> {
  const since = new Date(at.getTime() - keptDays * 86_400_000);
  const notices = await tx.$queryRaw<MailNotice[]>`
    select n.id, n.kind, n.at, n.detail, n."recordId", n."submissionId", n."threadId", n."feedbackId", r.kind::text as "recordKind",
      c.slug as "citySlug", p.slug as "recordSlug", b.slug as "reportSlug", '[]'::json as questions
    from "Notice" n
    left join "Record" r on r.id = n."recordId"
    left join "Project" p on p.id = n."recordId"
    left join "City" c on c.id = n."cityId"
    left join "Report" b on b.id = n."reportId"
    where n."personId" = ${personId}::uuid and n."mailId" is null and n.at > ${since}
      and n.kind = any(${kinds}) and (not ${isDigest} or n."readAt" is null)
      and not exists (select 1 from "NoticeChoice" c
        where c."personId" = n."personId" and c.kind in (n.kind, ${everyKind}) and not c."byMail")
      and (n."cityId" is null or exists (select 1 from "Grant" g
        where g."personId" = n."personId" and g."removedAt" is null
          and (g."cityId" = n."cityId" or g.role in ('reviewer', 'administrator') or g."countryCode" =
            (select "countryCode" from "City" where id = n."cityId"))))
    order by n.at, n.id
    for update of n`;
  const [recipient] = await tx.$queryRaw<Recipient[]>`
    select p.id, p.locale, ${timeZoneOfPerson} as "timeZone",
      (select max("queuedAt") from "Mail" m where m."personId" = p.id and m."isDigest") as "digestAt"
    from "Person" p where p.id = ${personId}::uuid and p."deactivatedAt" is null`;
  return recipient ? { recipient, notices } : null;
}

/**
 * Returns the questions to a city about a submission: the question about the submission as a whole, and the open
 * threads of its record with all their messages. The notes of the secretariat are never included.
 */
export async function findQuestions(tx: Tx, submissionId: string): Promise<Question[]> {
  const comments = {
    orderBy: [{ at: "asc" as const }, { id: "asc" as const }],
    select: { text: true, by: { select: { name: true } } },
  };
  const threads = await tx.thread.findMany({
    where: { resolvedAt: null, record: { submissions: { some: { id: submissionId } } } },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    select: { id: true, field: true, suggestion: true, answer: true, comments },
  });
  const whole = await tx.comment.findMany({ where: { submissionId, threadId: null }, ...comments });
  const named = (said: typeof whole) => said.map(({ text, by }) => ({ byName: by.name, text }));
  return [
    ...(whole.length > 0
      ? [{ field: null, threadId: null, isSuggestion: false, comments: named(whole) }]
      : []),
    ...threads.map((thread) => ({
      field: thread.field,
      threadId: thread.id,
      isSuggestion: thread.suggestion !== null && thread.answer === null,
      comments: named(thread.comments),
    })),
  ];
}

/** Stores a mail about these notices and adds the job that sends it, in one transaction. */
export async function queueMail(
  tx: Tx,
  mail: { personId: string; subject: string; text: string; isDigest: boolean; noticeIds: string[] },
  at: Date,
): Promise<void> {
  const { noticeIds, ...written } = mail;
  const id = randomUUID();
  await tx.mail.create({ data: { id, ...written, queuedAt: at } });
  await tx.notice.updateMany({ where: { id: { in: noticeIds } }, data: { mailId: id } });
  await addJob(tx, "send_mail", { mailId: id }, { key: `mail:${id}` });
}

/**
 * Returns the data for the mail of an answer to feedback. Null when it was mailed already or when no address is stored.
 */
export function findAnswerToMail(tx: Tx, stepId: string) {
  return tx.feedbackStep.findFirst({
    where: { id: stepId, mail: null, feedback: { email: { not: null } } },
    select: {
      text: true,
      feedback: { select: { kind: true, about: true, locale: true, text: true, better: true } },
    },
  });
}

/** Stores the mail of an answer and adds the job that sends it, in one transaction. */
export async function queueAnswer(
  tx: Tx,
  mail: { answerId: string; subject: string; text: string },
  at: Date,
): Promise<void> {
  const id = randomUUID();
  await tx.mail.create({ data: { id, ...mail, isDigest: false, queuedAt: at } });
  await addJob(tx, "send_mail", { mailId: id }, { key: `mail:${id}` });
}

/** A mail that this process has reserved and must send now. */
export type TakenMail = {
  id: string;
  email: string;
  locale: string;
  subject: string;
  text: string;
  /** Null for the answer to feedback. */
  personId: string | null;
};

/** Mails to people whose account is active, and to writers of feedback whose address is still stored. */
export const hasRecipient: Prisma.MailWhereInput = {
  OR: [{ person: { deactivatedAt: null } }, { answer: { feedback: { email: { not: null } } } }],
};

/**
 * Reserves a mail for sending. Null when it was sent or has no recipient. Throws while another process has reserved it,
 * for at most two minutes. The row is locked only while it is reserved, not while the mail is sent.
 */
export async function takeMail(mailId: string): Promise<TakenMail | null> {
  const [mail] = await database().$queryRaw<TakenMail[]>`
    update "Mail" m set "takenAt" = now(), attempts = m.attempts + 1
    from (
      select m.id, coalesce(p.email, f.email) as email, coalesce(p.locale, f.locale) as locale
      from "Mail" m
      left join "Person" p on p.id = m."personId" and p."deactivatedAt" is null
      left join "FeedbackStep" s on s.id = m."answerId" left join "Feedback" f on f.id = s."feedbackId"
      where m.id = ${mailId}::uuid) recipient
    where m.id = recipient.id and recipient.email is not null and m.state <> 'sent'
      and (m."takenAt" is null or m."takenAt" < now() - interval '2 minutes')
    returning m.id, recipient.email, recipient.locale, m.subject, m.text, m."personId"`;
  if (mail) return mail;
  const waiting = await database().mail.findFirst({
    where: { AND: [{ id: mailId, state: { not: "sent" } }, hasRecipient] },
    select: { id: true },
  });
  if (waiting) throw new Error("Another process is sending this mail");
  return null;
}

/** Stores the result of sending a mail: the mail server accepted it, or the error. */
export async function finishMail(mailId: string, failure: string | null): Promise<void> {
  await database().mail.update({
    where: { id: mailId },
    data: failure
      ? { state: "failed", lastError: failure, takenAt: null }
      : { state: "sent", sentAt: new Date(), lastError: null, takenAt: null },
  });
}
