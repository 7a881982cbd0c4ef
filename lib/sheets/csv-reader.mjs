import { parse } from "csv-parse/sync";
import { decodeText } from "./encoding.mjs";
import { limits, Meter, SheetRefused } from "./limits.mjs";
import { separatorsOf, statedSeparator } from "./separators.mjs";

/** What begins a text that is no table: a web page, or a document of another kind. */
const otherKinds = /^\s*(?:<(?:!doctype|html|head|body|table|meta|\?xml)|\{\\rtf|%PDF)/iu;

/**
 * Reads values separated by commas, semicolons, tabs or vertical bars, in any encoding. A person can choose the
 * separator and the encoding.
 */
export function readCsv(bytes, name, selected = {}) {
  const decoded = decodeText(bytes, selected.encoding);
  if (otherKinds.test(decoded.text.slice(0, 500))) throw new SheetRefused("web_page");
  const { stated, text } = statedSeparator(decoded.text);
  const separators = separatorsOf(text);
  const separator = selected.separator ?? stated ?? separators[0] ?? ",";
  const rows = rowsOf(text, separator);
  if (decoded.isBroken) throw new SheetRefused("broken_text", brokenRows(rows));
  if (rows.length === 0) throw new SheetRefused("nothing_read");
  return {
    name: name.replace(/\.[^.]*$/u, ""),
    isCsv: true,
    encoding: decoded.encoding,
    encodings: decoded.encodings,
    asksEncoding: decoded.asks && selected.encoding === undefined,
    separator,
    separators: separators.includes(separator) ? separators : [separator, ...separators],
    rows,
  };
}

function rowsOf(text, separator) {
  const meter = new Meter();
  return recordsOf(text, separator).map(({ record, info }) => {
    meter.addRow();
    meter.addColumn(record.findLastIndex((cell) => cell !== ""));
    for (const cell of record) meter.addText(cell);
    // The row number as spreadsheet programs count it: a cell of several lines is in one row.
    return { at: info.records + info.empty_lines, cells: record.slice(0, limits.columns) };
  });
}

function recordsOf(text, separator) {
  try {
    return parse(text, {
      delimiter: separator,
      bom: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      // A quotation mark within a cell that does not begin with one is part of its text, as in other programs.
      relax_quotes: true,
      info: true,
      skip_empty_lines: true,
      max_record_size: limits.cellCharacters * limits.columns,
    });
  } catch (error) {
    throw new SheetRefused("csv_quotes", String(rowOfError(error)));
  }
}

/** Returns the row in which the library stopped: the one after those that it has read. */
function rowOfError(error) {
  return (error.records ?? 0) + (error.empty_lines ?? 0) + 1;
}

const namedRows = 10;

function brokenRows(rows) {
  const broken = rows.filter(({ cells }) => cells.some((cell) => cell.includes("\ufffd")));
  const named = broken.slice(0, namedRows).map(({ at }) => at);
  return named.join(", ") + (broken.length > namedRows ? ", …" : "");
}
