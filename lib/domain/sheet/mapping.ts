import * as z from "zod";
import { type Origin, originName } from "@/lib/domain/sheet/export";
import {
  columnLabel,
  type Layout,
  type LayoutColumn,
  layoutName,
  layouts,
} from "@/lib/domain/sheet/layout";
import { type SheetTable, textOf } from "@/lib/domain/sheet/table";
import type { SheetWords } from "@/lib/domain/sheet/words";

/** The schema of what a table holds and which field each column is; null for what is left out. */
const tableMapping = z.object({
  layout: z.string().nullable(),
  columns: z.array(z.string().nullable()).max(200),
});
export type TableMapping = z.output<typeof tableMapping>;

/** The schema of one mapping for each table of a file, in order. */
export const sheetMapping = z.array(tableMapping).max(1_000);
export type SheetMapping = z.output<typeof sheetMapping>;

/** Returns the headings of a table: the texts of its first row that holds anything. */
export function headingsOf(table: SheetTable): string[] {
  return (table.rows[0]?.cells ?? []).map((cell) => textOf(cell).trim());
}

/** Returns the headings as one text, by which a city's mapping is stored. */
export function headingKey(table: SheetTable): string {
  return headingsOf(table).join("\t");
}

/** Returns the origin of an exported file; null for any other file. */
export function fileOriginOf(tables: SheetTable[]): Origin | null {
  const rows = originRows(tables);
  const first = (what: string) => rows.find((row) => row[0] === what)?.[1] ?? "";
  const planId = first("plan");
  const exportedAt = first("exportedAt");
  if (!z.uuid().safeParse(planId).success || !z.iso.datetime().safeParse(exportedAt).success)
    return null;
  return {
    planId,
    exportedAt,
    schemaVersion: Number(first("schemaVersion")),
    records: rows
      .filter((row) => row[0] === "record")
      .map((row) => ({ id: row[1] ?? "", version: Number(row[2]) })),
    projects: rows
      .filter((row) => row[0] === "project")
      .map((row) => ({ id: row[1] ?? "", name: row[2] ?? "" })),
  };
}

function originRows(tables: SheetTable[]) {
  const table = tables.find((candidate) => candidate.name === originName);
  return (table?.rows ?? []).map((row) => row.cells.map((cell) => textOf(cell)));
}

/** Returns the mapping that an exported file contains, whatever its language and the order of its columns. */
export function originMapping(tables: SheetTable[]): SheetMapping {
  const columns = originRows(tables).filter((row) => row[0] === "column");
  return tables.map((table) => {
    const own = columns.filter((row) => row[1] === table.name);
    const left = own.map((row) => ({ heading: row[3] ?? "", name: row[4] ?? "" }));
    return {
      layout: own[0]?.[2] ?? null,
      columns: headingsOf(table).map((heading) => takeName(left, heading)),
    };
  });
}

/** Takes the first column with this heading off the list, so that two columns with one heading are both used. */
function takeName(left: { heading: string; name: string }[], heading: string): string | null {
  const at = left.findIndex((each) => each.heading === heading);
  return at < 0 ? null : (left.splice(at, 1)[0]?.name ?? null);
}

/**
 * Returns a first guess of the mapping for a city's own file: sheets and columns with our names, and otherwise projects
 * by title.
 */
export function suggestMapping(table: SheetTable, words: SheetWords): TableMapping {
  const headings = headingsOf(table).map((heading) => heading.toLocaleLowerCase("en"));
  const isNamed = (layout: Layout) =>
    layoutName(layout, words).toLocaleLowerCase("en") === table.name.toLocaleLowerCase("en");
  const columnsOf = (layout: Layout) => {
    const left = layout.columns.map((column) => ({
      heading: columnLabel(layout, column, words).toLocaleLowerCase("en"),
      name: column.name,
    }));
    return headings.map((heading) => takeName(left, heading));
  };
  const counted = layouts.map((layout) => {
    const columns = columnsOf(layout);
    const known = columns.filter((name) => name !== null && !name.startsWith("$")).length;
    return {
      layout,
      columns,
      score: known + (isNamed(layout) ? 100 : 0) + (layout.key === "project" ? 0.5 : 0),
    };
  });
  const best = counted.sort((a, b) => b.score - a.score)[0];
  if (!best || headings.length === 0) return { layout: null, columns: headings.map(() => null) };
  return { layout: best.layout.key, columns: best.columns };
}

/** Returns the column that a mapping names; null when it is left out or the layout does not have it. */
export function columnAt(layout: Layout, name: string | null): LayoutColumn | null {
  return layout.columns.find((column) => column.name === name) ?? null;
}
