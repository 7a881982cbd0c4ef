import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale } from "@/lib/domain/locale";

/** The words of a page: all of messages/<locale>/, one file a namespace. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  const { words } = await import(`../../messages/${locale}/index.ts`);
  return { locale, messages: words, timeZone: "UTC" };
});
