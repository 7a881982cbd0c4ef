import type { Item } from "@/lib/domain/values/item";

/** One value of a record: a field, or with `itemId` one part of one item of a list. */
export type Part = { field: string; itemId: string | null; part: string | null };

/** Returns what these fields say there; undefined when the list does not have that item. */
export function valueAt(fields: object, { field, itemId, part }: Part): unknown {
  const value = (fields as Record<string, unknown>)[field];
  return part === null ? value : itemOf(value, itemId)?.[part];
}

/** Returns what the whole field is when it says `value` there: the list with that one item changed. */
export function fieldWith(fields: object, { field, itemId, part }: Part, value: unknown): unknown {
  if (part === null) return value;
  const items = (fields as Record<string, unknown>)[field] as Item[];
  return items.map((item) => (item.id === itemId ? { ...item, [part]: value } : item));
}

/** Returns the item of this id; null when the value is no list, or has it not. */
export function itemOf(value: unknown, itemId: string | null): Item | null {
  return Array.isArray(value) ? (value.find((item: Item) => item.id === itemId) ?? null) : null;
}
