import type { ValueNote } from "@/lib/domain/sheet/cell";
import type { Questions } from "@/lib/domain/sheet/questions";
import type { Cell } from "@/lib/domain/sheet/sheet";
import type { FieldError } from "@/lib/domain/values/field-error";

/**
 * One cell that differs from the plan: the old and the new value, and the value that somebody else saved since the
 * export.
 */
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

/** An error in a cell or a row, with its place: "Milestones!D14". */
export type SheetError = { at: string; text: string } & FieldError;

/** The change that one row of a sheet makes. A row that was deleted from an exported sheet has no number. */
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
  /** The name of the row's item. */
  name: string;
  cells: CellChange[];
  /** For a translation: the hash of the English text that stood beside it at the export. */
  englishHash?: string | undefined;
  isConflict: boolean;
  /** Whether the file hides the row. */
  isHidden: boolean;
  /** What is wrong with the whole row: it is not applied. */
  errors: SheetError[];
  /** The number of its cells that cannot be read, or wait for an answer: the others are applied. */
  withoutCells: number;
};

/** All changes that a file makes to a plan. */
export type SheetImport = {
  rows: RowChange[];
  errors: SheetError[];
  questions: Questions;
  /** The number of entries of the export that are to be removed, and of cells that are to be emptied. */
  removed: number;
  emptied: number;
  held: number;
  /** Titles of projects that are no longer in the sheet; they are not removed. */
  missing: string[];
};

/** Returns whether a row can be applied. */
export function isAcceptable(row: RowChange): boolean {
  return row.errors.length === 0 && (row.cells.length > 0 || row.kind !== "change");
}

/** Returns whether a cell empties what stands there. */
export function isEmptied({ before, after }: CellChange): boolean {
  return (before ?? "") !== "" && (after ?? "") === "";
}
