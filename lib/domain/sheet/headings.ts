import { notesOf, type SheetTable, type TableRow, textOf } from "@/lib/domain/sheet/table";
import { readDateText } from "@/lib/domain/values/date-text";
import { readNumberText } from "@/lib/domain/values/number-text";

/** Where the headings of a table stand: the number of the first row in the file, and how many rows there are. */
export type Headings = { headingAt: number | null; headingRows: number };

/** Rows above the headings are looked for among the first ones. */
const firstRows = 30;

/** Returns the headings of a table: the texts of its heading rows, one below the other where there are two. */
export function headingsOf(table: SheetTable, headings: Headings): string[] {
  const rows = headingRowsOf(table, headings);
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, index) =>
    [...new Set(rows.map(({ cells }) => tidyText(textOf(cells[index]))))].filter(Boolean).join(" "),
  );
}

/** Returns the rows below the headings. */
export function bodyOf(table: SheetTable, headings: Headings): TableRow[] {
  const last = headingRowsOf(table, headings).at(-1);
  return last ? table.rows.slice(table.rows.indexOf(last) + 1) : [];
}

function headingRowsOf(table: SheetTable, { headingAt, headingRows }: Headings) {
  const first = table.rows.findIndex(({ at }) => headingAt === null || at >= headingAt);
  return first < 0 ? [] : table.rows.slice(first, first + headingRows);
}

/**
 * Guesses where the headings stand: the first row in which most cells are filled and differ, and that holds words. A
 * row above it that names groups of columns belongs to them.
 */
export function guessHeadings(table: SheetTable): Headings {
  const rows = table.rows.slice(0, firstRows);
  const width = Math.max(0, ...rows.map((row) => filledOf(row).length));
  const found = rows.findIndex((row) => {
    const texts = filledOf(row);
    const isWide = texts.length >= width * 0.6 && (texts.length > 1 || width === 1);
    return isWide && new Set(texts).size >= texts.length * 0.8 && texts.every(isWord);
  });
  const at = Math.max(0, found);
  const above = rows[at - 1];
  const isGroup =
    above !== undefined && new Set(filledOf(above)).size > 1 && filledOf(above).every(isWord);
  const first = isGroup ? above : rows[at];
  return { headingAt: first?.at ?? null, headingRows: isGroup ? 2 : 1 };
}

/** A row of the body that says nothing of a project or an entry: a key of messages `sheets.mapping.why`. */
export type LeftOutRow = { at: number; why: "explanation" | "total" | "title"; text: string };

/**
 * Recognises rows below the headings that are no data: explanations of the columns right under them, sums, and titles
 * of sections in merged cells.
 */
export function guessLeftOut(table: SheetTable, headings: Headings): LeftOutRow[] {
  const body = bodyOf(table, headings);
  const [first, ...others] = body;
  const isExplained = first !== undefined && explains(first, others);
  const explained = isExplained ? [{ ...shown(first), why: "explanation" as const }] : [];
  const width = Math.max(0, ...body.slice(0, 200).map((row) => filledOf(row).length));
  return [
    ...explained,
    ...body.slice(isExplained ? 1 : 0).flatMap((row): LeftOutRow[] => {
      const texts = filledOf(row);
      if (total.test(texts[0] ?? "")) return [{ ...shown(row), why: "total" }];
      const isMerged = row.cells.filter((cell) => notesOf(cell).includes("merged")).length > 1;
      const isTitle = isMerged && new Set(texts).size === 1 && width > 2;
      return isTitle ? [{ ...shown(row), why: "title" }] : [];
    }),
  ];
}

function shown(row: TableRow) {
  return { at: row.at, text: (filledOf(row)[0] ?? "").slice(0, 80) };
}

/** Returns whether a row says words in a column whose further rows are numbers or dates, or holds tags as of HXL. */
function explains(row: TableRow, others: TableRow[]): boolean {
  const texts = filledOf(row);
  if (texts.length > 0 && texts.every((text) => /^#[a-z]/iu.test(text))) return true;
  const sample = others.slice(0, 50);
  return row.cells.some((cell, index) => {
    if (!isWord(textOf(cell)) || /\p{Nd}/u.test(textOf(cell)) || textOf(cell).trim() === "")
      return false;
    const below = sample.flatMap((each) => textOf(each.cells[index]).trim() || []);
    return below.length > 1 && below.filter((text) => !isWord(text)).length >= below.length * 0.8;
  });
}

/** The word for a sum with which a row begins, in the network's languages. */
const total =
  /^(?:(?:grand |sub-?)?totals?|sum|jumlah|keseluruhan|sub-?total|kabuuan|รวม(?:ทั้งสิ้น|ทั้งหมด)?|ยอดรวม|tổng(?: cộng| số)?|cộng|សរុប|ລວມ(?:ທັງໝົດ)?|စုစုပေါင်း|总计|合计|小计|總計|合計|மொத்தம்|soma|totál)\s*[:：]?$/iu;

function filledOf({ cells }: TableRow): string[] {
  return cells.map((cell) => tidyText(textOf(cell))).filter((text) => text !== "");
}

function isWord(text: string) {
  return readNumberText(text) === null && readDateText(text) === null;
}

function tidyText(text: string) {
  return text.replaceAll(/\s+/gu, " ").trim();
}
