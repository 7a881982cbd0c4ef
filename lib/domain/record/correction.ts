import {
  type FieldName,
  fieldSpecs,
  type NamedValue,
  type PartPath,
} from "@/lib/domain/record/fields";
import type { Edit } from "@/lib/domain/record/merge";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { englishHash, type Translation } from "@/lib/domain/record/translation";
import type { Item } from "@/lib/domain/values/item";
import { fieldWith, type Part, valueAt } from "@/lib/domain/values/part";

/** A text whose spelling may be corrected, and its name in the form: "summary", "milestones.<id>.title". */
export type CorrectableText = Part & {
  field: FieldName;
  /** The path of a part of an item in messages. */
  path: PartPath | null;
  name: string;
  text: string;
  isLine: boolean;
  /** The position of the item in its list, from 1. */
  place: number | null;
};

/** The present text and its corrected form. */
export type Correction = CorrectableText & { corrected: string };

/**
 * Returns the texts of a record whose spelling the secretariat may correct, also within its lists. Numbers, dates and
 * choices can only be changed by the city, and so can empty texts.
 */
export function correctableTexts(kind: RecordKind, fields: RecordFields): CorrectableText[] {
  return fieldSpecs[kind].flatMap((spec) => {
    const { name: field } = spec;
    if (spec.kind !== "list") {
      return textAt(fields, spec, { field, itemId: null, part: null, path: null, place: null });
    }
    const items = (fields as Record<string, unknown>)[field] as Item[];
    return items.flatMap(({ id: itemId }, index) =>
      spec.item.flatMap((part) =>
        textAt(fields, part, {
          field,
          itemId,
          part: part.name,
          path: part.path,
          place: index + 1,
        }),
      ),
    );
  });
}

/**
 * Returns the edits that correct these texts where the fields still have the uncorrected text, one edit for each field.
 * A translation stays valid for its English text, because only the spelling changes.
 */
export function correctionEdits(fields: RecordFields, corrections: Correction[]): Edit[] {
  const seen = fields as Record<string, unknown>;
  const after: Record<string, unknown> = {};
  const made = corrections.filter((one) => valueAt(fields, one) === one.text);
  for (const each of made) {
    const now = { ...seen, ...after };
    after[each.field] = fieldWith(now, each, each.corrected);
  }
  const followed = followEnglish(
    (after["translations"] ?? fields.translations) as Translation[],
    made,
  );
  if (followed) after["translations"] = followed;
  return Object.entries(after).map(([field, value]) => ({ field, seen: seen[field], value }));
}

/** Returns the translations with the hashes of their corrected English texts; null when none is concerned. */
function followEnglish(translations: Translation[], made: Correction[]): Translation[] | null {
  const hashes = new Map(
    made.map(({ name, text, corrected }) => [
      `${name} ${englishHash(text)}`,
      englishHash(corrected),
    ]),
  );
  const hashOf = ({ of, englishHash: own }: Translation) => hashes.get(`${of} ${own}`);
  if (!translations.some(hashOf)) return null;
  return translations.map((each) => ({ ...each, englishHash: hashOf(each) ?? each.englishHash }));
}

function textAt(
  fields: RecordFields,
  { kind }: NamedValue,
  at: Pick<CorrectableText, keyof Part | "path" | "place">,
): CorrectableText[] {
  const text = valueAt(fields, at);
  const isText = kind === "line" || kind === "text" || kind === "markdown";
  if (!isText || typeof text !== "string" || text === "") return [];
  const name = [at.field, at.itemId, at.part].filter((step) => step !== null).join(".");
  return [{ ...at, name, text, isLine: kind === "line" }];
}
