/**
 * What a cell holds: a text, a number, nothing. Which of them a column means, its kind says: the text of a "date" is a
 * day, a month or a year, that of a "decimal" an exact amount.
 */
export type Cell = string | number | null;

export type SheetColumn = {
  label: string;
  kind: "id" | "text" | "long_text" | "date" | "number" | "decimal";
  /** Whether it is there to read, or to find the row by: its cells are protected. */
  isLocked: boolean;
  /** The words of a closed list, when there is one to choose from. */
  options: readonly string[] | null;
};

/** One sheet of a workbook, or one file of comma-separated values. */
export type Sheet = {
  name: string;
  columns: SheetColumn[];
  rows: Cell[][];
  /** How many columns stay in view when one scrolls to the right. */
  frozenColumns: number;
  isHidden: boolean;
  isProtected: boolean;
};

/** A sheet to be written, whose rows may come one after the other while it is. */
export type WritableSheet = Omit<Sheet, "rows"> & {
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>;
};

const plainColumn = { isLocked: false, options: null } as const;

/**
 * Returns a list as somebody sees it, for a workbook that is only read: no column is locked and nothing can be chosen.
 */
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

/** A name that a sheet may have: at most 31 characters, without those that refer to cells. */
export function toSheetName(name: string): string {
  return name
    .replaceAll(/[[\]:*?/\\]/gu, " ")
    .replaceAll(/^'+|'+$/gu, "")
    .slice(0, 31)
    .trim();
}

/**
 * What a formula begins with; behind apostrophes too, so that guarding can be undone. In the full width of East Asia as
 * well.
 */
const begins = /^'*[=+\-@＝＋－＠\t\r]/u;
/**
 * The same within a text: where the list separator is ";" a program begins a new cell behind it, and behind a tab or a
 * line break, whatever the quotation marks say. A dash and a space begin an entry of a list.
 */
const beginsWithin = /(?<=[;\t\r\n])'*(?:[=@＝＠]|[+\-＋－](?! ))/gu;

/** Returns whether a program that is not careful takes this text for a formula. */
export function beginsFormula(text: string): boolean {
  return begins.test(text);
}

/** Returns the text with an apostrophe before whatever a program would run as a formula (OWASP, "CSV Injection"). */
export function guardText(text: string): string {
  return text.replace(beginsWithin, "'$&").replace(begins, "'$&");
}

/** Returns the text that was guarded: `unguardText(guardText(text))` is `text`, whatever it is. */
export function unguardText(text: string): string {
  const bare = (found: string) => (found.startsWith("'") ? found.slice(1) : found);
  return text.replace(begins, bare).replace(beginsWithin, bare);
}

/** "A" for the first column, "AA" for the 27th. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

const dayMs = 86_400_000;
/** Day 0 of a spreadsheet's calendar, which counts a 29 February 1900 that never was: right from March 1900 on. */
const dayZero = Date.UTC(1899, 11, 30);

/** Returns the number by which spreadsheets know a day. */
export function toSerial(day: string): number {
  return (Date.parse(day) - dayZero) / dayMs;
}

/** Returns the day of a spreadsheet's number, its time of day left out. */
export function fromSerial(serial: number): string {
  return new Date(dayZero + Math.floor(serial) * dayMs).toISOString().slice(0, 10);
}

/** Returns an exact decimal as a number where a spreadsheet's fifteen digits hold it, else as the text it is. */
export function toExactNumber(decimal: string): Cell {
  const digits = decimal.replace(".", "").replace(/^0+/u, "");
  return digits.length <= 15 ? Number(decimal) : decimal;
}
