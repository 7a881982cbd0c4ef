import { type Locale, locales } from "@/lib/domain/language/locale";
import type { FieldName, ListName, PartOf, PartPath } from "@/lib/domain/record/fields";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Item } from "@/lib/domain/values/item";

/** The languages in which a city may write its texts beside the English ones. */
export const localLanguages = locales.filter((locale) => locale !== "en");

/** The languages of a city's country that are not English. */
export function localLanguagesOf(city: { officialLanguages: string[] }): Locale[] {
  return localLanguages.filter((language) => city.officialLanguages.includes(language));
}

/** How a text is typed, as fields.ts says of the English one. */
export type TextKind = "line" | "text" | "markdown";

/** Fields that are texts, and lists with the parts of their entries that are. */
type LocalParts = {
  [N in FieldName]?: N extends ListName ? { [P in PartOf<N>]?: TextKind } : TextKind;
};

/**
 * The texts of a record that the public reads and a city may write in its own languages too: fields, and the parts of
 * the entries of lists. Names of documents, the city's own title in its language and notes of single values are not
 * among them.
 */
export const localParts: Record<RecordKind, LocalParts> = {
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

/** The kinds of the texts of this field, or of the entries of this list, that may be written in local languages. */
export function localPartsOf(
  field: string,
  kind?: RecordKind,
): TextKind | Record<string, TextKind> | null {
  const own: Record<string, TextKind | Record<string, TextKind>> = kind
    ? localParts[kind]
    : { ...localParts.plan, ...localParts.project };
  return Object.hasOwn(own, field) ? (own[field] ?? null) : null;
}

/** An English text of a record that may be written in a local language too. */
export type EnglishText = { of: string; field: FieldName; english: string } & (
  | { item: null; part: null; path: FieldName }
  /** The entry of its list and the entry's part. */
  | { item: Item; part: string; path: PartPath }
);

/** The texts of a record that say something and may be written in local languages too, in reading order. */
export function englishTexts(fields: RecordFields): EnglishText[] {
  const values = fields as Record<string, unknown>;
  // The keys are those of the type.
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
    // A list field holds items: the record was read by its schema, or is being typed.
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
