import { CFB, parse_zip, read, set_cptable } from "@e965/xlsx";
import { cellText } from "./cell-text.mjs";
import { SheetRefused } from "./limits.mjs";
import { tidyOds } from "./ods-tidy.mjs";
import { TableRows } from "./table-rows.mjs";
import { bytesOf } from "./zip-parts.mjs";

/** What SheetJS is asked for: values, formulas and formats as they are stored, and what is hidden. */
const options = {
  dense: true,
  cellFormula: true,
  cellNF: true,
  cellStyles: true,
  cellText: false,
  cellHTML: false,
};
/** What holds no cells in an XLSB workbook: programs, pictures, settings of printers and the like. */
const withoutCells =
  /vbaproject|(^|\/)(media|drawings|printersettings|customproperty|theme|externallinks|comments|embeddings|docprops)/u;

/** Reads a workbook of binary parts in a zip (XLSB). */
export async function readXlsb(parts, meter) {
  const files = new Map();
  for (const [name, part] of parts)
    if (/\.(xml|rels|bin)$/u.test(name) && !withoutCells.test(name))
      files.set(name, await bytesOf(part));
  const workbook = parsed(() => parse_zip(containerOf(files), { ...options }));
  return tablesOf(workbook, sheetsOf(workbook), meter);
}

/** Reads an OpenDocument spreadsheet (ODS). */
export async function readOds(parts, meter) {
  const { files, sheets } = await tidyOds(parts);
  const workbook = parsed(() => parse_zip(containerOf(files), { ...options, sheetStubs: false }));
  return tablesOf(workbook, sheets, meter);
}

/** Reads a workbook of Excel before 2007 (XLS). A workbook with a password has the same first bytes. */
export async function readXls(bytes, meter) {
  // Texts of Excel 95 and before are in the code page of their country.
  set_cptable(await import("@e965/xlsx/dist/cpexcel.full.mjs"));
  const workbook = parsed(() => read(bytes, { ...options, type: "buffer" }));
  return tablesOf(workbook, sheetsOf(workbook), meter);
}

function containerOf(files) {
  const container = CFB.utils.cfb_new();
  for (const [name, content] of files) CFB.utils.cfb_add(container, name, Buffer.from(content));
  files.clear();
  return container;
}

/** SheetJS says what is wrong in the words of an error, or fails on what it does not expect. */
function parsed(parse) {
  try {
    return parse();
  } catch (error) {
    const { message } = error instanceof Error ? error : { message: String(error) };
    if (/password|encrypt/iu.test(message)) throw new SheetRefused("encrypted");
    throw new SheetRefused(/find workbook/iu.test(message) ? "not_a_sheet" : "damaged");
  }
}

/** Returns what SheetJS says of each sheet. */
function sheetsOf(workbook) {
  return workbook.SheetNames.map((name, at) => {
    const sheet = workbook.Sheets[name];
    const hidden = (list) => (list ?? []).flatMap((each, index) => (each?.hidden ? [index] : []));
    return {
      name,
      isHidden: (workbook.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
      hiddenRows: new Set(hidden(sheet?.["!rows"])),
      hiddenColumns: hidden(sheet?.["!cols"]),
      odd: [],
    };
  });
}

function tablesOf(workbook, sheets, meter) {
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return sheets.flatMap((said, at) => {
    const name = workbook.SheetNames[at];
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    // A sheet that could not be read is missing among the sheets, without an error.
    if (!sheet) throw new SheetRefused("damaged");
    delete workbook.Sheets[name];
    if (sheet["!type"] === "chart" || !sheet["!data"]) return [];
    return [tableOf(sheet, said, is1904, meter)];
  });
}

function tableOf(sheet, { odd, ...said }, is1904, meter) {
  const rows = new TableRows(meter);
  const data = sheet["!data"];
  data.forEach((cells, row) => {
    cells?.forEach((cell, column) => {
      if (cell) rows.put(row, column, cellText(cell, is1904));
    });
    delete data[row];
  });
  for (const { row, column, cell } of odd) rows.put(row, column, cell);
  return rows.table({ ...said, merged: sheet["!merges"] ?? [] });
}
