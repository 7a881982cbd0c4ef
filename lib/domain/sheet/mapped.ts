import type { NamedValue } from "@/lib/domain/record/fields";
import { type ColumnSigns, isStoredNumber, noSigns, shownText } from "@/lib/domain/sheet/cell";
import { bodyOf } from "@/lib/domain/sheet/headings";
import { type Layout, type LayoutColumn, layouts } from "@/lib/domain/sheet/layout";
import { columnAt, partAt, rowLists, type TableMapping } from "@/lib/domain/sheet/mapping";
import { notesOf, type SheetTable, type TableRow, textOf } from "@/lib/domain/sheet/table";
import { readDateText } from "@/lib/domain/values/date-text";
import { readNumberText } from "@/lib/domain/values/number-text";

/** The index of a cell that holds a field. */
export type CellAt = { spec: NamedValue; index: number };

/** A table of a file with the meaning of its columns, and the rows that are read. */
export type MappedTable = {
  table: SheetTable;
  layout: Layout;
  columns: (LayoutColumn | null)[];
  /** The columns of fields, without those of ids and names. */
  cells: CellAt[];
  mapping: TableMapping;
  rows: TableRow[];
  /** The rows that were left out: they ask for nothing, and nothing of them counts as removed. */
  leftOut: TableRow[];
  /** Whether the rows are projects, and these columns an entry in each of them. */
  isWithinRow: boolean;
  /** The column whose cells name several entries, divided by semicolons or line breaks; null when there is none. */
  listed: number | null;
  signs: Signs;
};

/** Returns a table as its mapping reads it: its rows, and for projects the entries of lists that stand in their rows. */
export function mappedTables(table: SheetTable, mapping: TableMapping): MappedTable[] {
  const layout = layouts.find((each) => each.key === mapping.layout);
  if (!layout) return [];
  const out = new Set(mapping.leftOut);
  const body = bodyOf(table, mapping);
  const common = {
    table,
    mapping,
    rows: body.filter(({ at }) => !out.has(at)),
    leftOut: body.filter(({ at }) => out.has(at)),
    signs: new Signs(table, mapping, body),
  };
  const columns = firstOfEach(mapping.columns).map((name) => columnAt(layout, name));
  const own = {
    ...common,
    layout,
    columns,
    cells: cellsIn(columns),
    isWithinRow: false,
    listed: null,
  };
  if (layout.key !== "project") return [own];
  return [own, ...rowLists.flatMap((list) => withinRow(list, own))];
}

function withinRow(list: Layout, own: MappedTable): MappedTable[] {
  const { mapping, columns } = own;
  const parts = firstOfEach(mapping.columns).map((name) => {
    const part = partAt(name);
    return part?.layout === list ? part.column : null;
  });
  const used = parts.flatMap((part, index) => (part ? [{ part, index }] : []));
  const [only, ...others] = used;
  if (!only) return [];
  const names: Record<string, string> = { $record: "$record", title: "$recordName" };
  const placed = parts.map(
    (part, index) => part ?? columnAt(list, names[columns[index]?.name ?? ""] ?? null),
  );
  const isName = only.part.spec?.kind === "line" || only.part.spec?.kind === "framework";
  const listed = others.length === 0 && isName ? only.index : null;
  return [
    { ...own, layout: list, columns: placed, cells: cellsIn(placed), isWithinRow: true, listed },
  ];
}

function cellsIn(columns: (LayoutColumn | null)[]): CellAt[] {
  return columns.flatMap((column, index) => (column?.spec ? [{ spec: column.spec, index }] : []));
}

/** Returns the names with each only where it is first: the other columns of a joined field are read with it. */
function firstOfEach(names: (string | null)[]) {
  return names.map((name, index) => (names.indexOf(name) === index ? name : null));
}

/** How the columns of a table write decimals and days: as was answered, or as their own cells show. */
class Signs {
  private readonly known = new Map<number, ColumnSigns>();

  constructor(
    private readonly table: SheetTable,
    private readonly mapping: TableMapping,
    private readonly body: TableRow[],
  ) {}

  of(column: number): ColumnSigns {
    const known = this.known.get(column);
    if (known) return known;
    const shown = this.shownIn(column);
    const signs = {
      numbers: this.mapping.numbers[column] ?? shown.numbers,
      dates: this.mapping.dates[column] ?? shown.dates,
    };
    this.known.set(column, signs);
    return signs;
  }

  /** Returns whether a cell of a merged number is not the first of them, where such a number counts once. */
  isCountedAbove(column: number, at: number): boolean {
    if (this.mapping.merged[column] !== "once") return false;
    const index = this.body.findIndex((row) => row.at === at);
    const [above, own] = [this.body[index - 1]?.cells[column], this.body[index]?.cells[column]];
    const isMerged = [above, own].every((cell) => notesOf(cell).includes("merged_number"));
    return isMerged && textOf(above) === textOf(own);
  }

  /** One cell that can be read in one way shows how the column writes; cells that contradict each other show nothing. */
  private shownIn(column: number): ColumnSigns {
    const numbers = new Set<"point" | "comma">();
    const dates = new Set<"day_first" | "month_first">();
    for (const { cells } of this.body) {
      const cell = cells[column];
      const text = shownText(cell, this.table.isCsv);
      if (!/^[^\p{L}]*\p{Nd}[^\p{L}]*$/u.test(text) || isStoredNumber(cell, this.table.isCsv))
        continue;
      const number = readNumberText(text);
      if (number && "number" in number && number.mark) numbers.add(number.mark);
      const asDay = readDateText(text, "day_first");
      if (asDay === null || typeof asDay === "string") continue;
      const day = /^(\p{Nd}{1,2})[-/. ](\p{Nd}{1,2})[-/. ]\p{Nd}{4}$/u.exec(text);
      if (day === null || readDateText(text) === "day_or_month" || day[1] === day[2]) continue;
      dates.add(asDay.date.endsWith(`-${twoDigits(day[1])}`) ? "day_first" : "month_first");
    }
    return {
      numbers: numbers.size === 1 ? ([...numbers][0] ?? null) : noSigns.numbers,
      dates: dates.size === 1 ? ([...dates][0] ?? null) : noSigns.dates,
    };
  }
}

function twoDigits(text = "") {
  const reading = readNumberText(text);
  return reading && "number" in reading ? reading.number.padStart(2, "0") : text;
}
