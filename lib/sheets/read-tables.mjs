import { convertZawgyi } from "./burmese.mjs";
import { readCsv } from "./csv-reader.mjs";
import { readOldWorkbook, readZip } from "./workbook-reader.mjs";

/**
 * Reads the tables of a workbook or a CSV file; throws SheetRefused. `onProgress` gets the fraction that is read;
 * `chosen` has the separator and the encoding that a person chose for a text file.
 */
export async function readTables(bytes, name, onProgress, chosen = {}) {
  const tables = await readAny(bytes, name, onProgress, chosen);
  for (const table of tables) convertZawgyi(table);
  return tables;
}

function readAny(bytes, name, onProgress, chosen) {
  const begins = bytes.subarray(0, 4).toString("latin1");
  if (begins === "PK\u0003\u0004") return readZip(bytes, onProgress);
  if (begins === "\u00d0\u00cf\u0011\u00e0" || /^\u0009[\0\u0002\u0004\u0008]/u.test(begins))
    return readOldWorkbook(bytes, onProgress);
  return [readCsv(bytes, name, chosen)];
}
