"use client";
"use no memo";
import {
  type ColumnDef,
  columnVisibilityFeature,
  type Header,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useEffect, useId, useMemo, useRef } from "react";

/** One column of a table: its heading and its cells. */
export type Column<Row> = {
  id: string;
  label: string;
  cell: (row: Row) => React.ReactNode;
  isSortable: boolean;
  isNumber?: boolean;
};

export type Sort = { by: string; isDescending: boolean };

/** Selectable rows: which are selected, and the label of each box. */
export type Selection<Row> = {
  selected: { has: (id: string) => boolean };
  onSelect: (rows: Row[], isSelected: boolean) => void;
  allLabel: string;
  labelOf: (row: Row) => string;
};

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature });

/**
 * Shows a table whose rows the server sorts, filters and pages; it reports what the reader asks for. It scrolls in a
 * region that is no higher than the screen, with its header and first column fixed.
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
  selection,
}: {
  caption: string;
  columns: Column<Row>[];
  shownColumns: string[];
  rows: Row[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  isBusy: boolean;
  /** The text for screen readers before the name of a sortable column. */
  sortLabel: string;
  /** Left out when there is no action on rows. */
  selection?: Selection<Row> | undefined;
}) {
  const captionId = useId();
  const region = useScrollToStart(rows[0]?.id);
  const table = useServerTable({ columns, shownColumns, rows, sort, onSort });
  const look: Look = {
    leftOfFirstColumn: selection ? "left-11" : "left-0",
    alignment: (id) =>
      columns.find((column) => column.id === id)?.isNumber ? "text-right" : "text-left",
  };

  return (
    <section
      ref={region}
      aria-labelledby={captionId}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      // Content for screen readers has a layout too: it must scroll here and not widen the page. A focused element is
      // scrolled out from under the header and the first column.
      className="relative max-h-[85dvh] scroll-pt-20 scroll-pl-56 overflow-auto sm:scroll-pl-80"
      aria-busy={isBusy}
    >
      {/* Collapsed borders do not move with sticky cells. */}
      <table className="w-full border-separate border-spacing-0">
        <caption id={captionId} className="pb-2 text-left text-muted text-small">
          {/* The caption is as wide as the screen and not as the table, so that it stays in view while columns scroll. */}
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)]">{caption}</span>
        </caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {selection && <SelectAll selection={selection} rows={rows} />}
              {group.headers.map((header, index) => (
                <HeaderCell
                  key={header.id}
                  header={header}
                  isFirst={index === 0}
                  sortLabel={sortLabel}
                  look={look}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {selection && <SelectRow selection={selection} row={row.original} />}
              {row.getVisibleCells().map((cell, index) => (
                // The cell is not rendered through FlexRender, which takes a recreated column for another component;
                // its cells would lose the focus and what is being typed.
                <BodyCell key={cell.id} id={cell.column.id} isFirst={index === 0} look={look}>
                  {columns.find(({ id }) => id === cell.column.id)?.cell(row.original)}
                </BodyCell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Returns the ref of a region that is scrolled to its start when another page or order is shown. */
function useScrollToStart(firstId: string | undefined) {
  const region = useRef<HTMLElement>(null);
  const shownFirst = useRef(firstId);
  useEffect(() => {
    // A reader who scrolled before the script ran stays at their position.
    if (shownFirst.current === firstId) return;
    shownFirst.current = firstId;
    if (region.current) region.current.scrollTop = 0;
  }, [firstId]);
  return region;
}

/** Returns a TanStack table of these rows, which the server sorts. */
function useServerTable<Row extends { id: string }>({
  columns,
  shownColumns,
  rows,
  sort,
  onSort,
}: {
  columns: Column<Row>[];
  shownColumns: string[];
  rows: Row[];
  sort: Sort;
  onSort: (sort: Sort) => void;
}) {
  const definitions = useMemo(
    () =>
      columns.map(
        (column): ColumnDef<typeof features, Row> => ({
          id: column.id,
          header: column.label,
          accessorFn: (row) => row,
          enableSorting: column.isSortable,
          sortDescFirst: false,
        }),
      ),
    [columns],
  );
  return useTable({
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
}

/** The classes that depend on the table. */
type Look = { leftOfFirstColumn: string; alignment: (id: string) => string };

/** Shows the heading of a column, as a button when the column can be sorted. */
function HeaderCell<Row extends { id: string }>({
  header,
  isFirst,
  sortLabel,
  look,
}: {
  header: Header<typeof features, Row>;
  isFirst: boolean;
  sortLabel: string;
  look: Look;
}) {
  const direction = header.column.getIsSorted();
  const label = String(header.column.columnDef.header);
  return (
    <th
      scope="col"
      aria-sort={direction ? (direction === "asc" ? "ascending" : "descending") : undefined}
      className={`${head} align-bottom font-semibold text-small ${look.alignment(header.id)} ${isFirst ? `z-[3] ${firstColumn} ${look.leftOfFirstColumn}` : "z-[2]"}`}
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
}

function BodyCell({
  id,
  isFirst,
  look,
  children,
}: {
  id: string;
  isFirst: boolean;
  look: Look;
  children: React.ReactNode;
}) {
  const Cell = isFirst ? "th" : "td";
  return (
    <Cell
      scope={isFirst ? "row" : undefined}
      className={`border-line border-b py-3 pr-4 align-top font-normal ${look.alignment(id)} ${isFirst ? `z-[1] ${firstColumn} ${look.leftOfFirstColumn}` : ""}`}
    >
      {children}
    </Cell>
  );
}

function SelectAll<Row extends { id: string }>({
  selection,
  rows,
}: {
  selection: Selection<Row>;
  rows: Row[];
}) {
  return (
    <th scope="col" className={`${head} ${selectColumn} z-[3] p-0`}>
      <SelectBox
        label={selection.allLabel}
        isSelected={rows.length > 0 && rows.every((row) => selection.selected.has(row.id))}
        onChange={(isSelected) => selection.onSelect(rows, isSelected)}
      />
    </th>
  );
}

function SelectRow<Row extends { id: string }>({
  selection,
  row,
}: {
  selection: Selection<Row>;
  row: Row;
}) {
  return (
    <td className={`border-line border-b p-0 align-top ${selectColumn} z-[1]`}>
      <SelectBox
        label={selection.labelOf(row)}
        isSelected={selection.selected.has(row.id)}
        onChange={(isSelected) => selection.onSelect([row], isSelected)}
      />
    </td>
  );
}

function SelectBox({
  label,
  isSelected,
  onChange,
}: {
  label: string;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
}) {
  return (
    <label className="flex size-11 cursor-pointer items-center justify-center">
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 accent-accent"
      />
    </label>
  );
}

const head = "sticky top-0 border-line-strong border-b-2 bg-white";
const selectColumn = "left-0 sticky w-11 min-w-11 bg-white";

/** The first column stays in view while the other columns scroll below it; on a phone they keep half of the screen. */
const firstColumn = "sticky min-w-32 max-w-[34vw] bg-white sm:min-w-64 sm:max-w-none";
