import * as z from "zod";

/** Notes on a cell beside its text. */
const cellNotes = [
  /**
   * The text begins with a day, a month or a year as the file shows it: "2025-09-30", "2025-09" or "2025", and a time
   * after a day ("2025-09-30 09:00") where the file shows one. `number` is the spreadsheet's number of the day.
   */
  "date",
  /** The file shows the number as a percentage: the text is "45%", and `number` is what is stored, 0.45. */
  "percent",
  /** The cell held a formula, and its result was read. */
  "formula",
  /** The cell holds an error such as "#REF!". */
  "error",
  /** The cell holds a formula whose result was never stored; the text is the formula. */
  "no_result",
  /** The cell holds something that the reader does not understand; the text says what. */
  "not_understood",
  /** The value stands for several cells that were merged. */
  "merged",
  /** A number that stands for several merged cells: it may be meant once, or once for each of them. */
  "merged_number",
  /** Burmese text that was converted from Zawgyi, or may be in Zawgyi. */
  "zawgyi",
  "maybe_zawgyi",
  /** A text that looks like a number: the file does not hold it as one. */
  "text_number",
  /** Typed by a person in place of what the file holds. */
  "typed",
  /** Several cells of the row were joined. */
  "joined",
] as const;
export type CellNote = (typeof cellNotes)[number];

const readCell = z.union([
  z.string(),
  z.object({
    /** What a reader of the file sees. */
    text: z.string(),
    notes: z.array(z.enum(cellNotes)),
    /** The stored number, where the text is another way to write it. */
    number: z.number().optional(),
    /** The original text, if it was converted. */
    was: z.string().optional(),
  }),
]);
export type ReadCell = z.output<typeof readCell>;

/** The schema of a sheet that was read: its rows with content, by number, each cell as text from column A on. */
export const sheetTable = z.object({
  name: z.string(),
  /** Whether the sheet is hidden in the file. */
  isHidden: z.boolean().default(false),
  /** The columns that are hidden in the file; 0 is column A. */
  hiddenColumns: z.array(z.int()).default([]),
  isCsv: z.boolean(),
  /** The encoding with which a text file was read; null for a workbook. */
  encoding: z.string().nullable(),
  /** Whether another encoding is as likely, so that a person has to choose among `encodings`. */
  asksEncoding: z.boolean().default(false),
  /**
   * The encodings that a text file may be in, the likeliest first, each with the first text that they read differently.
   * Empty when the bytes themselves say which it is.
   */
  encodings: z.array(z.object({ name: z.string(), sample: z.string() })).default([]),
  /** The separator with which a text file was read; null for a workbook. */
  separator: z.string().nullable().default(null),
  /** The separators that divide the rows of a text file, the best first. */
  separators: z.array(z.string()).default([]),
  rows: z.array(
    z.object({
      /** The number of the row as spreadsheet programs count it. */
      at: z.int(),
      /** Whether the row is hidden in the file, by hand or by a filter. */
      isHidden: z.boolean().default(false),
      cells: z.array(readCell),
    }),
  ),
});
export type SheetTable = z.output<typeof sheetTable>;
export type TableRow = SheetTable["rows"][number];

/** Returns the text of a cell, "" where there is none. */
export function textOf(cell: ReadCell | undefined): string {
  return typeof cell === "string" ? cell : (cell?.text ?? "");
}

/** Returns the notes on a cell. */
export function notesOf(cell: ReadCell | undefined): CellNote[] {
  return typeof cell === "object" ? cell.notes : [];
}
