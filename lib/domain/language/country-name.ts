import { defaultLocale, formatLocale, type Locale } from "@/lib/domain/language/locale";

/** Returns a country's name in a language from CLDR; in English, the name that the network uses. */
export function countryNameIn(locale: Locale, code: string, name: string): string {
  if (locale === defaultLocale) return name;
  return new Intl.DisplayNames(formatLocale(locale), { type: "region" }).of(code) ?? name;
}

/** Returns the name of any country in a language from CLDR; its code where CLDR has none. */
export function regionName(locale: string, code: string): string {
  return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
}
