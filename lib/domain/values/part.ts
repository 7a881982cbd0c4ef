import type { Item } from "@/lib/domain/values/item";

/** The place of one value in a record: a field, or with `itemId` one part of one item of a list. */
export type Part = { field: string; itemId: string | null; part: string | null };

/** Returns the value at this place; undefined when the list does not have that item. */
export function valueAt(fields: object, { field, itemId, part }: Part): unknown {
  const value = (fields as Record<string, unknown>)[field];
  return part === null ? value : itemOf(value, itemId)?.[part];
}

/** Returns the whole field with `value` at this place: for a list, the list with that item changed. */
export function fieldWith(fields: object, { field, itemId, part }: Part, value: unknown): unknown {
  if (part === null) return value;
  const items = (fields as Record<string, unknown>)[field] as Item[];
  return items.map((item) => (item.id === itemId ? { ...item, [part]: value } : item));
}

/** Returns the item with this id; null when the value is not a list or does not have it. */
export function itemOf(value: unknown, itemId: string | null): Item | null {
  return Array.isArray(value) ? (value.find((item: Item) => item.id === itemId) ?? null) : null;
}
