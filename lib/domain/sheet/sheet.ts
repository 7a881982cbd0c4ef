/**
 * The content of a cell: a text, a number or nothing. The column's kind says what it means: a text in a "date" column
 * is a day, a month or a year, in a "decimal" column an exact amount.
 */
export type Cell = string | number | null;

export type SheetColumn = {
  label: string;
  kind: "id" | "text" | "long_text" | "date" | "number" | "decimal";
  /** True when the column is read-only, because it informs or identifies the row. Its cells are protected. */
  isLocked: boolean;
  /** The options of a closed list; null when there is none. */
  options: readonly string[] | null;
};

/** One sheet of a workbook, or one file of comma-separated values. */
export type Sheet = {
  name: string;
  columns: SheetColumn[];
  rows: Cell[][];
  /** The number of columns that stay in view when the sheet is scrolled to the right. */
  frozenColumns: number;
  isHidden: boolean;
  isProtected: boolean;
};

/** A sheet whose rows can be produced while it is written. */
export type WritableSheet = Omit<Sheet, "rows"> & {
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>;
};

const plainColumn = { isLocked: false, options: null } as const;

/** Returns a list as a read-only sheet: no column is locked and none has options. */
export function plainSheet(
  name: string,
  columns: Pick<SheetColumn, "label" | "kind">[],
  rows: Cell[][],
): Sheet {
  return {
    name: toSheetName(name),
    columns: columns.map((column) => ({ ...plainColumn, ...column })),
    rows,
    frozenColumns: 1,
    isHidden: false,
    isProtected: false,
  };
}

/** Returns a valid sheet name: at most 31 characters, without those that are used in references to cells. */
export function toSheetName(name: string): string {
  return name
    .replaceAll(/[[\]:*?/\\]/gu, " ")
    .replaceAll(/^'+|'+$/gu, "")
    .slice(0, 31)
    .trim();
}

/**
 * Characters with which a formula begins, also after apostrophes, so that guarding can be undone, and in full width.
 */
const begins = /^'*[=+\-@＝＋－＠\t\r]/u;
/**
 * The same within a text: where the list separator is ";" a program begins a new cell after it, and after a tab or a
 * line break, whatever the quotation marks. A dash and a space begin a list entry and are allowed.
 */
const beginsWithin = /(?<=[;\t\r\n])'*(?:[=@＝＠]|[+\-＋－](?! ))/gu;

/** Returns true when a spreadsheet program could read this text as a formula. */
export function beginsFormula(text: string): boolean {
  return begins.test(text);
}

/**
 * Returns the text with an apostrophe before each part that a program could run as a formula (OWASP, "CSV Injection").
 */
export function guardText(text: string): string {
  return text.replace(beginsWithin, "'$&").replace(begins, "'$&");
}

/** Returns the text before guarding: `unguardText(guardText(text))` is always `text`. */
export function unguardText(text: string): string {
  if (!text.includes("'")) return text;
  const bare = (found: string) => (found.startsWith("'") ? found.slice(1) : found);
  return text.replace(begins, bare).replace(beginsWithin, bare);
}

/** Returns "A" for the first column, "AA" for the 27th. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Returns 0 for "A" and 26 for "AA". */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

const dayMs = 86_400_000;
/**
 * Day 0 of the spreadsheet calendar. It counts a 29 February 1900 that did not exist, so it is right from March 1900
 * on.
 */
const dayZero = Date.UTC(1899, 11, 30);

/** Returns a day as a spreadsheet's number. */
export function toSerial(day: string): number {
  return (Date.parse(day) - dayZero) / dayMs;
}

/** Returns an exact decimal as a number if fifteen digits hold it, otherwise as text. */
export function toExactNumber(decimal: string): Cell {
  const digits = decimal.replace(".", "").replace(/^0+/u, "");
  return digits.length <= 15 ? Number(decimal) : decimal;
}
