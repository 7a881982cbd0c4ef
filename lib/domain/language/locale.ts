import { locales } from "@/lib/domain/language/locales.mjs";

export { locales };
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/**
 * The language in which plans and projects are written. A title in another language is stored beside it, with its
 * language.
 */
export const contentLanguage = "en";

/** The languages of the office and of what is sent to people. */
export const officeLocales = ["en"] as const;
export type OfficeLocale = (typeof officeLocales)[number];

/** Each language, by its name in that language. */
export const languageNames: Record<Locale, string> = {
  en: "English",
  ms: "Bahasa Melayu",
  id: "Bahasa Indonesia",
  fil: "Filipino",
  th: "ไทย",
  vi: "Tiếng Việt",
  km: "ខ្មែរ",
  lo: "ລາວ",
  my: "မြန်မာ",
  zh: "简体中文",
  ta: "தமிழ்",
  pt: "Português",
  tet: "Tetun",
};

/** Returns true when the public pages are translated into this language. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/** Returns true when the office and the mails are translated into this language. */
export function isOfficeLocale(value: unknown): value is OfficeLocale {
  return officeLocales.some((locale) => locale === value);
}

/** Returns the language as HTML names it (BCP 47). */
export function languageTag(locale: Locale): string {
  return locale === "zh" ? "zh-Hans" : locale;
}

/**
 * Returns the locale with which Intl writes days and numbers for readers of a language: always with the Gregorian
 * calendar and Latin digits, as the plans do. Tamil groups digits as Singapore does ("405,052") and not as India does.
 * Tetum uses Portuguese of Timor-Leste, because CLDR does not have Tetum.
 */
export function formatLocale(locale: string): string {
  const { language } = new Intl.Locale(locale);
  const own = { en: "en-GB", pt: "pt-PT", ta: "ta-SG", tet: "pt-TL" }[language] ?? language;
  return `${own}-u-ca-gregory-nu-latn`;
}
