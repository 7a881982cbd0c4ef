import "server-only";
import { createTranslator } from "next-intl";
import { type FeedbackKind, pageOf } from "@/lib/domain/feedback/feedback";
import { defaultLocale, isLocale } from "@/lib/domain/language/locale";
import type { Messages } from "@/lib/domain/language/messages";
import { env } from "@/lib/settings/env";

type Answer = {
  text: string;
  feedback: { kind: FeedbackKind; about: string; locale: string; text: string; better: string };
};

/**
 * Renders the answer to feedback as a mail in the language in which the page was read, with the original text below.
 */
export async function writeAnswerMail({
  text,
  feedback,
}: Answer): Promise<{ subject: string; text: string }> {
  const locale = isLocale(feedback.locale) ? feedback.locale : defaultLocale;
  const { default: words } = await import(`../../messages/${locale}/public.json`);
  // A test requires every language to have the messages of English.
  const messages = { feedback: words.feedback as Messages["feedback"] };
  const t = createTranslator({ locale, messages, namespace: "feedback.mail" });
  const written = [feedback.text, feedback.better].filter(Boolean).join("\n\n");
  return {
    subject: t("subject"),
    text: [
      t("intro", { link: `${env().NEXTAUTH_URL}${pageOf(feedback)}` }),
      text,
      t("written"),
      written.replace(/^/gmu, "> "),
      "-- ",
      t("footer", { link: `${env().NEXTAUTH_URL}/${locale}/feedback` }),
    ].join("\n\n"),
  };
}
