import type { Item } from "@/lib/domain/item";
import { type Locale, locales } from "@/lib/domain/locale";
import type { RecordFields, RecordKind } from "@/lib/domain/record";
import { tidy } from "@/lib/domain/tidy";

/** The languages in which a city may write its texts beside the English ones. */
export const localLanguages = locales.filter((locale) => locale !== "en");

/** The languages of a city's country that are not English. */
export function localLanguagesOf(city: { officialLanguages: string[] }): Locale[] {
  return localLanguages.filter((language) => city.officialLanguages.includes(language));
}

/** How a text is typed, as fields.ts says of the English one. */
export type TextKind = "line" | "text" | "markdown";

/**
 * The texts of a record that the public reads and a city may write in its own languages too: fields, and the parts of
 * the entries of lists. Names of documents, the city's own title in its language and notes of single values are not
 * among them.
 */
export const localParts: Record<RecordKind, Record<string, TextKind | Record<string, TextKind>>> = {
  plan: {
    vision: "text",
    focusAreas: { ownLabel: "line" },
    strategicTargets: { text: "text", measure: "line", unit: "line", resultNote: "text" },
    figures: { boundaryNote: "line" },
  },
  project: {
    title: "line",
    summary: "text",
    description: "markdown",
    focusAreas: { ownLabel: "line" },
    contributions: { how: "text" },
    scheduleReason: "text",
    targets: { text: "text" },
    milestones: { title: "line", droppedReason: "text", note: "text" },
    indicators: { name: "line", unit: "line" },
    budget: { funder: "line", note: "text" },
    partners: { name: "line", role: "line" },
    supportNeeded: { text: "text", metBy: "line" },
    challenges: { text: "text" },
    funding: { text: "text" },
    responsibleOffice: "line",
    relatedProjects: { note: "line" },
    locations: { label: "line" },
    evidence: { text: "text", alternativeText: "line" },
    dataNote: "text",
    closingReason: "text",
  },
};

/** A text in a local language: of which part of the record, and which English it was written for. */
export type Translation = {
  /** `translationId` of its language and its part, so that two people who write the same text meet in one entry. */
  id: string;
  language: string;
  /** "title", "milestones.<id>.title". */
  of: string;
  text: string;
  /** `englishHash` of the English as it was when this was written, or confirmed as still right. */
  englishHash: string;
};

/** The one id that a text of this part in this language can have: a version 8 UUID of both. */
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

/** The mark of an English text that tells whether it changed: FNV-1a, 32 bits, of its UTF-8 bytes, in hexadecimal. */
export function englishHash(english: string): string {
  return hash(tidy(english));
}

function hash(value: string): string {
  let state = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(value))
    state = Math.imul(state ^ byte, 0x01000193) >>> 0;
  return state.toString(16).padStart(8, "0");
}

/** An English text of a record that may be written in a local language too. */
export type EnglishText = {
  of: string;
  field: string;
  /** The entry of its list and the entry's part; null where the field itself is the text. */
  item: Item | null;
  part: string | null;
  english: string;
};

/** The texts of a record that say something and may be written in local languages too, in reading order. */
export function englishTexts(fields: RecordFields): EnglishText[] {
  const values = fields as Record<string, unknown>;
  return Object.entries(localParts[kindOf(fields)]).flatMap(([field, parts]): EnglishText[] => {
    const value = values[field];
    if (typeof parts === "string") {
      const english = String(value ?? "");
      return english === "" ? [] : [{ of: field, field, item: null, part: null, english }];
    }
    // A list field holds items: the record was read by its schema, or is being typed.
    return ((value ?? []) as Item[]).flatMap((item) =>
      Object.keys(parts).flatMap((part): EnglishText[] => {
        const english = String(item[part] ?? "");
        const of = `${field}.${item.id}.${part}`;
        return english === "" ? [] : [{ of, field, item, part, english }];
      }),
    );
  });
}

function kindOf(fields: RecordFields): RecordKind {
  return "stage" in fields ? "project" : "plan";
}

/** How a text stands in a local language: written for the English as it is, for an earlier one, or not at all. */
export type TranslationState = "written" | "stale" | "missing";

export function stateOf(
  found: Pick<Translation, "text" | "englishHash"> | null,
  english: string,
): TranslationState {
  if (found === null || found.text === "") return "missing";
  return found.englishHash === englishHash(english) ? "written" : "stale";
}

/** The text of a part in a language, null when there is none. */
export function findTranslation(
  translations: Translation[],
  language: string,
  of: string,
): Translation | null {
  const id = translationId(language, of);
  return translations.find((each) => each.id === id) ?? null;
}

/** The texts after somebody wrote one, beside the English as they saw it. An empty text is none. */
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

/** The fields with an empty entry for each of their texts that is not written in one of these languages yet. */
export function withBlanks<F extends Record<string, unknown>>(fields: F, languages: Locale[]): F {
  // The fields of a draft, with what its version of the schema lacks.
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
 * The texts of these fields as they are kept: without empty ones, each under the id of its language and its part, and
 * where it has no mark with that of the English as it is.
 */
export function settledTranslations(fields: RecordFields): Translation[] {
  const english = new Map(englishTexts(fields).map((each) => [each.of, each.english]));
  const settled = new Map<string, Translation>();
  for (const each of fields.translations.filter(({ text }) => tidy(text) !== "")) {
    const hash = each.englishHash || englishHash(english.get(each.of) ?? "");
    const id = translationId(each.language, each.of);
    settled.set(id, { ...each, id, englishHash: hash });
  }
  return [...settled.values()];
}

/** How far a record is written in a language. */
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

/** The texts that were written for another English than the one that stands there now, in reading order. */
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

/** The texts in local languages whose English is gone: the entry was removed, or the field emptied. */
export function lostTranslations(fields: RecordFields): Translation[] {
  const parts = new Set(englishTexts(fields).map(({ of }) => of));
  return fields.translations.filter(({ of, text }) => text !== "" && !parts.has(of));
}

/** The kinds of the texts of this field, or of the entries of this list, that may be written in local languages. */
export function localPartsOf(field: string): TextKind | Record<string, TextKind> | null {
  const own = { ...localParts.plan, ...localParts.project };
  return Object.hasOwn(own, field) ? (own[field] ?? null) : null;
}

/** What a record says in a reader's language, by part, and whether the English changed since it was written. */
export type LocalTexts = {
  language: Locale;
  /** How many texts the record has, and how many of them in this language. */
  all: number;
  written: number;
  texts: Record<string, { text: string; isStale: boolean }>;
};

/**
 * The texts of a record in a language. A project's title of its own in that language stands where none was written
 * beside the English one; it belongs to no English, so it is never stale.
 */
export function localTexts(fields: RecordFields, language: Locale): LocalTexts {
  const english = englishTexts(fields);
  const texts: LocalTexts["texts"] = {};
  for (const each of english) {
    const found = findTranslation(fields.translations, language, each.of);
    const state = stateOf(found, each.english);
    if (found && state !== "missing")
      texts[each.of] = { text: found.text, isStale: state === "stale" };
    else if (each.of === "title" && ownTitleIn(language, fields) !== "")
      texts["title"] = { text: ownTitleIn(language, fields), isStale: false };
  }
  return { language, all: english.length, written: Object.keys(texts).length, texts };
}

/** The record as readers of a language read it: each text in that language where there is one, else in English. */
export function inLanguage<F extends RecordFields>(language: Locale, fields: F) {
  const { texts } = localTexts(fields, language);
  const values: Record<string, unknown> = { ...fields };
  for (const { of, field, item, part } of englishTexts(fields)) {
    const local = texts[of];
    if (!local) continue;
    values[field] =
      item === null || part === null
        ? local.text
        : // The list that the item was taken from.
          (values[field] as Item[]).map((each) =>
            each.id === item.id ? { ...each, [part]: local.text } : each,
          );
  }
  // The same fields, other texts in them.
  return { fields: values as F, texts };
}

/** The title of a project for readers of a language, and in which one it is. */
export function titleIn(language: Locale, fields: Titled): { text: string; language: Locale } {
  const found = findTranslation(fields.translations, language, "title")?.text;
  const title = found || ownTitleIn(language, fields);
  return title ? { text: title, language } : { text: fields.title, language: "en" };
}

function ownTitleIn(language: Locale, fields: RecordFields | Titled): string {
  const isOwn = "localTitle" in fields && fields.localTitleLanguage === language;
  return isOwn ? fields.localTitle : "";
}

/** What of a project says what it is called. */
export type Titled = Pick<
  Extract<RecordFields, { stage: unknown }>,
  "title" | "localTitle" | "localTitleLanguage" | "translations"
>;

/** The texts in local languages that have an English beside them, each with whether that changed since. */
export function publicTranslations(fields: RecordFields): (Translation & { isStale: boolean })[] {
  const english = new Map(englishTexts(fields).map((each) => [each.of, each.english]));
  return fields.translations.flatMap((each) => {
    const beside = english.get(each.of);
    return beside === undefined || each.text === ""
      ? []
      : [{ ...each, isStale: stateOf(each, beside) === "stale" }];
  });
}

/** The languages other than English in which something of a record is written. */
export function languagesOf(fields: RecordFields): Locale[] {
  return localLanguages.filter((language) => localTexts(fields, language).written > 0);
}
