import * as z from "zod";

/** Notes on a cell beside its text. */
export const cellNotes = [
  /** The text is a spreadsheet's number of a day. */
  "date",
  /** The cell held a formula, and its result was read. */
  "formula",
  /** The cell holds an error such as "#REF!". */
  "error",
  /** The value stands for several cells that were merged. */
  "merged",
  /** Burmese text that was converted from Zawgyi, or may be in Zawgyi. */
  "zawgyi",
  "maybe_zawgyi",
] as const;

const readCell = z.union([
  z.string(),
  z.object({
    text: z.string(),
    notes: z.array(z.enum(cellNotes)),
    /** The original text, if it was converted. */
    was: z.string().optional(),
  }),
]);
export type ReadCell = z.output<typeof readCell>;

/** The schema of a sheet that was read: its rows with content, by number, each cell as text from column A on. */
export const sheetTable = z.object({
  name: z.string(),
  isCsv: z.boolean(),
  /** The encoding with which a text file was read. */
  encoding: z.string().nullable(),
  rows: z.array(z.object({ at: z.int(), cells: z.array(readCell) })),
});
export type SheetTable = z.output<typeof sheetTable>;
export type TableRow = SheetTable["rows"][number];

/** Returns the text of a cell, "" where there is none. */
export function textOf(cell: ReadCell | undefined): string {
  return typeof cell === "string" ? cell : (cell?.text ?? "");
}

/** Returns the notes on a cell. */
export function notesOf(cell: ReadCell | undefined): (typeof cellNotes)[number][] {
  return typeof cell === "object" ? cell.notes : [];
}
