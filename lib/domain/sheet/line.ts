import { type ColumnSigns, saysSame, shownText } from "@/lib/domain/sheet/cell";
import type { SheetError } from "@/lib/domain/sheet/changes";
import type { KeyColumn, Layout } from "@/lib/domain/sheet/layout";
import type { CellAt, MappedTable } from "@/lib/domain/sheet/mapped";
import {
  type CellContext,
  contextWithin,
  type SheetContext,
  type SheetRecord,
} from "@/lib/domain/sheet/rows";
import { columnLetters } from "@/lib/domain/sheet/sheet";
import { notesOf, type ReadCell, type TableRow } from "@/lib/domain/sheet/table";
import type { FieldError } from "@/lib/domain/values/field-error";

/** One row of a table, read by the meaning of its columns. */
export class SheetLine {
  readonly layout: Layout;
  readonly sheet: string;
  readonly at: number;
  readonly isCsv: boolean;
  /** The cells of fields, without identifying ids and names. */
  readonly cells: CellAt[];
  /** The row's record, once it is known. */
  recordId = "";
  /** Whether the record was found by its name: the name then says which record it is, and no new title. */
  isFoundByName = false;
  private own: CellContext | null = null;
  private readonly texts: string[] = [];

  constructor(
    readonly mapped: MappedTable,
    private readonly row: TableRow,
    private readonly plan: SheetContext,
    /** Which of the entries of a cell that names several. */
    private readonly entry: number | null = null,
  ) {
    this.layout = mapped.layout;
    this.sheet = mapped.table.name;
    this.at = row.at;
    this.isCsv = mapped.table.isCsv;
    this.cells = mapped.cells;
  }

  /** Sets the record of the row and its fields at the export, because cells name parts of it. */
  placeIn(record: SheetRecord, then: Record<string, unknown>) {
    this.own = contextWithin(record, then, this.plan);
    this.recordId = record.id;
  }

  get context(): CellContext {
    if (!this.own) throw new Error("It is not known which record the row is of");
    return this.own;
  }

  /** A key for the row within the file; the entries in the row of a project have keys of their own. */
  get key(): string {
    const place = `${this.sheet}!${this.at}`;
    if (!this.mapped.isWithinRow) return place;
    return `${place}!${this.layout.field}${this.entry ? ` ${this.entry}` : ""}`;
  }

  /** Whether an empty cell changes nothing. */
  get keepsBlanks(): boolean {
    return this.mapped.mapping.blanks === "kept";
  }

  get isHidden(): boolean {
    return this.row.isHidden || this.mapped.table.isHidden;
  }

  get isBlank(): boolean {
    return this.cells.every(({ index }) => this.text(index) === "");
  }

  cell(index: number): ReadCell | undefined {
    const own = this.row.cells[index];
    if (this.entry !== null && index === this.mapped.listed)
      return entriesIn(shownText(own, this.isCsv))[this.entry] ?? "";
    const name = this.mapped.mapping.columns[index];
    if (!name || !this.mapped.mapping.joined.includes(name)) return own;
    const cells = this.mapped.mapping.columns.flatMap((each, at) =>
      each === name ? (this.row.cells[at] ?? []) : [],
    );
    const texts = cells.map((cell) => shownText(cell, this.isCsv)).filter((text) => text !== "");
    if (texts.length < 2) return cells.find((cell) => shownText(cell, this.isCsv) !== "") ?? own;
    const isLine = this.mapped.columns[index]?.spec?.kind === "line";
    const notes = [...new Set([...cells.flatMap(notesOf), "joined" as const])];
    return { text: texts.join(isLine ? ", " : "\n\n"), notes };
  }

  text(index: number): string {
    const known = this.texts[index];
    if (known !== undefined) return known;
    const text = shownText(this.cell(index), this.isCsv);
    this.texts[index] = text;
    return text;
  }

  signs(index: number): ColumnSigns {
    return this.mapped.signs.of(index);
  }

  /** Returns the index of a column; -1 when the sheet has none. */
  columnOf(name: string): number {
    return this.mapped.columns.findIndex((column) => column?.name === name);
  }

  /** Returns an identifying id or name; "" when there is none. */
  keyText(name: KeyColumn): string {
    const index = this.columnOf(name);
    return index < 0 ? "" : this.text(index);
  }

  /** Returns the id of the row's record or item. */
  get id(): string {
    return this.keyText(this.layout.field === null ? "$record" : "$item");
  }

  /** Returns true when a cell equals the one that would be written for these values. */
  says({ spec, index }: CellAt, values: Record<string, unknown> | undefined): boolean {
    return saysSame(spec, this.cell(index), values?.[spec.name], this.isCsv, this.context);
  }

  addressOf(index: number): string {
    return `${columnLetters(Math.max(0, index))}${this.at}`;
  }

  errorAt(index: number, error: FieldError, text: string): SheetError {
    return { ...error, text, at: `${this.sheet}!${this.addressOf(index)}` };
  }
}

/** Returns the lines of a row: one, or one for each entry that a cell of it names. */
export function linesOf(mapped: MappedTable, row: TableRow, plan: SheetContext): SheetLine[] {
  if (mapped.listed === null) return [new SheetLine(mapped, row, plan)];
  const text = shownText(row.cells[mapped.listed], mapped.table.isCsv);
  const typed = notesOf(row.cells[mapped.listed]);
  // A cell that cannot be read is answered once.
  if (typed.includes("error") || typed.includes("no_result") || typed.includes("not_understood"))
    return [new SheetLine(mapped, row, plan)];
  return entriesIn(text).map((_, entry) => new SheetLine(mapped, row, plan, entry));
}

function entriesIn(text: string): string[] {
  return text.split(/[;\n]/u).flatMap((each) => each.trim() || []);
}
