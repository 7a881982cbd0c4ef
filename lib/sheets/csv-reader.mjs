import { parse } from "csv-parse/sync";
import { decodeText } from "./encoding.mjs";
import { limits, Meter, SheetRefused } from "./limits.mjs";

/** Reads values separated by commas, semicolons or tabs, in any encoding. */
export function readCsv(bytes, name, chosen = {}) {
  const { text, encoding } = decodeText(bytes);
  const separator = chosen.separator ?? delimiterOf(text);
  const meter = new Meter();
  let records;
  try {
    records = parse(text, {
      delimiter: separator,
      bom: true,
      relax_column_count: true,
      info: true,
      skip_empty_lines: true,
      max_record_size: limits.cellCharacters * limits.columns,
    });
  } catch {
    throw new SheetRefused("csv_quotes");
  }
  const rows = records.map(({ record, info }) => {
    meter.addRow();
    if (record.length > limits.columns) throw new SheetRefused("too_wide");
    for (const cell of record) meter.addText(cell);
    // The row number as spreadsheet programs count it: a cell of several lines is in one row.
    return { at: info.records + info.empty_lines, cells: record };
  });
  return {
    name: name.replace(/\.[^.]*$/u, ""),
    isCsv: true,
    encoding,
    separator,
    separators: [separator],
    rows,
  };
}

/** Returns the separator that is most frequent in the first line, outside quotes. */
function delimiterOf(text) {
  const line =
    text
      .slice(0, 20_000)
      .replaceAll(/"[^"]*"/gu, "")
      .split(/[\r\n]/u, 1)[0] ?? "";
  const counts = [",", ";", "\t"].map((mark) => [mark, line.split(mark).length]);
  return counts.sort((a, b) => b[1] - a[1])[0][0];
}
