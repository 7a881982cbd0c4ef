import { convertZawgyi } from "./burmese.mjs";
import { readCsv } from "./csv-reader.mjs";
import { readWorkbook } from "./workbook-reader.mjs";

/**
 * Reads the tables of a workbook or a CSV file; throws SheetRefused. `onProgress` gets the fraction that is read;
 * `chosen` has the separator and the encoding that a person chose for a text file.
 */
export async function readTables(bytes, name, onProgress, chosen = {}) {
  const tables = isZip(bytes)
    ? await readWorkbook(bytes, onProgress)
    : [readCsv(bytes, name, chosen)];
  for (const table of tables) convertZawgyi(table);
  return tables;
}

function isZip(bytes) {
  return bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"));
}
