import { convertZawgyi } from "./burmese.mjs";
import { readCsv } from "./csv-reader.mjs";
import { Meter, SheetRefused } from "./limits.mjs";
import { readOds, readXls, readXlsb } from "./sheetjs-reader.mjs";
import { readXlsx } from "./xlsx-reader.mjs";
import { openParts, relationsOf } from "./zip-parts.mjs";

/**
 * Reads the tables of a workbook or a CSV file; throws SheetRefused. `onProgress` gets the fraction that is read;
 * `selected` has the separator and the encoding that a person chose for a text file.
 */
export async function readTables(bytes, name, onProgress, selected = {}) {
  const tables = await readAny(bytes, name, onProgress, selected);
  for (const table of tables) convertZawgyi(table);
  return tables;
}

async function readAny(bytes, name, onProgress, selected) {
  const begins = bytes.subarray(0, 4).toString("latin1");
  const isZip = begins === "PK\u0003\u0004";
  // The first bytes of a file of Office before 2007, and of Excel before 1993.
  const isOld = /^(\u00d0\u00cf\u0011\u00e0|\u0009[\0\u0002\u0004\u0008])/u.test(begins);
  if (!isZip && !isOld) return [readCsv(bytes, name, selected)];
  const meter = new Meter();
  const tables = isZip ? await readZip(bytes, meter, onProgress) : await readXls(bytes, meter);
  if (tables.every((table) => table.rows.length === 0)) throw new SheetRefused("nothing_read");
  return tables;
}

async function readZip(bytes, meter, onProgress) {
  const parts = await openParts(bytes);
  if (parts.has("meta-inf/manifest.xml")) return readOds(parts, meter);
  if (parts.has("index/document.iwa") || parts.has("index.zip")) throw new SheetRefused("numbers");
  const named = [...(await relationsOf(parts, "")).values()].find(
    ({ type }) => type === "officeDocument",
  )?.name;
  const workbook = [named, "xl/workbook.xml", "xl/workbook.bin"].find((each) => parts.has(each));
  if (!workbook) throw new SheetRefused("not_a_sheet");
  return workbook.endsWith(".bin")
    ? readXlsb(parts, meter)
    : readXlsx(parts, workbook, meter, onProgress);
}
