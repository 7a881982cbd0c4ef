import type { NamedValue } from "@/lib/domain/record/fields";
import { termsOf } from "@/lib/domain/sheet/layout";
import { isNamed, type NamedKind } from "@/lib/domain/sheet/names";
import { type CellContext, toCell } from "@/lib/domain/sheet/rows";
import { toExactNumber, unguardText } from "@/lib/domain/sheet/sheet";
import { type CellNote, notesOf, type ReadCell, textOf } from "@/lib/domain/sheet/table";
import { choiceWord, yesNoWord } from "@/lib/domain/sheet/words";
import { type DateOrder, readDateText } from "@/lib/domain/values/date-text";
import type { ErrorKey, FieldError } from "@/lib/domain/values/field-error";
import { type DecimalMark, readNumberText } from "@/lib/domain/values/number-text";
import { buddhistAsCommon, isPartialDate } from "@/lib/domain/values/partial-date";

/** A note on how a cell was read; a key of messages `sheets.notes`. */
export type ValueNote =
  | "buddhist"
  | "year_shown_as_day"
  | "formula"
  | "merged"
  | "merged_number"
  | "percent"
  | "zawgyi"
  | "maybe_zawgyi"
  | "typed"
  | "joined"
  /** Line breaks of the cell became spaces. */
  | "one_line"
  /** Could be read in two ways, and was read as its column is. */
  | "as_column"
  /** A word of the city's own. */
  | "word";

/** How a column writes decimals and days; null where it is not known. */
export type ColumnSigns = { numbers: DecimalMark | null; dates: DateOrder | null };

export const noSigns: ColumnSigns = { numbers: null, dates: null };

export type ReadValue = { value: unknown; notes: ValueNote[] } | { error: FieldError };

/** Returns a cell's text as a reader sees it. */
export function shownText(cell: ReadCell | undefined, isCsv: boolean): string {
  return cleanText(textOf(cell), isCsv);
}

function cleanText(text: string, isCsv: boolean) {
  const bare = isCsv ? unguardText(text) : text;
  const lines = bare.includes("\r") ? bare.replaceAll(/\r\n?/gu, "\n") : bare;
  return lines.trim().normalize("NFC");
}

/** Returns whether the cell equals the one that would be written for this value, so that it counts as unchanged. */
export function saysSame(
  spec: NamedValue,
  cell: ReadCell | undefined,
  value: unknown,
  isCsv: boolean,
  context: CellContext,
): boolean {
  if (isNamed(spec) && typeof value === "string") {
    const names = context.names[spec.kind];
    return textsOf(cell, isCsv).some((each) => names.says(each, value));
  }
  const written = toCell(spec, value, context);
  const exact =
    spec.kind === "decimal" && written !== null ? toExactNumber(String(written)) : written;
  const [text, ...was] = textsOf(cell, isCsv);
  if (typeof exact === "number")
    return text !== "" && inDigits(Number(withoutPercent(cell, text ?? ""))) === inDigits(exact);
  const expected = cleanText(exact ?? "", false);
  return text === expected || was.includes(expected);
}

/** Returns a cell's text, and the original text if it was converted from another encoding. */
function textsOf(cell: ReadCell | undefined, isCsv: boolean): string[] {
  const was = typeof cell === "object" ? cell.was : undefined;
  return [shownText(cell, isCsv), ...(was === undefined ? [] : [cleanText(was, isCsv)])];
}

/** Returns "45" for a number that the file shows as "45%". */
function withoutPercent(cell: ReadCell | undefined, text: string) {
  return notesOf(cell).includes("percent") ? text.replace(/%$/u, "") : text;
}

/** Returns a number with the fifteen digits that a spreadsheet keeps. */
function inDigits(number: number) {
  return Number(number.toPrecision(15));
}

/** What decides how a cell is read, beside its field. */
type ReadingOf = {
  /** The slug of the row's focus area: types of different areas may have the same name. */
  focusArea: unknown;
  isCsv: boolean;
  signs: ColumnSigns;
  context: CellContext;
};

/** Reads a cell as the value of a field. The field's schema checks the value afterwards. */
export function fromCell(
  spec: NamedValue,
  cell: ReadCell | undefined,
  { focusArea, isCsv, signs, context }: ReadingOf,
): ReadValue {
  const cellNotes = notesOf(cell);
  const key = cellNotes.map((note) => unreadable.get(note)).find((each) => each !== undefined);
  if (key) return { error: { key } };
  const text = shownText(cell, isCsv);
  const isAmount = spec.kind === "number" || spec.kind === "decimal";
  // A year or a text that stands for several cells is the same in each of them.
  const kept = cellNotes.filter(isShown).filter((note) => isAmount || note !== "merged_number");
  if (isNamed(spec) && text !== "") return readName(spec.kind, textsOf(cell, isCsv), context);
  const read =
    text === ""
      ? emptyCell(spec)
      : spec.kind === "number" || spec.kind === "decimal" || spec.kind === "year"
        ? readNumeric(spec, withoutPercent(cell, text), isStoredNumber(cell, isCsv), signs)
        : spec.kind === "date"
          ? cellNotes.includes("date")
            ? readDay(cell, text)
            : readDate(text, signs)
          : readWords(spec, text, focusArea, context);
  return "error" in read ? read : { value: read.value, notes: [...kept, ...read.notes] };
}

/** Returns whether a workbook holds the cell as a number: its decimals stand after a point. */
export function isStoredNumber(cell: ReadCell | undefined, isCsv: boolean): boolean {
  const text = textOf(cell);
  const isText = notesOf(cell).some((note) => note === "text_number" || note === "typed");
  return (
    !isCsv && !isText && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/iu.test(text) && text === String(Number(text))
  );
}

/** The errors of cells that cannot be read, by their notes. */
const unreadable = new Map<CellNote, ErrorKey>([
  ["error", "cell_error"],
  ["no_result", "formula_without_result"],
  ["not_understood", "cell_not_understood"],
]);

function isShown(note: CellNote): note is CellNote & ValueNote {
  return note !== "date" && note !== "text_number" && !unreadable.has(note);
}

function readWords(
  spec: NamedValue,
  text: string,
  focusArea: unknown,
  context: CellContext,
): ReadValue {
  const isFromList = spec.kind === "choice" || spec.kind === "yes_no" || spec.kind === "framework";
  if (isFromList) return readChoice(spec, text, focusArea, context);
  // A line has no line breaks; in a cell they only show where it wraps.
  if (spec.kind !== "line" || !text.includes("\n")) return plain(text);
  return { value: text.replaceAll(/\s*\n\s*/gu, " "), notes: ["one_line"] };
}

const unnamed: Record<NamedKind, ErrorKey> = {
  project: "unknown_related",
  file: "unknown_file",
  claim_of: "unknown_claim",
  text_of: "unknown_text_name",
  indicator_of: "unknown_answer",
  milestone_of: "unknown_answer",
};

function readName(kind: NamedKind, texts: string[], { names }: CellContext): ReadValue {
  const found = texts.map((text) => names[kind].find(text)).find((each) => each !== null);
  if (found === "several") return { error: { key: "named_by_several" } };
  return found ? plain(found.id) : { error: { key: unnamed[kind] } };
}

function plain(value: unknown): ReadValue {
  return { value, notes: [] };
}

function emptyCell(spec: NamedValue): ReadValue {
  if (spec.kind === "yes_no") return plain(false);
  if (spec.kind === "choice" || spec.kind === "framework")
    return spec.nullable ? plain(null) : { error: { key: "missing" } };
  const isText = ["line", "text", "markdown", "address", "role_address", "text_of"].includes(
    spec.kind,
  );
  return plain(isText ? "" : null);
}

/**
 * Reads a number that spreadsheets show as a day. A year typed into a cell that is formatted as a day becomes a day in
 * the summer of 1905; no project began then, so it is read as the year.
 */
function readDay(cell: ReadCell | undefined, text: string): ReadValue {
  const serial = typeof cell === "object" ? cell.number : undefined;
  if (
    serial !== undefined &&
    Number.isInteger(serial) &&
    (isPartialDate(String(serial)) || buddhistAsCommon(serial) !== null)
  ) {
    const read = readDate(String(serial), noSigns);
    return "error" in read ? read : { ...read, notes: ["year_shown_as_day", ...read.notes] };
  }
  const [day = ""] = text.split(" ");
  return readDate(day, noSigns);
}

function readDate(text: string, { dates }: ColumnSigns): ReadValue {
  const reading = readDateText(text, dates);
  if (reading === null) return { error: { key: "partial_date" } };
  if (reading === "day_or_month") return { error: { key: reading } };
  const isOpen = readDateText(text) === "day_or_month";
  const notes: ValueNote[] = [
    ...(reading.isBuddhist ? (["buddhist"] as const) : []),
    ...(isOpen ? (["as_column"] as const) : []),
  ];
  return { value: reading.date, notes };
}

/** Reads a number. A text that is none is the value, and its schema answers it. */
function readNumeric(
  spec: NamedValue,
  text: string,
  isStored: boolean,
  { numbers }: ColumnSigns,
): ReadValue {
  const open = readNumberText(text);
  const isOpen = !isStored && open !== null && "either" in open;
  const reading = isStored ? { number: text } : readNumberText(text, numbers);
  if (reading === null) return plain(text);
  if ("either" in reading) {
    const max = spec.kind === "number" ? spec.max : undefined;
    const within = Object.values(reading.either).filter(
      (each) => Math.abs(Number(each)) <= (max ?? 0),
    );
    const [only] = within;
    if (within.length !== 1 || only === undefined) return { error: { key: "two_numbers" } };
    return plain(spec.kind === "decimal" ? only : Number(only));
  }
  const notes: ValueNote[] = isOpen ? ["as_column"] : [];
  if (spec.kind === "decimal") return { value: reading.number, notes };
  const number = Number(reading.number);
  if (!Number.isFinite(number)) return plain(text);
  const common = spec.kind === "year" ? buddhistAsCommon(number) : null;
  return common === null ? { value: number, notes } : { value: common, notes: ["buddhist"] };
}

function readChoice(
  spec: NamedValue,
  text: string,
  focusArea: unknown,
  context: CellContext,
): ReadValue {
  const { words, terms, meanings } = context;
  const low = text.toLocaleLowerCase("en");
  const said = (word: string) => word.length === low.length && word.toLocaleLowerCase("en") === low;
  if (spec.kind === "yes_no") {
    const value = [true, false].find((each) => said(yesNoWord(words, each)) || said(String(each)));
    const meant = value ?? meanings.get(meaningKey("yesNo", text));
    if (meant === undefined) return { error: { key: "unknown_choice" } };
    return plain(meant === true || meant === "true");
  }
  if (spec.kind !== "choice" && spec.kind !== "framework") return plain(text);
  const value =
    spec.kind === "choice"
      ? spec.options.find((each) => said(each) || said(choiceWord(words, spec.words, each)))
      : termsIn(spec.options, focusArea, context).find(({ slug, name }) => said(name) || said(slug))
          ?.slug;
  if (value !== undefined) return plain(value);
  const meant = meanings.get(meaningKey(listOf(spec), text));
  const isOffered =
    meant !== undefined &&
    (spec.kind === "choice"
      ? spec.options.includes(meant)
      : termsOf(terms, spec.options).some(({ slug }) => slug === meant));
  return isOffered ? { value: meant, notes: ["word"] } : { error: { key: "unknown_choice" } };
}

function termsIn(
  options: "focusAreas" | "projectTypes" | "outcomes",
  focusArea: unknown,
  { terms }: CellContext,
) {
  const own = terms.focusAreas.find((area) => area.slug === focusArea)?.projectTypes ?? [];
  const all = termsOf(terms, options);
  return options === "projectTypes" ? [...own, ...all] : all;
}

/** Returns the name of the closed list of a field, under which words of a city are stored; null where it has none. */
export function listOf(spec: NamedValue): string {
  if (spec.kind === "choice") return spec.words;
  if (spec.kind === "framework") return spec.options;
  return spec.kind === "yes_no" ? "yesNo" : "";
}

/** Returns the key under which the meaning of a word is kept. */
export function meaningKey(list: string, word: string): string {
  return `${list} ${word.normalize("NFC").trim().toLocaleLowerCase("en")}`;
}
