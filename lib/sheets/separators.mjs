import { parse } from "csv-parse/sync";

/** The separators that are looked for. Of two that divide the rows alike the first wins: a comma is also a decimal sign. */
const known = ["\t", ";", "|", ","];
const sampleCharacters = 100_000;
const sampleRows = 200;

/** Returns the separators that divide the rows of a text, first the one that divides most rows into equally many cells. */
export function separatorsOf(text) {
  const sample = text.slice(0, sampleCharacters);
  return known
    .map((separator) => ({ separator, alike: rowsAlike(sample, separator) }))
    .filter(({ alike }) => alike > 0)
    .sort((a, b) => b.alike - a.alike)
    .map(({ separator }) => separator);
}

/**
 * Returns the fraction of rows that have the most frequent number of cells, not counting rows of one cell. A wrong
 * separator also makes more rows: the line breaks within quoted texts divide it.
 */
function rowsAlike(sample, separator) {
  const counts = new Map();
  const records = recordsOf(sample, separator);
  for (const { length } of records)
    if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / Math.max(1, records.length);
}

function recordsOf(sample, separator) {
  const records = [];
  try {
    parse(sample, {
      delimiter: separator,
      bom: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: sampleRows,
      onRecord: (record) => {
        records.push(record);
        return null;
      },
    });
  } catch {
    // The sample ends within a cell, or has a quotation mark that is not closed: the rows before it count.
  }
  return records;
}

/** Takes off the first line where it states the separator, as in "sep=;". */
export function statedSeparator(text) {
  const stated = /^\ufeff?"?sep=(.)"?(?:\r\n|\n|\r|$)/iu.exec(text);
  return stated
    ? { stated: stated[1], text: text.slice(stated[0].length) }
    : { stated: undefined, text };
}
