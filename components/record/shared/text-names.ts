import { useTranslations } from "next-intl";
import { type EnglishText, englishTexts } from "@/lib/domain/record/local-parts";
import type { RecordFields } from "@/lib/domain/record/record";
import { englishHash } from "@/lib/domain/record/translation";
import type { Names } from "@/lib/domain/values/names";

const maxChars = 120;

/**
 * Returns what a text of a record is called: "Title"; within a list its part and its first words: "Milestone: Launch".
 */
export function useTextName(): (text: EnglishText) => string {
  const t = useTranslations("fields");
  return ({ path, part, english }) =>
    part === null ? t(path) : `${t(`items.${path}`)}: ${shortened(english)}`;
}

/** Returns the names of the texts that stand in local languages too, by their paths, and the English by its mark. */
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

/** Under which name an English text stands among the names, by its mark. */
export function englishName(hash: string): string {
  return `english ${hash}`;
}

function shortened(text: string) {
  return text.length > maxChars ? `${text.slice(0, maxChars)}…` : text;
}
