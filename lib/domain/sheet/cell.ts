import type { NamedValue } from "@/lib/domain/record/fields";
import { termsOf } from "@/lib/domain/sheet/layout";
import { isNamed, type NamedKind } from "@/lib/domain/sheet/names";
import { type CellContext, toCell } from "@/lib/domain/sheet/rows";
import { toExactNumber, unguardText } from "@/lib/domain/sheet/sheet";
import { type CellNote, notesOf, type ReadCell, textOf } from "@/lib/domain/sheet/table";
import { choiceWord, yesNoWord } from "@/lib/domain/sheet/words";
import { toPlainDigits } from "@/lib/domain/values/digits";
import type { ErrorKey, FieldError } from "@/lib/domain/values/field-error";
import { readNumber, toPlainNumber } from "@/lib/domain/values/number-text";
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
  | "maybe_zawgyi";

export type ReadValue = { value: unknown; notes: ValueNote[] } | { error: FieldError };

/** Returns a cell's text as a reader sees it. */
export function shownText(cell: ReadCell | undefined, isCsv: boolean): string {
  return cleanText(textOf(cell), isCsv);
}

function cleanText(text: string, isCsv: boolean) {
  return (isCsv ? unguardText(text) : text).replaceAll(/\r\n?/gu, "\n").trim().normalize("NFC");
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

/** Reads a cell as the value of a field. The field's schema checks the value afterwards. */
export function fromCell(
  spec: NamedValue,
  cell: ReadCell | undefined,
  /** The slug of the row's focus area: types of different areas may have the same name. */
  focusArea: unknown,
  isCsv: boolean,
  context: CellContext,
): ReadValue {
  const cellNotes = notesOf(cell);
  const key = cellNotes.map((note) => unreadable.get(note)).find((each) => each !== undefined);
  if (key) return { error: { key } };
  const text = shownText(cell, isCsv);
  const kept = cellNotes.filter(isShown);
  if (isNamed(spec) && text !== "") return readName(spec.kind, textsOf(cell, isCsv), context);
  const isNumber = spec.kind === "number" || spec.kind === "decimal" || spec.kind === "year";
  const read =
    spec.kind === "date" && cellNotes.includes("date")
      ? readDay(cell, text)
      : readText(spec, isNumber ? withoutPercent(cell, text) : text, focusArea, context);
  return "error" in read ? read : { value: read.value, notes: [...kept, ...read.notes] };
}

/** The errors of cells that cannot be read, by their notes. */
const unreadable = new Map<CellNote, ErrorKey>([
  ["error", "cell_error"],
  ["no_result", "formula_without_result"],
  ["not_understood", "cell_not_understood"],
]);

function isShown(note: CellNote): note is CellNote & ValueNote {
  return note !== "date" && !unreadable.has(note);
}

function readText(
  spec: NamedValue,
  text: string,
  focusArea: unknown,
  context: CellContext,
): ReadValue {
  if (text === "") return emptyCell(spec);
  switch (spec.kind) {
    case "date":
      return readDate(text);
    case "year":
      return readYear(text);
    case "number":
      return plain(readNumber(fromContinental(text)));
    case "decimal":
      return plain(toPlainNumber(fromContinental(text)));
    case "choice":
    case "yes_no":
    case "framework":
      return readChoice(spec, text, focusArea, context);
    default:
      return plain(text);
  }
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
    const read = readDate(String(serial));
    return "error" in read ? read : { ...read, notes: ["year_shown_as_day", ...read.notes] };
  }
  const [day = ""] = text.split(" ");
  return readDate(day);
}

/**
 * Reads "2025", "2025-09", "2025-09-30" or "30/9/2568", with digits of any script. When day and month could be swapped
 * it is refused.
 */
function readDate(typed: string): ReadValue {
  const text = toPlainDigits(typed);
  const iso = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(text);
  if (iso) return toDate(Number(iso[1]), iso[2], iso[3]);
  const month = /^(\d{1,2})[-/.](\d{4})$/u.exec(text);
  if (month) return toDate(Number(month[2]), month[1]);
  const day = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/u.exec(text);
  if (!day) return { error: { key: "partial_date" } };
  const [first, second] = [Number(day[1]), Number(day[2])];
  if (first <= 12 && second <= 12 && first !== second) return { error: { key: "day_or_month" } };
  return first > 12
    ? toDate(Number(day[3]), day[2], day[1])
    : toDate(Number(day[3]), day[1], day[2]);
}

function toDate(year: number, ...rest: (string | undefined)[]): ReadValue {
  const common = buddhistAsCommon(year);
  const parts = rest.flatMap((part) => (part === undefined ? [] : part.padStart(2, "0")));
  const date = [String(common ?? year), ...parts].join("-");
  if (!isPartialDate(date)) return { error: { key: "partial_date" } };
  return { value: date, notes: common === null ? [] : ["buddhist"] };
}

function readYear(text: string): ReadValue {
  const year = readNumber(text);
  const common = typeof year === "number" ? buddhistAsCommon(year) : null;
  return common === null ? plain(year) : { value: common, notes: ["buddhist"] };
}

/**
 * Returns a number such as "1.250.000,50", as written in Indonesia and Viet Nam, with a decimal point, when it has no
 * other reading.
 */
function fromContinental(typed: string): string {
  const text = toPlainDigits(typed);
  const isContinental =
    /^-?\d{1,3}(\.\d{3}){2,}(,\d+)?$|^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d+,\d{1,2}$/u.test(text);
  return isContinental ? text.replaceAll(".", "").replace(",", ".") : text;
}

function readChoice(
  spec: NamedValue,
  text: string,
  focusArea: unknown,
  { words, terms }: CellContext,
): ReadValue {
  const said = (word: string) => word.toLocaleLowerCase("en") === text.toLocaleLowerCase("en");
  const unknown: ReadValue = { error: { key: "unknown_choice" } };
  if (spec.kind === "choice") {
    const option = spec.options.find(
      (each) => said(choiceWord(words, spec.words, each)) || said(each),
    );
    return option === undefined ? unknown : plain(option);
  }
  if (spec.kind === "framework") {
    const own = terms.focusAreas.find((area) => area.slug === focusArea)?.projectTypes ?? [];
    const all = termsOf(terms, spec.options);
    const candidates = spec.options === "projectTypes" ? [...own, ...all] : all;
    const term = candidates.find((each) => said(each.name) || said(each.slug));
    return term ? plain(term.slug) : unknown;
  }
  const value = [true, false].find((each) => said(yesNoWord(words, each)) || said(String(each)));
  return value === undefined ? unknown : plain(value);
}
