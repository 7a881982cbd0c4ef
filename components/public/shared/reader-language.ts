import { cache } from "react";
import type { Locale } from "@/lib/domain/language/locale";
import { inLanguage } from "@/lib/domain/record/local-texts";
import type { RecordFields } from "@/lib/domain/record/record";

/**
 * The translated texts of this page, each with whether it is stale. They are stored for one rendering, as next-intl
 * stores its language, because texts of records are shown in twenty places.
 */
const shownTranslations = cache(() => new Map<string, { isStale: boolean }>());

/** Returns a record with the texts in the reader's language in place of the English ones; `Content` then marks each. */
export function inReaderLanguage<F extends RecordFields>(language: Locale, fields: F): F {
  const { fields: translated, texts } = inLanguage(language, fields);
  for (const { text, isStale } of Object.values(texts)) shownTranslations().set(text, { isStale });
  return translated;
}

/** Returns the translation state of a text on this page; null when it is English. */
export function translationOf(text: unknown): { isStale: boolean } | null {
  return (typeof text === "string" && shownTranslations().get(text)) || null;
}
