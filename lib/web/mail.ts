import "server-only";
import { createTranslator } from "next-intl";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { words } from "../../messages/en/index";

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
  const t = createTranslator({ locale: "en", messages: words, namespace: "people.mail" });
  const isSent = await send({ to: email, subject: t("subject"), text: t("text", { link }) });
  return isSent ? { how: "mailed", email } : { how: "mail_failed", email, link };
}

async function send(mail: { to: string; subject: string; text: string }): Promise<boolean> {
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
    return true;
  } catch (error) {
    // The code alone: a server's answer may repeat what it was sent.
    const code = error instanceof Error && "code" in error ? error.code : "unknown";
    console.error(`A mail was not sent: ${code}`);
    return false;
  } finally {
    transport.close();
  }
}
