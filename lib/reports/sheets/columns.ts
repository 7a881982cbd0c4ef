import "server-only";
import { type Cell, plainSheet, type Sheet, type SheetColumn } from "@/lib/domain/sheet/sheet";

/** A column of a report's table: its heading, and its cell for a row. */
export type ReportColumn<Row> = Pick<SheetColumn, "label" | "kind"> & {
  of: (row: Row) => Cell;
  /** True when the column names the edition behind a row. Such columns are in data files and not in documents. */
  isProof?: true;
};

/** The use of a table: further computing, or reading. */
export type Use = "data" | "reading";

/** Returns a sheet of rows with these columns. */
export function sheetOf<Row>(
  name: string,
  rows: Row[],
  columns: ReportColumn<Row>[],
  use: Use = "data",
): Sheet {
  const kept = columns.filter((column) => use === "data" || !column.isProof);
  return plainSheet(
    name,
    kept.map(({ label, kind }) => ({ label, kind })),
    rows.map((row) => kept.map((column) => column.of(row))),
  );
}

type Make = <Row>(label: string, of: ReportColumn<Row>["of"]) => ReportColumn<Row>;

export const textColumn: Make = (label, of) => ({ label, kind: "text", of });
export const longTextColumn: Make = (label, of) => ({ label, kind: "long_text", of });
export const numberColumn: Make = (label, of) => ({ label, kind: "number", of });
export const dateColumn: Make = (label, of) => ({ label, kind: "date", of });
/** Returns a column that names an edition. */
export const proofColumn: Make = (label, of) => ({ label, kind: "text", of, isProof: true });
