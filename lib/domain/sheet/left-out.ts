import { itemsIn, type PlacedItem } from "@/lib/domain/sheet/items";
import type { Layout } from "@/lib/domain/sheet/layout";
import type { SheetLine } from "@/lib/domain/sheet/line";
import type { SheetRecord } from "@/lib/domain/sheet/rows";

/** The entries that have a row in a table, by the ids in it. */
export class PresentRows {
  private readonly keys = new Set<string>();

  add(line: SheetLine) {
    if (line.id === "") return;
    this.keys.add(keyOf(line.keyText("$record"), line.keyText("$parent"), line.id));
  }

  hasRecord(id: string): boolean {
    return this.keys.has(keyOf(id, "", id));
  }

  /** Somebody may have emptied or removed the columns of the other ids. */
  hasItem(recordId: string, { item, parent }: PlacedItem): boolean {
    const parents = [parent?.id ?? "", ""];
    return parents.some((of) =>
      [recordId, ""].some((record) => this.keys.has(keyOf(record, of, item.id))),
    );
  }
}

function keyOf(recordId: string, parentId: string, id: string) {
  return `${recordId} ${parentId} ${id}`;
}

/** Returns the entries of a record at the export, and those of them that still exist and have no row any more. */
export function findLeftOut(
  layout: Layout,
  record: SheetRecord,
  base: Record<string, unknown>,
  present: PresentRows,
): { held: number; leftOut: { was: PlacedItem; now: PlacedItem }[] } {
  // An empty row for a text that was not written yet held nothing.
  const exported = itemsIn(base, layout).filter(
    ({ item }) => layout.field !== "translations" || item["text"] !== "",
  );
  const current = itemsIn(record.fields, layout);
  const leftOut = exported.flatMap((was) => {
    if (present.hasItem(record.id, was)) return [];
    const now = current.find(
      ({ item, parent }) => item.id === was.item.id && parent?.id === was.parent?.id,
    );
    return now ? [{ was, now }] : [];
  });
  return { held: exported.length, leftOut };
}
