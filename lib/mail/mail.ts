import "server-only";
import { createTranslator } from "next-intl";
import { createTransport } from "nodemailer";
import { defaultLocale } from "@/lib/domain/language/locale";
import { unsubscribeToken } from "@/lib/mail/unsubscribe";
import { wordsOf } from "@/lib/mail/words";
import { env } from "@/lib/settings/env";

/** The way in which a one-time link reaches its person: by mail, or shown once to the person who created it. */
export type HandedOver =
  | { how: "mailed"; email: string }
  | { how: "shown" | "mail_failed"; email: string; link: string }
  | { how: "no_link_needed"; email: string };

/**
 * Mails a one-time link to set a password; call it after the commit, since a mail cannot be taken back. Without a mail
 * server, or when it does not answer within seconds, it returns the link itself. A null token needs no link.
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

/** Returns true when this installation can send mail. */
export function sendsMail(): boolean {
  return env().SMTP_URL !== undefined;
}

type QueuedMail = {
  id: string;
  /** Null for the answer to feedback, which is sent once and needs no unsubscribe link. */
  personId: string | null;
  email: string;
  locale: string;
  subject: string;
  text: string;
};

/**
 * Sends a queued mail; a notice carries the unsubscribe headers of RFC 8058. Returns null when the mail server accepted
 * it, else an error code. Sent twice it is the same message.
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
      // Prevents automatic replies such as absence notes (RFC 3834).
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

/**
 * Sends a mail to the mail server. Returns null when it was accepted, else an error code, since an error text may
 * repeat the mail.
 */
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
    // An object, not a string: an address is never parsed as a list.
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
