import type { NamedValue } from "@/lib/domain/record/fields";
import { saysSame, shownText } from "@/lib/domain/sheet/cell";
import type { SheetError } from "@/lib/domain/sheet/changes";
import type { KeyColumn, Layout, LayoutColumn } from "@/lib/domain/sheet/layout";
import {
  type CellContext,
  contextWithin,
  type SheetContext,
  type SheetRecord,
} from "@/lib/domain/sheet/rows";
import { columnLetters } from "@/lib/domain/sheet/sheet";
import type { ReadCell, SheetTable, TableRow } from "@/lib/domain/sheet/table";
import type { FieldError } from "@/lib/domain/values/field-error";

/** A table of a file with the meaning of its columns. */
export type MappedTable = { table: SheetTable; layout: Layout; columns: (LayoutColumn | null)[] };

/** The index of a cell that holds a field. */
export type CellAt = { spec: NamedValue; index: number };

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
  private own: CellContext | null = null;

  constructor(
    private readonly mapped: MappedTable,
    private readonly row: TableRow,
    private readonly plan: SheetContext,
  ) {
    this.layout = mapped.layout;
    this.sheet = mapped.table.name;
    this.at = row.at;
    this.isCsv = mapped.table.isCsv;
    this.cells = mapped.columns.flatMap((column, index) =>
      column?.spec ? [{ spec: column.spec, index }] : [],
    );
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

  /** A key for the row within the file. */
  get key(): string {
    return `${this.sheet}!${this.at}`;
  }

  get isBlank(): boolean {
    return this.cells.every(({ index }) => this.text(index) === "");
  }

  cell(index: number): ReadCell | undefined {
    return this.row.cells[index];
  }

  text(index: number): string {
    return shownText(this.cell(index), this.isCsv);
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
