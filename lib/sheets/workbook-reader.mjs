import { CFB, parse_zip, read, set_cptable } from "@e965/xlsx";
import { cellText } from "./cell-text.mjs";
import { limits, Meter, SheetRefused } from "./limits.mjs";
import { fillMerged } from "./merged-cells.mjs";
import { odsParts } from "./ods-tidy.mjs";
import { xlsbParts } from "./xlsb-parts.mjs";
import { relationsOf, xlsxParts } from "./xlsx-parts.mjs";
import { openParts } from "./zip-parts.mjs";

/** What the library is asked for: values, formulas and formats as they are stored. */
const asStored = { dense: true, cellFormula: true, cellNF: true, cellText: false, cellHTML: false };
/** The same with hidden rows and columns, for the kinds of file whose cells are not looked at before. */
const withLayout = { ...asStored, cellStyles: true };

/** Reads the cells of a workbook in a zip as text, sheet by sheet: XLSX, XLSM, XLSB or ODS. */
export async function readZip(bytes, onProgress) {
  const parts = await openParts(bytes);
  const { files, sheets, is1904 } = await prepare(parts);
  onProgress(0.4);
  const container = CFB.utils.cfb_new();
  for (const [name, content] of files) CFB.utils.cfb_add(container, name, Buffer.from(content));
  files.clear();
  const workbook = parsed(() => parse_zip(container, { ...(sheets ? asStored : withLayout) }));
  onProgress(0.8);
  return tablesOf(workbook, sheets ?? sheetsOf(workbook), is1904 ?? says1904(workbook));
}

async function prepare(parts) {
  if (parts.has("meta-inf/manifest.xml")) return odsParts(parts);
  if (parts.has("index/document.iwa") || parts.has("index.zip")) throw new SheetRefused("numbers");
  const top = await relationsOf(parts, "");
  const named = [...top.values()].find(({ type }) => type === "officeDocument")?.name;
  const workbook = [named, "xl/workbook.xml", "xl/workbook.bin"].find((name) => parts.has(name));
  if (!workbook) throw new SheetRefused("not_a_sheet");
  return workbook.endsWith(".bin") ? xlsbParts(parts) : xlsxParts(parts, workbook);
}

/** Reads the cells of a workbook of Excel before 2007 (XLS). A workbook with a password has the same first bytes. */
export async function readOldWorkbook(bytes, onProgress) {
  // Texts of Excel 95 and before are in the code page of their country.
  set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  onProgress(0.1);
  const workbook = parsed(() => read(bytes, { ...withLayout, type: "buffer" }));
  onProgress(0.8);
  return tablesOf(workbook, sheetsOf(workbook), says1904(workbook));
}

/** The library says what is wrong in the words of an error, or fails on what it does not expect. */
function parsed(parse) {
  try {
    return parse();
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    throw new SheetRefused(/password|encrypt/iu.test(message) ? "encrypted" : "damaged");
  }
}

function says1904(workbook) {
  return workbook.Workbook?.WBProps?.date1904 === true;
}

/** Returns what the library says of each sheet. */
function sheetsOf(workbook) {
  return workbook.SheetNames.map((name, at) => {
    const sheet = workbook.Sheets[name];
    const hidden = (list) => (list ?? []).flatMap((each, index) => (each?.hidden ? [index] : []));
    return {
      name,
      isHidden: (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
      hiddenRows: new Set(hidden(sheet?.["!rows"])),
      hiddenColumns: hidden(sheet?.["!cols"]),
      odd: new Map(),
    };
  });
}

function tablesOf(workbook, sheets, is1904) {
  const meter = new Meter();
  const tables = sheets.flatMap((said, at) => {
    const name = workbook.SheetNames[at];
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    // A sheet that could not be read is missing among the library's sheets, or has no cells at all.
    if (!sheet) throw new SheetRefused("damaged");
    delete workbook.Sheets[name];
    if (sheet["!type"] === "chart" || !sheet["!data"]) return [];
    return [tableOf(sheet, said, is1904, meter)];
  });
  if (tables.every((table) => table.rows.length === 0)) throw new SheetRefused("nothing_read");
  return tables;
}

function tableOf(sheet, { name, isHidden, hiddenRows, hiddenColumns, odd }, is1904, meter) {
  const found = new Map();
  const put = (row, column, cell) => {
    if (cell === "") return;
    meter.addColumn(column);
    let cells = found.get(row);
    if (!cells) {
      meter.addRow();
      cells = [];
      found.set(row, cells);
    }
    meter.addText(typeof cell === "string" ? cell : cell.text);
    while (cells.length < column) cells.push("");
    cells[column] = cell;
  };
  const data = sheet["!data"];
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell) put(row, column, shortened(cellText(cell, is1904)));
    });
    delete data[row];
  });
  for (const [place, cell] of odd) {
    const [row, column] = place.split(",").map(Number);
    put(row, column, shortened(cell));
  }
  const rows = [...found]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => ({ at: row + 1, isHidden: hiddenRows.has(row), cells }));
  fillMerged(rows, sheet["!merges"] ?? [], meter);
  return {
    name,
    isHidden,
    hiddenColumns: hiddenColumns.filter((column) => column < limits.columns),
    isCsv: false,
    encoding: null,
    rows,
  };
}

/** Cuts a text that is longer than any field may hold, so that the field's own limit gives the error. */
function shortened(cell) {
  const text = typeof cell === "string" ? cell : cell.text;
  if (text.length <= limits.cellCharacters) return cell;
  const cut = text.slice(0, limits.cellCharacters);
  return typeof cell === "string" ? cut : { ...cell, text: cut };
}
