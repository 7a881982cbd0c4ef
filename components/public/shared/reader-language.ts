import { cache } from "react";
import type { Locale } from "@/lib/domain/language/locale";
import { inLanguage } from "@/lib/domain/record/local-texts";
import type { RecordFields } from "@/lib/domain/record/record";

/**
 * The texts of this page that stand in the language of its reader, each with whether the English changed since. Kept
 * for the one rendering of the page, as next-intl keeps its language: a record's texts are shown in twenty places.
 */
const shownTranslations = cache(() => new Map<string, { isStale: boolean }>());

/**
 * Returns a record with what its city wrote in the reader's language in place of the English; `Content` then says of
 * each which it is.
 */
export function inReaderLanguage<F extends RecordFields>(language: Locale, fields: F): F {
  const { fields: translated, texts } = inLanguage(language, fields);
  for (const { text, isStale } of Object.values(texts)) shownTranslations().set(text, { isStale });
  return translated;
}

/** Returns how this text of a record stands on this page: in the reader's language, or null where it is English. */
export function translationOf(text: unknown): { isStale: boolean } | null {
  return (typeof text === "string" && shownTranslations().get(text)) || null;
}
