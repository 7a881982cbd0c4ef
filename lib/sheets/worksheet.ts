import "server-only";
import {
  beginsFormula,
  type Cell,
  columnLetters,
  plainSheet,
  type Sheet,
  type SheetColumn,
  toExactNumber,
  toSerial,
  type WritableSheet,
} from "@/lib/domain/sheet/sheet";
import { columnWidth, headingHeight, rowHeight } from "@/lib/sheets/row-height";
import { styles } from "@/lib/sheets/styles";

/** The number of empty rows below the last one that are unlocked and have drop-downs. */
const spareRows = 1_000;
/** The number of characters of XML that are passed to the zip at once. */
const chunkLength = 64_000;

/** The cell range of the options of each drop-down, by the options. */
export type Ranges = Map<string, string>;

/** Returns the hidden sheet with the options of every closed list, each list once, and the range of each. */
export function listsSheet(sheets: Pick<Sheet, "columns">[]): { sheet: Sheet; ranges: Ranges } {
  const lists = new Map(
    sheets
      .flatMap((sheet) => sheet.columns)
      .flatMap(({ label, options }) => (options ? [[options.join("\n"), { label, options }]] : [])),
  ) as Map<string, { label: string; options: readonly string[] }>;
  const all = [...lists.values()];
  const maxOptions = Math.max(0, ...all.map((list) => list.options.length));
  const rows = Array.from({ length: maxOptions }, (_, row) =>
    all.map((list) => list.options[row] ?? null),
  );
  const sheet = {
    ...plainSheet(
      listsName,
      all.map(({ label }) => ({ label, kind: "text" })),
      rows,
    ),
    isHidden: true,
  };
  const ranges: Ranges = new Map(
    [...lists].map(([words, { options }], index) => {
      const column = columnLetters(index);
      return [words, `'${listsName}'!$${column}$2:$${column}$${options.length + 1}`];
    }),
  );
  return { sheet, ranges };
}

const listsName = "_lists";

/** Yields the XML of one worksheet piece by piece (ECMA-376, part 1, 18.3). */
export async function* sheetPart(
  sheet: WritableSheet,
  ranges: Ranges,
): AsyncGenerator<string, void, undefined> {
  const { columns, rows } = sheet;
  let xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${view(sheet)}<cols>${columns.map(columnXml).join("")}</cols><sheetData>`;
  xml += rowXml(
    1,
    headingHeight(columns),
    columns.map((column, index) => textXml(columnLetters(index), 1, column.label, styles.header)),
  );
  const letters = columns.map((_, index) => columnLetters(index));
  let number = 1;
  for await (const row of rows) {
    number += 1;
    xml += rowXml(
      number,
      rowHeight(columns, row),
      columns.map((column, at) => cellXml(letters[at] ?? "", number, column, row[at] ?? null)),
    );
    if (xml.length < chunkLength) continue;
    yield xml;
    xml = "";
  }
  yield `${xml}</sheetData>${protection(sheet)}${validations(sheet, number, ranges)}</worksheet>`;
}

function view({ frozenColumns }: WritableSheet) {
  const corner = `${columnLetters(frozenColumns)}2`;
  const split = frozenColumns > 0 ? `xSplit="${frozenColumns}" ` : "";
  const pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft";
  return `<sheetViews><sheetView workbookViewId="0"><pane ${split}ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/></sheetView></sheetViews>`;
}

/** The style of a column applies to its empty cells. */
function columnXml(column: SheetColumn, index: number) {
  return `<col min="${index + 1}" max="${index + 1}" width="${columnWidth(column)}" style="${styleOf(column)}" customWidth="1"/>`;
}

function styleOf({ kind, isLocked }: SheetColumn) {
  if (isLocked) return styles.locked;
  if (kind === "date") return styles.day;
  if (kind === "text") return styles.text;
  return kind === "long_text" ? styles.longText : styles.number;
}

function rowXml(number: number, height: number | null, cells: string[]) {
  const own = height === null ? "" : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${own}>${cells.join("")}</row>`;
}

function cellXml(letters: string, row: number, column: SheetColumn, value: Cell) {
  if (value === null || value === "") return "";
  const style = styleOf(column);
  if (column.kind === "date" && String(value).length === 10)
    return numberXml(letters, row, toSerial(String(value)), style);
  const exact =
    column.kind === "decimal" && typeof value === "string" ? toExactNumber(value) : value;
  if (typeof exact === "number") return numberXml(letters, row, exact, style);
  const text = String(exact);
  return textXml(letters, row, text, quotedStyle(style, text));
}

function quotedStyle(style: number, text: string) {
  if (!beginsFormula(text)) return style;
  if (style === styles.text) return styles.quoted;
  return style === styles.longText ? styles.quotedLong : style;
}

function numberXml(letters: string, row: number, value: number, style: number) {
  return `<c r="${letters}${row}" s="${style}"><v>${value}</v></c>`;
}

/** Returns a cell with an inline text, which is never a formula. */
function textXml(letters: string, row: number, text: string, style: number) {
  return `<c r="${letters}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${toXml(text)}</t></is></c>`;
}

const special = /[&<>\r\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/gu;
const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/**
 * Returns a text for XML: forbidden characters become _xHHHH_, and so does an underscore that looks like the beginning
 * of such a code (22.9.2.19).
 */
function toXml(text: string) {
  return text.replaceAll(
    special,
    (character) =>
      entities[character] ??
      `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
  );
}

/** The protection has no password: it prevents mistakes and is not a barrier. */
function protection({ isProtected }: WritableSheet) {
  return isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0" sort="0" autoFilter="0"/>'
    : "";
}

function validations({ columns }: WritableSheet, filled: number, ranges: Ranges) {
  const last = filled + spareRows;
  const each = columns.flatMap(({ options }, index) => {
    const range = options && ranges.get(options.join("\n"));
    if (!range) return [];
    const column = columnLetters(index);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${column}2:${column}${last}"><formula1>${range}</formula1></dataValidation>`;
  });
  return each.length > 0
    ? `<dataValidations count="${each.length}">${each.join("")}</dataValidations>`
    : "";
}
