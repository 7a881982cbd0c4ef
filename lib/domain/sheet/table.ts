import * as z from "zod";

/** What is to be known of a cell beside its text. */
export const cellNotes = [
  /** The text is a spreadsheet's number of a day. */
  "date",
  /** The cell held a formula, and its result was read. */
  "formula",
  /** The cell holds an error such as "#REF!". */
  "error",
  /** The value stands for several cells that were merged. */
  "merged",
  /** Burmese that was converted from Zawgyi's encoding, or that may be in it. */
  "zawgyi",
  "maybe_zawgyi",
] as const;

const readCell = z.union([
  z.string(),
  z.object({
    text: z.string(),
    notes: z.array(z.enum(cellNotes)),
    /** What stood in the file where the text was converted from it. */
    was: z.string().optional(),
  }),
]);
export type ReadCell = z.output<typeof readCell>;

/** A sheet as it was read: its rows that hold anything, by their numbers, each cell as text from column A on. */
export const sheetTable = z.object({
  name: z.string(),
  isCsv: z.boolean(),
  /** In which encoding a text file was read. */
  encoding: z.string().nullable(),
  rows: z.array(z.object({ at: z.int(), cells: z.array(readCell) })),
});
export type SheetTable = z.output<typeof sheetTable>;
export type TableRow = SheetTable["rows"][number];

/** Returns the text of a cell, "" where there is none. */
export function textOf(cell: ReadCell | undefined): string {
  return typeof cell === "string" ? cell : (cell?.text ?? "");
}

/** Returns what is to be known of a cell. */
export function notesOf(cell: ReadCell | undefined): (typeof cellNotes)[number][] {
  return typeof cell === "object" ? cell.notes : [];
}
