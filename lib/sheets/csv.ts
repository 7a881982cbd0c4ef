import "server-only";
import { Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify";
import { stringify as stringifyNow } from "csv-stringify/sync";
import { type Cell, guardText, type Sheet } from "@/lib/domain/sheet/sheet";

/**
 * Writes one sheet as comma-separated values (RFC 4180), as a stream: UTF-8 with a byte order mark, because spreadsheet
 * programs take it for something else without. Texts that a program would run as formulas are guarded.
 */
export function writeCsv({
  columns,
  rows,
}: {
  columns: Pick<Sheet["columns"][number], "label">[];
  rows: Iterable<Cell[]> | AsyncIterable<Cell[]>;
}): ReadableStream<Uint8Array> {
  async function* lines() {
    yield columns.map((column) => column.label);
    yield* rows;
  }
  const csv = Readable.from(lines()).pipe(stringify({ bom: true, ...rules }));
  return Readable.toWeb(csv) as ReadableStream<Uint8Array>;
}

/** Lines of such a file as a text; with the byte order mark where they are its first. */
export function csvText(lines: Cell[][], { isFirst }: { isFirst: boolean }): string {
  return stringifyNow(lines, { bom: isFirst, ...rules });
}

const rules: Options = {
  record_delimiter: "windows",
  quoted_match: /[\r\n]/u,
  cast: { string: guardText },
};
