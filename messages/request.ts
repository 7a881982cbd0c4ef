import { getRequestConfig } from "next-intl/server";
import { defaultLocale, formatLocale, isLocale } from "@/lib/domain/language/locale";
import { words } from "./en/index";

/** The messages of a page: those of both files in English, and those of public.json in the other languages. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  if (locale === defaultLocale) return { locale, messages: words, timeZone: "UTC" };
  const { default: messages } = await import(`./${locale}/public.json`);
  return { locale: formatLocale(locale), messages, timeZone: "UTC" };
});
