import "server-only";
import { isOfficeLocale, type OfficeLocale, officeLocales } from "@/lib/domain/language/locale";
import { words } from "../../messages/en/index";

/** The words of each language there is. */
const wordsByLocale: Record<OfficeLocale, typeof words> = { en: words };

/** The words of what is sent to somebody: in their language, in the first one where the product does not have it (any more). */
export function wordsOf(asked: string): { locale: OfficeLocale; messages: typeof words } {
  const locale = isOfficeLocale(asked) ? asked : officeLocales[0];
  return { locale, messages: wordsByLocale[locale] };
}
