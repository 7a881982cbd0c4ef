/** The languages the public pages are written in, the first one first. */
export const locales = ["en"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "en";

/** Whether the product has words in this language. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
