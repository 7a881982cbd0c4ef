import "server-only";
import { isOfficeLocale, type OfficeLocale, officeLocales } from "@/lib/domain/language/locale";
import { words } from "../../messages/en/index";

/** The messages of each language of mails. */
const wordsByLocale: Record<OfficeLocale, typeof words> = { en: words };

/**
 * Returns the messages for a mail: in the recipient's language, or the first one when the product does not have it (any
 * more).
 */
export function wordsOf(asked: string): { locale: OfficeLocale; messages: typeof words } {
  const locale = isOfficeLocale(asked) ? asked : officeLocales[0];
  return { locale, messages: wordsByLocale[locale] };
}
