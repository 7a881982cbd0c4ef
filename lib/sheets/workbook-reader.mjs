import { fromBufferPromise } from "yauzl";
import { limits, Meter, SheetRefused } from "./limits.mjs";
import { fillMerged, readWorksheet } from "./worksheet-reader.mjs";
import { readXml } from "./xml-reader.mjs";

/**
 * Reads the cells of an XLSX workbook as text, sheet by sheet. The sizes that it states are checked before anything is
 * unpacked, and the real sizes while it is unpacked.
 */
export async function readWorkbook(bytes, onProgress) {
  const parts = await openParts(bytes);
  if (parts.has("EncryptedPackage")) throw new SheetRefused("encrypted");
  if ([...parts.keys()].some((name) => /vbaProject|xl\/macrosheets\//iu.test(name)))
    throw new SheetRefused("macros");
  if (!parts.has("xl/workbook.xml")) throw new SheetRefused("not_a_sheet");

  const meter = new Meter();
  const { sheets, is1904 } = await readOutline(parts);
  const shared = await readSharedStrings(parts, meter);
  const isDate = await readDateFormats(parts);
  const whole = sheets.reduce((sum, { part }) => sum + (part?.uncompressedSize ?? 0), 1);
  let before = 0;
  const tables = [];
  for (const { name, part } of sheets) {
    if (!part) continue;
    const onBytes = (count) => onProgress((before + count) / whole);
    const table = await readWorksheet(part, { name, shared, isDate, is1904, meter, onBytes });
    fillMerged(table, meter);
    before += part.uncompressedSize;
    tables.push({ name: table.name, isCsv: false, encoding: null, rows: table.rows });
  }
  return tables;
}

async function openParts(bytes) {
  let zip;
  const parts = new Map();
  let unpacked = 0;
  try {
    zip = await fromBufferPromise(bytes);
    if (zip.entryCount > limits.entries) throw new SheetRefused("bomb");
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      const exceedsRatio =
        entry.uncompressedSize > 5_000_000 &&
        entry.uncompressedSize > entry.compressedSize * limits.ratio;
      if (exceedsRatio || unpacked > limits.unpackedBytes) throw new SheetRefused("bomb");
      if (entry.isEncrypted()) throw new SheetRefused("encrypted");
      parts.set(entry.fileName, entry);
      entry.open = () => zip.openReadStreamPromise(entry);
    }
  } catch (error) {
    if (error instanceof SheetRefused) throw error;
    throw new SheetRefused("damaged");
  }
  return parts;
}

/** Returns the sheets in order, each with its part of the zip. */
async function readOutline(parts) {
  const found = [];
  let is1904 = false;
  await readXml(parts.get("xl/workbook.xml"), {
    open: ({ name, attributes }) => {
      if (name === "sheet") found.push({ name: attributes.name ?? "", id: attributes["r:id"] });
      if (name === "workbookPr") is1904 = /^(1|true)$/u.test(attributes.date1904 ?? "");
    },
  });
  const targets = new Map();
  const relations = parts.get("xl/_rels/workbook.xml.rels");
  if (relations)
    await readXml(relations, {
      open: ({ name, attributes }) => {
        if (name === "Relationship") targets.set(attributes.Id, attributes.Target ?? "");
      },
    });
  const partOf = (id) => {
    const target = targets.get(id) ?? "";
    return parts.get(target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  };
  return { is1904, sheets: found.map(({ name, id }) => ({ name, part: partOf(id) })) };
}

async function readSharedStrings(parts, meter) {
  const part = parts.get("xl/sharedStrings.xml");
  const texts = [];
  if (!part) return texts;
  let text = "";
  let isReading = false;
  await readXml(part, {
    open: ({ name }) => {
      if (name === "si") text = "";
      // A phonetic guide above a text is not part of it.
      isReading = name === "t" || (isReading && name !== "rPh");
    },
    text: (piece) => {
      if (isReading && text.length < limits.cellCharacters) text += piece;
    },
    close: ({ name }) => {
      if (name === "t") isReading = false;
      if (name !== "si") return;
      meter.addText(text);
      texts.push(text);
    },
  });
  return texts;
}

/** Returns which cell formats show a number as a day (ECMA-376, part 1, 18.8.30 lists those without a format code). */
async function readDateFormats(parts) {
  const part = parts.get("xl/styles.xml");
  if (!part) return [];
  const codes = new Map();
  const isDate = [];
  let isInCells = false;
  await readXml(part, {
    open: ({ name, attributes }) => {
      if (name === "numFmt") codes.set(attributes.numFmtId, attributes.formatCode ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name === "xf" && isInCells) isDate.push(showsDate(attributes.numFmtId, codes));
    },
    close: ({ name }) => {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return isDate;
}

function showsDate(id, codes) {
  const number = Number(id ?? 0);
  if ((number >= 14 && number <= 22) || (number >= 27 && number <= 36)) return true;
  if (number >= 50 && number <= 58) return true;
  const code = (codes.get(id) ?? "").replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, "");
  return /[dyb]/iu.test(code) && !/general/iu.test(code);
}
