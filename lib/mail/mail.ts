import "server-only";
import { createTranslator } from "next-intl";
import { createTransport } from "nodemailer";
import { defaultLocale } from "@/lib/domain/language/locale";
import { unsubscribeToken } from "@/lib/mail/unsubscribe";
import { wordsOf } from "@/lib/mail/words";
import { env } from "@/lib/settings/env";

/** How a one-time link reaches its person: by mail, or shown once to whoever made it, who hands it over. */
export type HandedOver =
  | { how: "mailed"; email: string }
  | { how: "shown" | "mail_failed"; email: string; link: string }
  | { how: "no_link_needed"; email: string };

/**
 * Mails a one-time link to set a password; to be called after the commit, since no mail can be taken back. Without a
 * mail server, or when it does not answer within seconds, the link itself is handed back. A null token needs no link.
 */
export async function handOverLink({
  email,
  token,
}: {
  email: string;
  token: string | null;
}): Promise<HandedOver> {
  if (token === null) return { how: "no_link_needed", email };
  const link = `${env().NEXTAUTH_URL}/set-password?token=${token}`;
  if (!env().SMTP_URL) return { how: "shown", email, link };
  const { locale, messages } = wordsOf(defaultLocale);
  const t = createTranslator({ locale, messages, namespace: "people.mail" });
  const failure = await deliver({ to: email, subject: t("subject"), text: t("text", { link }) });
  if (failure === null) return { how: "mailed", email };
  console.error(`A mail was not sent: ${failure}`);
  return { how: "mail_failed", email, link };
}

/** Whether this installation can send mail at all. */
export function sendsMail(): boolean {
  return env().SMTP_URL !== undefined;
}

type QueuedMail = {
  id: string;
  /** Null for the answer to feedback, which is sent once and needs no way out of more. */
  personId: string | null;
  email: string;
  locale: string;
  subject: string;
  text: string;
};

/**
 * Sends a mail that was kept in the queue; notices with the ways out of more of them that mail programs know (RFC 8058).
 * Answers null when the mail server took it, else the code of why not. Sent twice it is the same message.
 */
export async function sendQueuedMail(mail: QueuedMail): Promise<string | null> {
  const { id, email: to, subject, text, personId } = mail;
  const messageId = `<${id}@${new URL(env().NEXTAUTH_URL).hostname}>`;
  if (personId === null) return deliver({ to, subject, text, messageId });
  const { locale, messages } = wordsOf(mail.locale);
  const t = createTranslator({ locale, messages, namespace: "notices.mail" });
  const token = unsubscribeToken(personId);
  const { NEXTAUTH_URL } = env();
  const footer = t("footer", {
    account: `${NEXTAUTH_URL}/office/account#mail`,
    unsubscribe: `${NEXTAUTH_URL}/unsubscribe?token=${token}`,
  });
  return deliver({
    to,
    subject,
    text: `${text}\n\n-- \n${footer}\n`,
    messageId,
    headers: {
      // So that nobody's "away until Monday" is sent back (RFC 3834).
      "Auto-Submitted": "auto-generated",
      "List-Unsubscribe": `<${NEXTAUTH_URL}/api/unsubscribe?token=${token}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  });
}

type Letter = {
  to: string;
  subject: string;
  text: string;
  messageId?: string;
  headers?: Record<string, string>;
};

/** Hands a mail to the mail server. Answers null when it was taken, else why not: a code, since words may repeat what was sent. */
async function deliver(mail: Letter): Promise<string | null> {
  const transport = createTransport({
    url: env().SMTP_URL,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    // An object, not a text: an address is never read as a list of several.
    await transport.sendMail({
      ...mail,
      to: { name: "", address: mail.to },
      from: env().MAIL_FROM,
    });
    return null;
  } catch (error) {
    return codeOf(error);
  } finally {
    transport.close();
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? String(error.code) : "unknown";
  return "responseCode" in error ? `${code} ${String(error.responseCode)}` : code;
}
