import type { Locale } from "@/lib/domain/language/locale";
import { englishTexts, localLanguages } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import { findTranslation, stateOf, type Translation } from "@/lib/domain/record/translation";
import type { Item } from "@/lib/domain/values/item";

/**
 * The translations of a record in a reader's language, by part, each with whether the English text has changed since.
 */
export type LocalTexts = {
  language: Locale;
  /** The number of texts of the record, and of those in this language. */
  all: number;
  written: number;
  texts: Record<string, { text: string; isStale: boolean }>;
};

/**
 * Returns the translations of a record into a language. A project's own title in that language is used when its English
 * title has no translation; it belongs to no English text, so it is never stale.
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

/**
 * Returns the record as readers of a language read it: each text in that language if it is translated, otherwise in
 * English.
 */
export function inLanguage<F extends RecordFields>(language: Locale, fields: F) {
  const { texts } = localTexts(fields, language);
  const values: Record<string, unknown> = { ...fields };
  for (const { of, field, item, part } of englishTexts(fields)) {
    const local = texts[of];
    if (!local) continue;
    values[field] =
      item === null || part === null
        ? local.text
        : // The items come from this list, so they have its type.
          (values[field] as Item[]).map((each) =>
            each.id === item.id ? { ...each, [part]: local.text } : each,
          );
  }
  // The fields are the same, with other texts in them.
  return { fields: values as F, texts };
}

/** Returns the title of a project for readers of a language, and the language of that title. */
export function titleIn(language: Locale, fields: Titled): { text: string; language: Locale } {
  const found = findTranslation(fields.translations, language, "title")?.text;
  const title = found || ownTitleIn(language, fields);
  return title ? { text: title, language } : { text: fields.title, language: "en" };
}

function ownTitleIn(language: Locale, fields: RecordFields | Titled): string {
  const isOwn = "localTitle" in fields && fields.localTitleLanguage === language;
  return isOwn ? fields.localTitle : "";
}

/** The fields of a project that contain its title. */
export type Titled = Pick<
  Extract<RecordFields, { stage: unknown }>,
  "title" | "localTitle" | "localTitleLanguage" | "translations"
>;

/** Returns the translations whose English text exists, each with whether that has changed since. */
export function publicTranslations(fields: RecordFields): (Translation & { isStale: boolean })[] {
  const english = new Map(englishTexts(fields).map((each) => [each.of, each.english]));
  return fields.translations.flatMap((each) => {
    const beside = english.get(each.of);
    return beside === undefined || each.text === ""
      ? []
      : [{ ...each, isStale: stateOf(each, beside) === "stale" }];
  });
}

/** Returns the languages other than English into which some text of a record is translated. */
export function languagesOf(fields: RecordFields): Locale[] {
  return localLanguages.filter((language) => localTexts(fields, language).written > 0);
}
