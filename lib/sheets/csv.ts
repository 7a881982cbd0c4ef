import "server-only";
import { Readable } from "node:stream";
import { type Options, stringify } from "csv-stringify";
import { stringify as stringifyNow } from "csv-stringify/sync";
import { type Cell, guardText, type Sheet } from "@/lib/domain/sheet/sheet";

/**
 * Writes one sheet as a stream of comma-separated values (RFC 4180): UTF-8 with a byte order mark, because spreadsheet
 * programs assume another encoding without it. Texts that a program could run as formulas are guarded.
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

/** Returns lines of such a file as text; the first lines begin with the byte order mark. */
export function csvText(lines: Cell[][], { isFirst }: { isFirst: boolean }): string {
  return stringifyNow(lines, { bom: isFirst, ...rules });
}

const rules: Options = {
  record_delimiter: "windows",
  quoted_match: /[\r\n]/u,
  cast: { string: guardText },
};
