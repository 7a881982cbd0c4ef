import { type FieldName, type FieldSpec, fieldSpecs } from "@/lib/domain/record/fields";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

/** The change of one item of a list. */
export type ItemChange =
  | { kind: "added"; id: string; after: Item }
  | { kind: "removed"; id: string; before: Item }
  | { kind: "changed"; id: string; before: Item; after: Item };

/** The change of one field. `order` is the new order of all ids. */
export type FieldChange =
  | { kind: "value"; field: FieldName; before: unknown; after: unknown }
  | { kind: "list"; field: FieldName; items: ItemChange[]; order: string[]; isReordered: boolean };

/**
 * Returns every field that differs between two versions of a record, in reading order. `before` is null when nothing
 * was published yet: then every field that is not empty counts as changed.
 */
export function diffFields(
  kind: RecordKind,
  before: RecordFields | null,
  after: RecordFields,
): FieldChange[] {
  return fieldSpecs[kind].flatMap((spec) => {
    const to = valueIn(after, spec);
    const from = before === null ? emptyLike(to) : valueIn(before, spec);
    return diffField(spec, from, to) ?? [];
  });
}

/** Returns the change of one field between two values that its schema parsed; null when they are equal. */
export function diffField(spec: FieldSpec, before: unknown, after: unknown): FieldChange | null {
  if (isSame(before, after)) return null;
  return spec.kind === "list"
    ? diffItems(spec.name, before as Item[], after as Item[])
    : { kind: "value", field: spec.name, before, after };
}

/** Applies the result of `diffFields`: `applyChanges(a, diffFields(kind, a, b))` equals `b`. */
export function applyChanges<F extends RecordFields>(before: F, changes: FieldChange[]): F {
  const after: Record<string, unknown> = { ...before };
  for (const change of changes) {
    after[change.field] =
      change.kind === "value"
        ? change.after
        : applyItemChanges(after[change.field] as Item[], change.items, change.order);
  }
  // The keys are those of `before`, and the diff took the values from a record of the same kind.
  return after as F;
}

function diffItems(field: FieldName, before: Item[], after: Item[]): FieldChange {
  const old = new Map(before.map((item) => [item.id, item]));
  const kept = new Map(after.map((item) => [item.id, item]));
  const items: ItemChange[] = [
    ...after.flatMap((item): ItemChange[] => {
      const was = old.get(item.id);
      if (!was) return [{ kind: "added", id: item.id, after: item }];
      return isSame(was, item) ? [] : [{ kind: "changed", id: item.id, before: was, after: item }];
    }),
    ...before
      .filter((item) => !kept.has(item.id))
      .map((item): ItemChange => ({ kind: "removed", id: item.id, before: item })),
  ];
  const common = (list: Item[], other: Map<string, Item>) =>
    list.map((item) => item.id).filter((id) => other.has(id));
  return {
    kind: "list",
    field,
    items,
    order: after.map((item) => item.id),
    isReordered: !isSame(common(before, kept), common(after, old)),
  };
}

function applyItemChanges(before: Item[], changes: ItemChange[], order: string[]): Item[] {
  const items = new Map(before.map((item) => [item.id, item]));
  for (const change of changes) {
    if (change.kind === "removed") items.delete(change.id);
    else items.set(change.id, change.after);
  }
  return order.flatMap((id) => items.get(id) ?? []);
}

function valueIn(fields: RecordFields, spec: FieldSpec) {
  return (fields as Record<string, unknown>)[spec.name];
}

function emptyLike(value: unknown) {
  if (Array.isArray(value)) return [];
  return typeof value === "string" ? "" : null;
}
