import { SheetRefused } from "./limits.mjs";
import { RichText } from "./rich-text.mjs";
import { isTrue, tidyXml } from "./xml-tidy.mjs";

/** The parts of a worksheet that hold cells and how they are laid out. Everything else is taken out. */
const kept = new Set(["cols", "sheetData", "mergeCells"]);
const types = new Set(["b", "d", "e", "inlineStr", "n", "s", "str"]);
const address = /^([A-Z]{1,3})([1-9]\d{0,6})$/u;

/**
 * Returns a worksheet as the library reads it rightly, with what it does not say: which rows and columns are hidden, and
 * the cells that it would lose or read as something else. Those cells are taken out, and `odd` has them by row and
 * column, counted from 0. `distrustsZero` says that the program which wrote the file left the computing to the next one
 * and stored 0 for every formula.
 */
export function tidyWorksheet(xml, { sharedCount, distrustsZero }) {
  const sheet = { odd: new Map(), hiddenRows: new Set(), hiddenColumns: [] };
  let row = -1;
  let column = -1;
  let cell = null;
  let left = null;

  function openCell({ attributes, start, end, replace, isSelfClosing }) {
    const found = attributes.r === undefined ? null : address.exec(attributes.r.toUpperCase());
    if (attributes.r !== undefined && !found) throw new SheetRefused("damaged");
    if (found) {
      column = columnOf(found[1]);
      row = Number(found[2]) - 1;
    } else column += 1;
    const at = `${lettersOf(column)}${row + 1}`;
    if (attributes.r !== at)
      replace(start, end, withAddress(xml.slice(start, end), attributes.r, at));
    cell = { type: attributes.t ?? "n", start, formula: null, value: null, inline: null };
    if (isSelfClosing) cell.isBlank = true;
  }

  const tidied = tidyXml(xml, {
    open: (tag) => {
      const { name, attributes, depth } = tag;
      if (depth === 2 && !kept.has(name)) left = tag.start;
      else if (name === "row") {
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1;
        if (!(row >= 0 && row < 2 ** 20)) throw new SheetRefused("damaged");
        column = -1;
        if (isTrue(attributes.hidden)) sheet.hiddenRows.add(row);
      } else if (name === "c") openCell(tag);
      else if (name === "col" && isTrue(attributes.hidden)) {
        const last = Math.min(Number(attributes.max), 2 ** 14);
        for (let at = Number(attributes.min); at <= last; at += 1) sheet.hiddenColumns.push(at - 1);
      } else if (cell && name === "f") cell.formula = "";
      else if (cell && name === "v") cell.value = "";
      else if (cell && name === "is") cell.inline = { start: tag.start, content: new RichText() };
      else cell?.inline?.content.open(name);
    },
    text: (piece, name) => {
      if (!cell) return;
      if (name === "f") cell.formula += piece;
      else if (name === "v") cell.value += piece;
      else cell.inline?.content.add(piece, name);
    },
    close: ({ name, depth, end, replace }) => {
      if (depth === 2 && left !== null) {
        replace(left, end, "");
        left = null;
      } else if (name === "c" && cell) {
        const odd = oddCell(cell, sharedCount, distrustsZero);
        if (odd) sheet.odd.set(`${row},${column}`, odd);
        // A cell that holds nothing but a style is left out as well.
        if (odd || cell.isBlank) replace(cell.start, end, "");
        cell = null;
      } else if (name === "is" && cell?.inline) {
        const { start, content } = cell.inline;
        if (content.isRich) replace(start, end, `<is>${content.plainXml}</is>`);
        cell.inline = content.text;
      } else cell?.inline?.content?.close(name);
    },
  });
  return { xml: tidied, ...sheet };
}

/** Returns what stands in the place of a cell that the library would lose or read as something else. */
function oddCell({ type, formula, value, inline }, sharedCount, distrustsZero) {
  const lacksResult =
    formula !== null &&
    (value === null ||
      (value === "" && type !== "str") ||
      (distrustsZero && type === "n" && Number(value) === 0));
  if (lacksResult) return { text: `=${formula}`, notes: ["no_result"] };
  const notes = formula === null ? [] : ["formula"];
  if (type === "e") return { text: value || "#N/A", notes: ["error"] };
  const text = value ?? inline ?? "";
  if (text !== "" && !isUnderstood({ type, value, inline }, sharedCount))
    return { text, notes: [...notes, "not_understood"] };
  return null;
}

function isUnderstood({ type, value, inline }, sharedCount) {
  if (!types.has(type)) return false;
  if (type === "inlineStr") return inline !== null;
  if (value === null) return inline === null;
  const said = value.trim();
  if (type === "s") return /^\d+$/u.test(said) && Number(said) < sharedCount;
  if (type === "b") return /^(0|1|true|false)$/u.test(said);
  if (type === "n") return said === "" || Number.isFinite(Number(said));
  if (type === "d") return !Number.isNaN(Date.parse(said));
  return true;
}

function withAddress(tag, was, at) {
  return was === undefined
    ? tag.replace(/^<[^\s/>]+/u, (name) => `${name} r="${at}"`)
    : tag.replace(was, at);
}

function lettersOf(column) {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : lettersOf(Math.floor(column / 26) - 1) + letter;
}

function columnOf(letters) {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
