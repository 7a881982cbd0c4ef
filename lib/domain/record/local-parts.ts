import type { Locale } from "@/lib/domain/language/locale";
import type { Catalogue, FieldEntry, PartEntry } from "@/lib/domain/record/catalogue";
import type { FieldName, PartPath } from "@/lib/domain/record/fields";
import { planCatalogue } from "@/lib/domain/record/plan";
import { projectCatalogue } from "@/lib/domain/record/project";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { localLanguages } from "@/lib/domain/record/translations-entry";
import type { Item } from "@/lib/domain/values/item";

export { localLanguages };

/** Returns the languages of a city's country except English. */
export function localLanguagesOf(city: { officialLanguages: string[] }): Locale[] {
  return localLanguages.filter((language) => city.officialLanguages.includes(language));
}

/** The kind of a text, as the catalogue has it for the English one. */
export type TextKind = "line" | "text" | "markdown";

/** Text fields, and lists with the text parts of their entries. */
type LocalParts = { [field: string]: TextKind | { [part: string]: TextKind } };

/**
 * The public texts of a record that a city may also write in its own languages: fields, and parts of entries of lists.
 * Names of documents, the city's own title in its language, and notes on single values are not among them.
 */
export const localParts: Record<RecordKind, LocalParts> = {
  plan: translatableIn(planCatalogue),
  project: translatableIn(projectCatalogue),
};

function translatableIn(catalogue: Catalogue): LocalParts {
  const own: LocalParts = {};
  for (const [field, entry] of Object.entries(catalogue)) {
    if (entry.kind === "list") {
      const parts = Object.entries(entry.parts).flatMap(([part, each]) =>
        isTranslatable(each) ? [[part, each.kind] as const] : [],
      );
      if (parts.length > 0) own[field] = Object.fromEntries(parts);
    } else if (isTranslatable(entry)) own[field] = entry.kind;
  }
  return own;
}

function isTranslatable(
  entry: FieldEntry | PartEntry,
): entry is (FieldEntry | PartEntry) & { kind: TextKind } {
  return "isTranslatable" in entry && entry.isTranslatable === true;
}

/** Returns the kinds of the translatable texts of this field, or of the entries of this list. */
export function localPartsOf(
  field: string,
  kind?: RecordKind,
): TextKind | Record<string, TextKind> | null {
  const own: Record<string, TextKind | Record<string, TextKind>> = kind
    ? localParts[kind]
    : { ...localParts.plan, ...localParts.project };
  return Object.hasOwn(own, field) ? (own[field] ?? null) : null;
}

/** An English text of a record that may be translated. */
export type EnglishText = { of: string; field: FieldName; english: string } & (
  | { item: null; part: null; path: FieldName }
  /** The entry of its list, and the part of the entry. */
  | { item: Item; part: string; path: PartPath }
);

/** Returns the filled texts of a record that may be translated, in reading order. */
export function englishTexts(fields: RecordFields): EnglishText[] {
  const values = fields as Record<string, unknown>;
  // `Object.entries` loses the type of the keys.
  const texts = Object.entries(localParts[kindOf(fields)]) as [
    FieldName,
    TextKind | Record<string, TextKind>,
  ][];
  return texts.flatMap(([field, parts]): EnglishText[] => {
    const value = values[field];
    if (typeof parts === "string") {
      const english = String(value ?? "");
      return english === ""
        ? []
        : [{ of: field, field, item: null, part: null, path: field, english }];
    }
    // A list field always holds items, because a schema parsed the record or a form made it.
    return ((value ?? []) as Item[]).flatMap((item) =>
      Object.keys(parts).flatMap((part): EnglishText[] => {
        const english = String(item[part] ?? "");
        const of = `${field}.${item.id}.${part}`;
        const path = `${field}.${part}` as PartPath;
        return english === "" ? [] : [{ of, field, item, part, path, english }];
      }),
    );
  });
}

function kindOf(fields: RecordFields): RecordKind {
  return "stage" in fields ? "project" : "plan";
}
