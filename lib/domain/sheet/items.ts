import {
  fieldSpecs,
  type ItemFieldSpec,
  type ListSpec,
  readingSpec,
} from "@/lib/domain/record/fields";
import type { Layout } from "@/lib/domain/sheet/layout";
import type { Item } from "@/lib/domain/values/item";

/** Returns the list whose items are the rows of a sheet; null when the rows are records. */
export function listSpecOf({ kind, field, inner }: Layout): ListSpec | null {
  if (inner) return readingSpec;
  const spec = fieldSpecs[kind].find((each) => each.name === field);
  return spec?.kind === "list" ? spec : null;
}

/** Returns the fields of those items. */
export function itemSpecsOf(layout: Layout): ItemFieldSpec[] {
  return listSpecOf(layout)?.item ?? [];
}

/** An item that has a row; for a reading also its indicator. */
export type PlacedItem = { item: Item; parent: Item | null };

/** Returns the items of a record that have a row in a sheet. */
export function itemsIn(fields: Record<string, unknown>, layout: Layout): PlacedItem[] {
  const items = (fields[layout.field ?? ""] ?? []) as Item[];
  const { inner } = layout;
  if (inner === null) return items.map((item) => ({ item, parent: null }));
  return items.flatMap((parent) => (parent[inner] as Item[]).map((item) => ({ item, parent })));
}

/** Returns the items of one list of a record; for readings, those of one indicator. */
export function itemsOf(
  fields: Record<string, unknown>,
  layout: Layout,
  parent: Item | null,
): Item[] {
  return itemsIn(fields, layout).flatMap((each) =>
    each.parent?.id === parent?.id ? each.item : [],
  );
}
