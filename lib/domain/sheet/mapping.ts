import * as z from "zod";
import { type Origin, originName } from "@/lib/domain/sheet/export";
import { type Headings, headingsOf } from "@/lib/domain/sheet/headings";
import { type Layout, type LayoutColumn, layouts } from "@/lib/domain/sheet/layout";
import { type SheetTable, textOf } from "@/lib/domain/sheet/table";

/** The schema of how one table is read; rows by their numbers in the file, columns in the order of the file. */
export const tableMapping = z.object({
  /** What its rows are; null for a table that is left out. */
  layout: z.string().nullable(),
  /** Which field each column is: of the rows, or "budget.amount" of an entry in a project's row. Null is left out. */
  columns: z.array(z.string().nullable()).max(200),
  /** The first row of headings; null for the first row that holds anything. */
  headingAt: z.int().nullable().default(null),
  headingRows: z.int().min(1).max(3).default(1),
  leftOut: z.array(z.int()).max(50_000).default([]),
  /** The fields that several columns fill together. */
  joined: z.array(z.string()).max(50).default([]),
  /** How a column writes decimals and days, where it is asked: by the place of the column. */
  numbers: z.record(z.string(), z.enum(["point", "comma"])).default({}),
  dates: z.record(z.string(), z.enum(["day_first", "month_first"])).default({}),
  /** Whether a number that stands for several merged cells counts in each row or once: by the place of the column. */
  merged: z.record(z.string(), z.enum(["each", "once"])).default({}),
  /** Whether a second row of one project is an error, or holds more of its entries. */
  repeats: z.enum(["refused", "entries"]).default("refused"),
  /** Whether an empty cell changes nothing or empties its field. */
  blanks: z.enum(["kept", "emptied"]).default("kept"),
});
export type TableMapping = z.output<typeof tableMapping>;

/** The schema of one mapping for each table of a file, in order. */
export const sheetMapping = z.array(tableMapping).max(1_000);
export type SheetMapping = z.output<typeof sheetMapping>;

/** Returns the headings as one text, by which a city's mapping is stored. */
export function headingKey(table: SheetTable, headings: Headings): string {
  return headingsOf(table, headings).join("\t");
}

/** Rows that can be the first of the headings when a remembered mapping is looked for. */
const rowsToLookAt = 15;

/** Returns each place where headings can stand, with the key under which a mapping of them is stored. */
export function headingKeys(table: SheetTable): (Headings & { key: string })[] {
  return table.rows.slice(0, rowsToLookAt).flatMap(({ at }) =>
    [1, 2, 3].map((headingRows) => {
      const headings = { headingAt: at, headingRows };
      return { ...headings, key: headingKey(table, headings) };
    }),
  );
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
    const headings = headingsOf(table, { headingAt: null, headingRows: 1 });
    return tableMapping.parse({
      layout: own[0]?.[2] ?? null,
      columns: headings.map((heading) => takeName(left, heading)),
      blanks: "emptied",
    });
  });
}

/** Takes the first column with this heading off the list, so that two columns with one heading are both used. */
export function takeName(
  left: { heading: string; name: string }[],
  heading: string,
): string | null {
  const at = left.findIndex((each) => each.heading === heading);
  return at < 0 ? null : (left.splice(at, 1)[0]?.name ?? null);
}

/** Returns the column that a mapping names; null when it is left out or the layout does not have it. */
export function columnAt(layout: Layout, name: string | null): LayoutColumn | null {
  return layout.columns.find((column) => column.name === name) ?? null;
}

/** The lists of a project whose entries can stand in its row: those without a list or an id of their own within. */
export const rowLists = layouts.filter(
  ({ kind, field, inner }) =>
    kind === "project" && field !== null && inner === null && field !== "translations",
);

/** Returns the list and the part that "budget.amount" names in the row of a project; null for any other name. */
export function partAt(name: string | null): { layout: Layout; column: LayoutColumn } | null {
  const [field, part] = (name ?? "").split(".");
  const layout = rowLists.find((each) => each.field === field);
  const column = layout?.columns.find((each) => each.spec !== null && each.name === part);
  return layout && column ? { layout, column } : null;
}

/** Returns the fields of a mapping that more than one column fills without being joined, or that cannot be joined. */
export function fieldsTwice({ layout, columns, joined }: TableMapping): string[] {
  const of = layouts.find(({ key }) => key === layout);
  const named = columns.filter((name) => name !== null);
  const twice = new Set(named.filter((name, index) => named.indexOf(name) !== index));
  return [...twice].filter((name) => {
    const spec = (of && columnAt(of, name)?.spec) ?? partAt(name)?.column.spec;
    return !joined.includes(name) || !spec || !["line", "text", "markdown"].includes(spec.kind);
  });
}
