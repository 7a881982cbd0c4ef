import { isoDayText, shownNumber, textContent } from "./cell-text.mjs";
import { limits, SheetRefused } from "./limits.mjs";
import { TableRows } from "./table-rows.mjs";
import { decodeText, RunText } from "./workbook-text.mjs";
import { isTrue, readXml } from "./xml-reader.mjs";

const address = /^([A-Z]{1,3})([1-9]\d{0,6})$/u;
const lastColumn = 2 ** 14;
const lastRow = 2 ** 20;

/**
 * Reads one worksheet. `workbook` has its shared texts, the formats of its styles, and whether it counts days from 1904;
 * `distrustsZero` says that the program which wrote it left the computing to the next one and stored 0 for every formula.
 */
export async function readWorksheet(part, { name, isHidden }, workbook, { meter, onBytes }) {
  const rows = new TableRows(meter);
  const hiddenRows = new Set();
  const hiddenColumns = [];
  const merged = [];
  let row = -1;
  let column = -1;
  let cell = null;

  function openRow(attributes) {
    row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
    if (!(row >= 0 && row < lastRow)) throw new SheetRefused("damaged");
    column = -1;
    if (isTrue(attributes.hidden)) hiddenRows.add(row);
  }

  function openCell(attributes) {
    // A cell without an address follows the one before it, also when that one is empty.
    if (attributes.r === undefined) column += 1;
    else [row, column] = placeOf(attributes.r);
    cell = {
      type: attributes.t ?? "n",
      style: Number(attributes.s ?? 0),
      formula: null,
      value: null,
      inline: null,
    };
  }

  await readXml(part.chunks(), {
    onBytes,
    open: ({ name: tag, attributes }) => {
      if (tag === "c") openCell(attributes);
      else if (tag === "row") openRow(attributes);
      else if (cell && tag === "f") cell.formula = "";
      else if (cell && tag === "v") cell.value = "";
      else if (cell && tag === "is") cell.inline = new RunText();
      else if (cell) cell.inline?.open(tag);
      else if (tag === "col" && isTrue(attributes.hidden)) addColumns(hiddenColumns, attributes);
      else if (tag === "mergeCell") merged.push(rangeOf(attributes.ref ?? ""));
    },
    text: (piece, tag) => {
      if (!cell) return;
      if (tag === "f") cell.formula += piece;
      else if (tag === "v" && cell.value.length < limits.cellCharacters) cell.value += piece;
      else cell.inline?.add(piece, tag);
    },
    close: ({ name: tag }) => {
      if (tag === "c" && cell) {
        rows.put(row, column, tableCell(cell, workbook));
        cell = null;
      } else cell?.inline?.close(tag);
    },
  });
  return rows.table({ name, isHidden, hiddenRows, hiddenColumns, merged });
}

/**
 * Returns a cell of a table; "" when the file says that it is empty, and never because the cell is not understood.
 */
function tableCell({ type, style, formula, value, inline }, workbook) {
  const lacksResult =
    formula !== null &&
    (value === null ||
      (value === "" && type !== "str") ||
      (workbook.distrustsZero && type === "n" && Number(value) === 0));
  if (lacksResult) return { text: `=${formula}`, notes: ["no_result"] };
  if (value === null && inline === null) return "";
  const content = contentOf({ type, style, value, inline }, workbook);
  if (!content) {
    const text = value ?? inline?.text ?? "";
    return text.trim() === "" ? "" : { text, notes: ["not_understood"] };
  }
  const { text, number, note } = content;
  if (text === "") return "";
  const notes = [...(formula === null ? [] : ["formula"]), ...(note ? [note] : [])];
  if (notes.length === 0 && number === undefined) return text;
  return { text, notes, ...(number !== undefined && { number }) };
}

/** Returns the text of a value by its type, null when it is not understood (ECMA-376, part 1, 18.18.11). */
function contentOf({ type, style, value, inline }, { shared, formats, is1904 }) {
  const said = value?.trim() ?? "";
  const shown = formats[style] ?? { kind: "number" };
  switch (type) {
    case "s": {
      const text = /^\d+$/u.test(said) ? shared[Number(said)] : undefined;
      return text === undefined ? null : textContent(text);
    }
    case "str":
      return value === null ? null : textContent(decodeText(value));
    case "inlineStr":
      return inline && textContent(decodeText(inline.text));
    case "b":
      if (!/^(0|1|true|false)$/u.test(said)) return null;
      return { text: isTrue(said) ? "TRUE" : "FALSE" };
    case "e":
      return { text: said || "#N/A", note: "error" };
    case "d":
      return isoDayText(said, shown);
    case "n":
      return said !== "" && Number.isFinite(Number(said))
        ? shownNumber(Number(said), shown, is1904)
        : null;
    default:
      return null;
  }
}

function addColumns(hidden, { min, max }) {
  const last = Math.min(Number(max), lastColumn);
  for (let at = Number(min); at <= last; at += 1) hidden.push(at - 1);
}

function rangeOf(reference) {
  const [from = "", to = from] = reference.split(":");
  const [[top, left], [bottom, right]] = [placeOf(from), placeOf(to)];
  return { s: { r: top, c: left }, e: { r: bottom, c: right } };
}

/** Returns the row and the column of an address, counted from 0. Small letters mean the same. */
function placeOf(reference) {
  const found = address.exec(reference.toUpperCase());
  if (!found) throw new SheetRefused("damaged");
  let column = 0;
  for (const letter of found[1]) column = column * 26 + letter.charCodeAt(0) - 64;
  return [Number(found[2]) - 1, column - 1];
}
