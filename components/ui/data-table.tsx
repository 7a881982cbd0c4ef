"use client";
"use no memo";
import {
  type ColumnDef,
  columnVisibilityFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useId, useMemo } from "react";

/** One column of a table: what its head says, what a cell shows. */
export type Column<Row> = {
  id: string;
  label: string;
  cell: (row: Row) => React.ReactNode;
  isSortable: boolean;
  isNumber?: boolean;
};

export type Sort = { by: string; isDescending: boolean };

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

/**
 * A table whose rows come sorted, filtered and paged from the server: it shows them and says what the reader asks for.
 * Wider than the screen it scrolls in a region of its own, the first column in view.
 */
export function DataTable<Row extends { id: string }>({
  caption,
  columns,
  shownColumns,
  rows,
  sort,
  onSort,
  isBusy,
  sortLabel,
}: {
  caption: string;
  columns: Column<Row>[];
  shownColumns: string[];
  rows: Row[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  isBusy: boolean;
  /** Heard before the name of a column one can sort by. */
  sortLabel: string;
}) {
  const captionId = useId();
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.label,
          accessorFn: (row) => row,
          cell: ({ row }) => column.cell(row.original),
          enableSorting: column.isSortable,
          sortDescFirst: false,
        }),
      ),
    [columns],
  );
  const table = useTable({
    features,
    data: rows,
    columns: definitions,
    getRowId: (row) => row.id,
    manualSorting: true,
    enableSortingRemoval: false,
    state: {
      sorting: [{ id: sort.by, desc: sort.isDescending }],
      columnVisibility: Object.fromEntries(
        columns.map(({ id }) => [id, shownColumns.includes(id)]),
      ),
    },
    onSortingChange: (updater) => {
      const before = [{ id: sort.by, desc: sort.isDescending }];
      const [next] = typeof updater === "function" ? updater(before) : updater;
      if (next) onSort({ by: next.id, isDescending: next.desc });
    },
  });
  const alignment = (id: string) =>
    columns.find((column) => column.id === id)?.isNumber ? "text-right" : "text-left";

  return (
    <section
      aria-labelledby={captionId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      // What is only heard is laid out too: it must scroll here, not widen the page.
      className="relative overflow-x-auto"
      aria-busy={isBusy}
    >
      <table className="w-full border-collapse">
        <caption id={captionId} className="pb-2 text-left text-muted text-small">
          {caption}
        </caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className="border-line-strong border-b-2">
              {group.headers.map((header, index) => {
                const direction = header.column.getIsSorted();
                const label = String(header.column.columnDef.header);
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={
                      direction ? (direction === "asc" ? "ascending" : "descending") : undefined
                    }
                    className={`bg-white align-bottom font-semibold text-small ${alignment(header.id)} ${index === 0 ? firstColumn : ""}`}
                  >
                    {header.column.getCanSort() ? (
                      <button
                        type="button"
                        onClick={() => header.column.toggleSorting()}
                        className="inline-flex min-h-11 items-center gap-1 py-2 pr-4 text-left hover:underline"
                      >
                        <span className="sr-only">{sortLabel}</span> {label}
                        <span aria-hidden="true" className="w-3">
                          {direction === "asc" ? "↑" : direction === "desc" ? "↓" : ""}
                        </span>
                      </button>
                    ) : (
                      <span className="inline-flex min-h-11 items-center py-2 pr-4">{label}</span>
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className="border-line border-b">
              {row.getVisibleCells().map((cell, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    key={cell.id}
                    scope={index === 0 ? "row" : undefined}
                    className={`py-3 pr-4 align-top font-normal ${alignment(cell.column.id)} ${index === 0 ? firstColumn : ""}`}
                  >
                    <table.FlexRender cell={cell} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Stays in view while the others scroll below it; on a phone it leaves them half of the screen. */
const firstColumn = "sticky left-0 z-[1] min-w-44 max-w-[50vw] bg-white sm:min-w-64 sm:max-w-none";
