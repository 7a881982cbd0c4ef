import type { ValueNote } from "@/lib/domain/sheet/cell";
import type { Cell } from "@/lib/domain/sheet/sheet";
import type { FieldError } from "@/lib/domain/values/field-error";

/** One cell that differs from what the plan says: old, new, and what somebody else made of it since the export. */
export type CellChange = {
  /** "D14" */
  at: string;
  field: string;
  value: unknown;
  before: Cell;
  after: Cell;
  theirs: Cell | undefined;
  notes: ValueNote[];
};

/** What is wrong in a cell or a row, and where: "Milestones!D14". */
export type SheetError = { at: string; text: string } & FieldError;

/** What one row of a sheet asks for. A row that was left out of a sheet of ours has no number. */
export type RowChange = {
  key: string;
  sheet: string;
  row: number | null;
  layout: string;
  kind: "change" | "add" | "begin" | "delete";
  recordId: string;
  recordName: string;
  parentId: string | null;
  itemId: string | null;
  /** What the row is called: the name of its item. */
  name: string;
  cells: CellChange[];
  /** Of a text in a local language: the mark of the English that stood beside it when the sheet was made. */
  englishHash?: string | undefined;
  isConflict: boolean;
  errors: SheetError[];
};

/** What a file asks of a plan. */
export type SheetImport = {
  rows: RowChange[];
  errors: SheetError[];
  /** Of all entries that the export held: so many are to be removed. */
  removed: number;
  held: number;
  /** Titles of projects that are no longer in the sheet: they stay as they are. */
  missing: string[];
};
