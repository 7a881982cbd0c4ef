import { useTranslations } from "next-intl";
import { type EnglishText, englishTexts } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import { englishHash } from "@/lib/domain/record/translation";
import type { Names } from "@/lib/domain/values/names";

const maxChars = 120;

/**
 * Returns a function that names a text of a record: "Title"; within a list its part and its first words: "Milestone:
 * Launch".
 */
export function useTextName(): (text: EnglishText) => string {
  const t = useTranslations("fields");
  return ({ path, part, english }) =>
    part === null ? t(path) : `${t(`items.${path}`)}: ${shortened(english)}`;
}

/** Returns a function that names the texts that can be translated, by their paths, and their English by its hash. */
export function useTextNames(): (fields: object) => Names {
  const nameOf = useTextName();
  return (fields) => {
    const known = fields as Partial<RecordFields>;
    if (!known.translations || known.translations.length === 0) return {};
    return Object.fromEntries(
      englishTexts(fields as RecordFields).flatMap((text) => [
        [text.of, { text: nameOf(text), href: null }],
        [englishName(englishHash(text.english)), { text: shortened(text.english), href: null }],
      ]),
    );
  };
}

/** Returns the key of an English text among the names, from its hash. */
export function englishName(hash: string): string {
  return `english ${hash}`;
}

function shortened(text: string) {
  return text.length > maxChars ? `${text.slice(0, maxChars)}…` : text;
}
