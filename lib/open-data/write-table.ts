import "server-only";
import { columnsOf, type OpenDataTable, openDataRowsOf } from "@/lib/domain/open-data/table";
import { type Cell, plainSheet, type Sheet } from "@/lib/domain/sheet/sheet";
import { type Dataset, dictionary } from "@/lib/open-data/datasets";
import { writeCsv } from "@/lib/sheets/csv";
import { writeWorkbook } from "@/lib/sheets/workbook";

/** The formats of a table. */
export const tableFormats = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

export type TableFormat = keyof typeof tableFormats;

/**
 * Writes a table as a file while its rows are read. A workbook explains its columns on a sheet of its own. Throws an
 * error that occurs before the first row.
 */
export async function writeTable(
  { dataset, table }: { dataset: Dataset; table: OpenDataTable },
  asked: unknown,
  format: TableFormat,
): Promise<ReadableStream<Uint8Array>> {
  const things = begun(dataset.list(asked as never));
  const rows = await toRows(things, dataset, table);
  const columns = columnsOf(table);
  if (format === "csv") return writeCsv({ columns, rows });
  return writeWorkbook([{ ...plainSheet(table.name, columns, []), rows }, dictionarySheet(table)]);
}

async function toRows(things: AsyncIterator<unknown>, { schema }: Dataset, table: OpenDataTable) {
  let next = await things.next();
  return (async function* rows(): AsyncGenerator<Cell[]> {
    try {
      for (; !next.done; next = await things.next())
        yield* openDataRowsOf(table, schema.parse(next.value));
    } finally {
      await things.return?.();
    }
  })();
}

function begun(things: AsyncIterable<unknown>) {
  return things[Symbol.asyncIterator]();
}

function dictionarySheet({ name }: OpenDataTable): Sheet {
  const entries = dictionary.filter((entry) => entry.table === name);
  return plainSheet(
    "Dictionary",
    [
      { label: "column", kind: "text" },
      { label: "type", kind: "text" },
      { label: "unit", kind: "text" },
      { label: "meaning", kind: "long_text" },
      { label: "choices", kind: "long_text" },
      { label: "source", kind: "text" },
    ],
    entries.map(({ column, type, unit, meaning, choices, source }) => [
      column,
      type,
      unit,
      meaning,
      choices.join("; "),
      source,
    ]),
  );
}
