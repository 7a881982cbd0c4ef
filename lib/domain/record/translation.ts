import type { Locale } from "@/lib/domain/language/locale";
import { type EnglishText, englishTexts, localLanguages } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import { tidy } from "@/lib/domain/values/tidy";

/** A translation: the part of the record that it translates, and the English text for which it was written. */
export type Translation = {
  /**
   * The id made by `translationId` from its language and its part, so that two people who translate the same text write
   * the same entry.
   */
  id: string;
  language: string;
  /** The path of the part: "title", "milestones.<id>.title". */
  of: string;
  text: string;
  /** The `englishHash` of the English text when the translation was written, or confirmed as still right. */
  englishHash: string;
};

/** Returns the only id of a translation of this part into this language: a version 8 UUID of both. */
export function translationId(language: string, of: string): string {
  const hex = [1, 2, 3, 4].map((seed) => hash(`${seed} ${language} ${of}`)).join("");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}

/**
 * Returns a hash of an English text, by which a change of it is noticed: FNV-1a, 32 bits, of its UTF-8 bytes, in
 * hexadecimal.
 */
export function englishHash(english: string): string {
  return hash(tidy(english));
}

function hash(value: string): string {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(value))
    state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  return state.toString(16).padStart(8, "0");
}

/** The state of a translation: written for the present English text, for an earlier one, or missing. */
export type TranslationState = "written" | "stale" | "missing";

export function stateOf(
  found: Pick<Translation, "text" | "englishHash"> | null,
  english: string,
): TranslationState {
  if (found === null || found.text === "") return "missing";
  return found.englishHash === englishHash(english) ? "written" : "stale";
}

/** Returns the translation of a part into a language; null when there is none. */
export function findTranslation(
  translations: Translation[],
  language: string,
  of: string,
): Translation | null {
  const id = translationId(language, of);
  return translations.find((each) => each.id === id) ?? null;
}

/**
 * Returns the translations after one was written beside the English text that its writer saw. An empty text removes it.
 */
export function withTranslation(
  translations: Translation[],
  { language, of, text: written }: Pick<Translation, "language" | "of" | "text">,
  english: string,
): Translation[] {
  const id = translationId(language, of);
  const next = { id, language, of, text: written, englishHash: englishHash(english) };
  if (tidy(written) === "") return translations.filter((each) => each.id !== id);
  return translations.some((each) => each.id === id)
    ? translations.map((each) => (each.id === id ? next : each))
    : [...translations, next];
}

/** Returns the fields with an empty entry for each text that is not translated into one of these languages yet. */
export function withBlanks<F extends Record<string, unknown>>(fields: F, languages: Locale[]): F {
  // The fields of a draft are parsed, so they have everything that an older version lacks.
  const record = fields as unknown as RecordFields;
  const known = new Set(record.translations.map(({ id }) => id));
  const blanks = languages.flatMap((language) =>
    englishTexts(record)
      .map(({ of, english }) => ({
        id: translationId(language, of),
        language,
        of,
        text: "",
        englishHash: englishHash(english),
      }))
      .filter(({ id }) => !known.has(id)),
  );
  return { ...fields, translations: [...record.translations, ...blanks] };
}

/**
 * Returns the translations as they are stored: without empty ones, each with the id of its language and part, and with
 * the hash of the present English text when it has none.
 */
export function resolvedTranslations(fields: RecordFields): Translation[] {
  const english = new Map(englishTexts(fields).map((each) => [each.of, each.english]));
  const resolved = new Map<string, Translation>();
  for (const each of fields.translations.filter(({ text }) => tidy(text) !== "")) {
    const hash = each.englishHash || englishHash(english.get(each.of) ?? "");
    const id = translationId(each.language, each.of);
    resolved.set(id, { ...each, id, englishHash: hash });
  }
  return [...resolved.values()];
}

/** Counts the texts of a record and their translations into a language. */
export function countTranslations(fields: RecordFields, language: string) {
  const states = englishTexts(fields).map(({ of, english }) =>
    stateOf(findTranslation(fields.translations, language, of), english),
  );
  const count = (state: TranslationState) => states.filter((each) => each === state).length;
  return {
    all: states.length,
    written: count("written"),
    stale: count("stale"),
    missing: count("missing"),
  };
}

/** Returns the English texts with a stale translation, each with its language, in reading order. */
export function staleTranslations(fields: RecordFields): (EnglishText & { language: Locale })[] {
  const languages = localLanguages.filter((language) =>
    fields.translations.some((each) => each.language === language),
  );
  return languages.flatMap((language) =>
    englishTexts(fields)
      .filter(
        ({ of, english }) =>
          stateOf(findTranslation(fields.translations, language, of), english) === "stale",
      )
      .map((each) => ({ ...each, language })),
  );
}

/** Returns the translations without an English text: the entry was removed, or the field was emptied. */
export function lostTranslations(fields: RecordFields): Translation[] {
  const parts = new Set(englishTexts(fields).map(({ of }) => of));
  return fields.translations.filter(({ of, text }) => text !== "" && !parts.has(of));
}
