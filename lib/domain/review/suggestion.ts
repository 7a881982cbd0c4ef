import { type Changes, parseChanges } from "@/lib/domain/record/draft";
import {
  type FieldSpec,
  fieldSpecs,
  getFieldSpec,
  type ItemFieldSpec,
} from "@/lib/domain/record/fields";
import type { Edit } from "@/lib/domain/record/merge";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";
import { readNumber } from "@/lib/domain/values/number-text";
import { fieldWith, itemOf, valueAt } from "@/lib/domain/values/part";
import { isSame } from "@/lib/domain/values/same";

/** A suggested value for a field, or for one part of a list item. `part` is null for the whole field. */
export type Suggestion = { part: string | null; seen: unknown; value: unknown };

/** The subject of a thread: a field, or one item of a list. */
export type ThreadPlace = { field: string; itemId: string | null };

/** The kinds of fields whose empty value is the empty text; for all others it is null. */
const texts = new Set(["line", "text", "markdown", "address"]);

/** The kinds of values that can be suggested. Files, related projects, claims and lists are left to the city. */
const suggestible = new Set([...texts, "date", "number", "year", "decimal", "choice", "framework"]);

/** Returns the parts of an item, or the field itself (null), for which a value can be suggested. */
export function suggestibleParts(kind: RecordKind, field: string): (ItemFieldSpec | null)[] {
  const spec = fieldSpecs[kind].find((candidate) => candidate.name === field);
  if (!spec) return [];
  if (spec.kind === "list") return spec.item.filter((part) => suggestible.has(part.kind));
  return suggestible.has(spec.kind) ? [null] : [];
}

/** Returns true when a record of this kind has this field and, where an item is named, these fields have that item. */
export function isPlaceIn(kind: RecordKind, fields: RecordFields, place: ThreadPlace): boolean {
  const spec = fieldSpecs[kind].find((candidate) => candidate.name === place.field);
  if (!spec) return false;
  return place.itemId === null || itemAt(fields, place) !== null;
}

/**
 * Reads a suggested value as a form sends it, with the schema of its field. The errors are about the typed value;
 * `same` means that the field already has it.
 */
export function readSuggestion(
  kind: RecordKind,
  fields: RecordFields,
  place: ThreadPlace,
  typed: { part: string | null; text: string },
): { suggestion: Suggestion } | { errors: FieldError[] } {
  const part = suggestibleParts(kind, place.field).find(
    (each) => (each?.name ?? null) === typed.part,
  );
  if (part === undefined || (part !== null && place.itemId === null)) {
    return { errors: [{ key: "not_suggestible" }] };
  }
  const spec = part ?? getFieldSpec(kind, place.field);
  const seen = valueAt(fields, { ...place, part: typed.part });
  const edit = editOf(fields, place, {
    part: typed.part,
    seen,
    value: typedValue(spec.kind, typed.text),
  });
  const { edits, errors } = parseChanges(kind, [edit as Changes[number]]);
  const [read] = edits;
  if (!read) return { errors: Object.values(errors).flat() };
  const value = valueAt({ [place.field]: read.value }, { ...place, part: typed.part });
  if (isSame(value, seen)) return { errors: [{ key: "says_so_already" }] };
  return { suggestion: { part: typed.part, seen, value } };
}

/**
 * Returns the edit of a draft that accepts a suggestion. Only the suggested value changes. The value that the reviewer
 * saw goes along, so a draft that has changed since is a conflict. Null when the draft no longer has that item.
 */
export function editOfSuggestion(
  draft: RecordFields,
  place: ThreadPlace,
  suggestion: Suggestion,
): Edit | null {
  if (place.itemId !== null && itemAt(draft, place) === null) return null;
  const seen = editOf(draft, place, { ...suggestion, value: suggestion.seen });
  const wanted = editOf(draft, place, suggestion);
  return { field: place.field, seen: seen.value, value: wanted.value };
}

function editOf(fields: object, place: ThreadPlace, { part, value }: Suggestion): Edit {
  return {
    field: place.field,
    seen: valueAt(fields, { ...place, itemId: null, part: null }),
    value: fieldWith(fields, { ...place, part }, value),
  };
}

function itemAt(fields: object, { field, itemId }: ThreadPlace): Item | null {
  return itemOf((fields as Record<string, unknown>)[field], itemId);
}

/** Returns a typed value before the schema reads it. */
function typedValue(kind: FieldSpec["kind"], text: string) {
  if (kind === "number" || kind === "year") return readNumber(text);
  return text === "" && !texts.has(kind) ? null : text;
}
