import "server-only";
import { createTranslator } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";
import {
  type MailNotice,
  noticePath,
  type Question,
  type Recipient,
} from "@/lib/domain/notification/notice";
import { sentenceValues } from "@/lib/domain/notification/notice-words";
import { secretariatTimeZone } from "@/lib/domain/people/time-zone";
import { recordPath } from "@/lib/domain/record/path";
import { momentText } from "@/lib/domain/values/moment";
import { wordsOf } from "@/lib/mail/words";
import { env } from "@/lib/settings/env";

/** More notices are read in the inbox: nobody reads a mail of five hundred. */
const maxInDigest = 50;

/** Renders a mail of these notices in the recipient's language and time zone, with a link to what each is about. */
export function writeNoticeMail(
  recipient: Recipient,
  notices: MailNotice[],
  isDigest: boolean,
): { subject: string; text: string } {
  const { locale, messages } = wordsOf(recipient.locale);
  const t = createTranslator({ locale, messages, namespace: "notices" });
  const rendered = notices.slice(0, maxInDigest).map((notice) => renderNotice(notice, recipient));
  const more = notices.length - rendered.length;
  const [first] = rendered;
  const subject =
    isDigest || !first ? t("mail.digestSubject", { count: notices.length }) : first.sentence;
  const inbox = t("mail.inbox", { link: `${env().NEXTAUTH_URL}/office/inbox` });
  const parts = [
    ...(isDigest ? [t("mail.digestIntro")] : []),
    ...rendered.map(({ sentence, body }) => [sentence, ...body].join("\n")),
    ...(more > 0 ? [t("mail.more", { count: more })] : []),
    inbox,
  ];
  return { subject, text: parts.join("\n\n") };
}

function renderNotice(notice: MailNotice, recipient: Recipient) {
  const { locale, messages } = wordsOf(recipient.locale);
  const timeZone = recipient.timeZone ?? secretariatTimeZone;
  const t = createTranslator({ locale, messages, namespace: "notices" });
  const roles = createTranslator({ locale, messages, namespace: "choices.role" });
  const { detail } = notice;
  const sentence = t(
    `sentence.${notice.kind}`,
    sentenceValues(detail, {
      locale,
      timeZone,
      profile: t("profile"),
      role: detail.role ? roles(detail.role) : "",
      place: detail.city ? t("place", { city: detail.city }) : "",
    }),
  );
  const link = `${env().NEXTAUTH_URL}${noticePath(notice, locale)}`;
  const at = momentText(notice.at, timeZone, locale);
  const isReminder = detail.report !== undefined && detail.count !== undefined;
  const body = [
    detail.byName ? t("byAt", { name: detail.byName, at }) : t("toldAt", { at }),
    ...(isReminder ? [t("missing", { count: detail.count ?? 0 })] : []),
    ...(detail.reason ? [t("said", { kind: notice.kind, text: detail.reason })] : []),
    ...(notice.questions.length > 0 ? [""] : []),
    ...notice.questions.flatMap((question) => askedLines(question, notice, recipient)),
    t("mail.open", { link }),
  ];
  return { sentence, body };
}

/**
 * Returns the lines of a question about a field: everything written in its thread, and links to the field and to the
 * answer of a suggestion.
 */
function askedLines(question: Question, notice: MailNotice, recipient: Recipient): string[] {
  const { locale, messages } = wordsOf(recipient.locale);
  const t = createTranslator({ locale, messages, namespace: "notices.mail" });
  const { field, threadId, isSuggestion, comments } = question;
  const said = comments.map(({ byName, text }) => t("comment", { name: byName, text }));
  if (field === null) return [t("whole"), ...said, ""];
  const { recordId, recordKind } = notice;
  const names = createTranslator({ locale, messages, namespace: "fields" });
  const records = createTranslator({ locale, messages, namespace: "record" });
  const path = recordId && recordKind ? recordPath({ id: recordId, kind: recordKind }) : "/office";
  const link = (to: string) => `${env().NEXTAUTH_URL}${to}`;
  return [
    t("field", { field: hasMessage(names, field) ? names(field) : records("formerField") }),
    ...said,
    t("answer", { link: link(`${path}#field-${field}`) }),
    ...(isSuggestion
      ? [t("suggested", { link: link(noticePath({ ...notice, threadId }, locale)) })]
      : []),
    "",
  ];
}
