import "server-only";
import { type Cell, plainSheet, type Sheet, type SheetColumn } from "@/lib/domain/sheet/sheet";

/** A column of a report's table: its head, and what it holds of a row. */
export type ReportColumn<Row> = Pick<SheetColumn, "label" | "kind"> & {
  of: (row: Row) => Cell;
  /** Says which edition a row rests on: in the data behind a table, and not in a document for people. */
  isProof?: true;
};

/** Whom a table is for: those who go on counting, or those who read. */
export type Use = "data" | "reading";

/** Returns a table of rows, column by column. */
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
/** Names an edition. */
export const proofColumn: Make = (label, of) => ({ label, kind: "text", of, isProof: true });
