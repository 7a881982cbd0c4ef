import { defaultLocale, formatLocale, isLocale, type Locale } from "@/lib/domain/language/locale";

/** Returns a country's name in a language from CLDR; in English, the name that the network uses. */
export function countryNameIn(locale: Locale, code: string, name: string): string {
  if (locale === defaultLocale) return name;
  return new Intl.DisplayNames(formatLocale(locale), { type: "region" }).of(code) ?? name;
}

/** How the network writes countries whose English name in CLDR is another one. */
const networkNames: Record<string, string> = {
  BN: "Brunei Darussalam",
  LA: "Lao PDR",
  MM: "Myanmar",
  VN: "Viet Nam",
};

/** Returns the name of any country in a language: as the network writes it in English, else from CLDR, else its code. */
export function anyCountryNameIn(locale: string, code: string): string {
  const language = isLocale(locale) ? formatLocale(locale) : locale;
  const isEnglish = new Intl.Locale(locale).language === defaultLocale;
  const own = isEnglish ? networkNames[code] : undefined;
  return own ?? new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
}
