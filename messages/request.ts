import { getRequestConfig } from "next-intl/server";
import { defaultLocale, formatLocale, isLocale, type Locale } from "@/lib/domain/language/locale";
import { words } from "./en/index";
import { publicNamespaces } from "./public";

/** The words of a page: in English all of messages/en/, in the other languages what public pages say. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = isLocale(asked) ? asked : defaultLocale;
  if (locale === defaultLocale) return { locale, messages: words, timeZone: "UTC" };
  return { locale: formatLocale(locale), messages: await publicWords(locale), timeZone: "UTC" };
});

async function publicWords(locale: Locale): Promise<Record<string, Record<string, unknown>>> {
  const files = await Promise.all(
    publicNamespaces.map(async (name) => {
      const file = await import(`.//${locale}/${name}.json`);
      return [name, file.default] as const;
    }),
  );
  return Object.fromEntries(files);
}
