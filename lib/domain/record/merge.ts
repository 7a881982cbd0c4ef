import type { Item } from "@/lib/domain/values/item";
import { isSame } from "@/lib/domain/values/same";

/** One edit as it is sent: the field, the value that its writer saw, and the new value. */
export type Edit = { field: string; seen: unknown; value: unknown };

/** A field that somebody else changed to another value. */
export type Conflict = { field: string; mine: unknown; theirs: unknown };

type Merged = { value: unknown } | "conflict";

/**
 * Applies edits to the fields of a record without overwriting a value that their writer did not see. Lists are merged
 * by item id; an item that both changed makes the whole field a conflict, unless they only added to its own lists.
 * Returns the new fields, the edits that changed something (with the merged value), and the conflicts.
 */
export function mergeEdits(current: Record<string, unknown>, edits: Edit[]) {
  const fields = { ...current };
  const applied: { field: string; before: unknown; after: unknown }[] = [];
  const conflicts: Conflict[] = [];
  for (const { field, seen, value } of edits) {
    const before = fields[field];
    const merged = mergeField(seen, value, before);
    if (merged === "conflict") {
      conflicts.push({ field, mine: value, theirs: before });
    } else if (!isSame(before, merged.value)) {
      fields[field] = merged.value;
      applied.push({ field, before, after: merged.value });
    }
  }
  return { fields, applied, conflicts };
}

function mergeField(seen: unknown, mine: unknown, theirs: unknown): Merged {
  if (isSame(seen, theirs) || isSame(mine, theirs)) return { value: mine };
  // Only the other person changed it, so their value is kept.
  if (isSame(seen, mine)) return { value: theirs };
  return isItems(seen) && isItems(mine) && isItems(theirs)
    ? mergeItems(seen, mine, theirs)
    : "conflict";
}

/** Returns true for a list of items. */
export function isItems(value: unknown): value is Item[] {
  return Array.isArray(value) && value.every((item) => typeof item?.id === "string");
}

function mergeItems(seen: Item[], mine: Item[], theirs: Item[]): Merged {
  const merged = new Map<string, Item>();
  const ids = new Set([...mine, ...theirs].map((item) => item.id));
  for (const id of ids) {
    const item = mergeItem(byId(seen, id), byId(mine, id), byId(theirs, id));
    if (item === "conflict") return "conflict";
    if (item !== null) merged.set(id, item);
  }
  const order = mergeOrder(seen, mine, theirs);
  if (order === "conflict") return "conflict";
  return { value: order.flatMap((id) => merged.get(id) ?? []) };
}

function mergeItem(seen: Item | null, mine: Item | null, theirs: Item | null) {
  if (isSame(seen, theirs) || isSame(mine, theirs)) return mine;
  if (isSame(seen, mine)) return theirs;
  return seen && mine && theirs ? mergeParts(seen, mine, theirs) : "conflict";
}

/**
 * Merges the item that both changed. Its lists are merged by id like any list, so that two people can add readings to
 * one indicator. All other parts belong together, such as an amount and its currency, and come from one person.
 */
function mergeParts(seen: Item, mine: Item, theirs: Item): Item | "conflict" {
  const own = mergeField(ownValues(seen), ownValues(mine), ownValues(theirs));
  if (own === "conflict") return "conflict";
  const item = { ...(own.value as Item) };
  for (const name of listsOf(mine)) {
    const merged = mergeField(seen[name], mine[name], theirs[name]);
    if (merged === "conflict") return "conflict";
    item[name] = merged.value;
  }
  return item;
}

/** Returns the names of an item's lists of items. */
export function listsOf(item: Item): string[] {
  return Object.keys(item).filter((name) => isItems(item[name]));
}

/** Returns an item without its lists of items. */
export function ownValues(item: Item): Item {
  const lists = listsOf(item);
  const own = Object.entries(item).filter(([name]) => !lists.includes(name));
  // `id` is never a list.
  return Object.fromEntries(own) as Item;
}

/**
 * Keeps the order of the person who changed it, with the other's new items at the end. When both changed it, it is a
 * conflict.
 */
function mergeOrder(seen: Item[], mine: Item[], theirs: Item[]): string[] | "conflict" {
  const theyMoved = !isSameOrder(seen, theirs);
  const iMoved = !isSameOrder(seen, mine);
  if (theyMoved && iMoved && !isSameOrder(mine, theirs)) return "conflict";
  const [first, second] = theyMoved ? [theirs, mine] : [mine, theirs];
  const firstIds = first.map((item) => item.id);
  return [...firstIds, ...second.map((item) => item.id).filter((id) => !firstIds.includes(id))];
}

/** Returns true when the items that are in both lists have the same order. */
function isSameOrder(a: Item[], b: Item[]) {
  const inBoth = (list: Item[], other: Item[]) =>
    list.map((item) => item.id).filter((id) => byId(other, id) !== null);
  return isSame(inBoth(a, b), inBoth(b, a));
}

/** Returns the item with this id; null when the list has none. */
export function byId(list: Item[], id: string): Item | null {
  return list.find((item) => item.id === id) ?? null;
}
