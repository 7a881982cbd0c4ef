import { Fragment } from "react";

export type PlainColumn = {
  /** The id of the column, when a reader can choose columns. */
  id?: string;
  header: React.ReactNode;
  /** Numbers are aligned at the end, so that their digits line up. */
  align?: "end";
  /** True when the column is left out on a phone, because the row has it elsewhere or does not need it. */
  isWide?: boolean;
  /** True when the cell stands below its row on a phone, with its heading before it. */
  isFolded?: boolean;
  /** The direction in which the rows are sorted by this column; left out when they are not. */
  sorted?: "ascending" | "descending" | undefined;
};

/**
 * Shows a table for reading. The first cell of a row names it and stays in view. A wide table scrolls inside its
 * region, which the keyboard reaches, and never the page.
 */
export function PlainTable({
  label,
  columns,
  rows,
  isOneOfMany = false,
}: {
  /** The name of the table for screen readers. */
  label: string;
  columns: PlainColumn[];
  rows: { key: string; cells: React.ReactNode[] }[];
  /**
   * True when other tables with the same columns stand above or below. On a phone and a wide screen all then have equal
   * column widths. At widths in between, the headings of some languages need the room.
   */
  isOneOfMany?: boolean;
}) {
  const hasFolds = columns.some((column) => column.isFolded);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto">
      <table
        className={`w-full border-collapse text-left ${isOneOfMany ? "max-sm:table-fixed xl:table-fixed" : ""}`}
      >
        <thead>
          <tr className="border-line-strong border-b text-small">
            {columns.map((column, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
                key={index}
                scope="col"
                data-column={column.id}
                aria-sort={column.sorted}
                className={`py-2 pr-4 align-bottom font-semibold text-muted last:pr-0 ${look(column)} ${isOneOfMany && index === 0 ? "max-sm:w-3/5 xl:w-1/4" : ""}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Fragment key={row.key}>
              <tr className={`border-line border-b ${hasFolds ? "max-sm:border-b-0" : ""}`}>
                {row.cells.map((cell, index) => {
                  const column = columns[index] ?? { header: null };
                  const className = `py-2.5 pr-4 align-top last:pr-0 ${look(column)}`;
                  return index === 0 ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of their columns
                    <th key={index} scope="row" className={`font-normal ${className}`}>
                      {cell}
                    </th>
                  ) : (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells stand in the order of their columns
                    <td key={index} className={className}>
                      {cell}
                    </td>
                  );
                })}
              </tr>
              {hasFolds && <FoldedRow columns={columns} cells={row.cells} />}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Shows below a row, on a phone, the cells that have no column of their own there. */
function FoldedRow({ columns, cells }: { columns: PlainColumn[]; cells: React.ReactNode[] }) {
  return (
    <tr className="border-line border-b sm:hidden">
      <td colSpan={columns.filter((column) => !column.isWide && !column.isFolded).length}>
        <div className="-mt-1 flex flex-wrap gap-x-5 pb-2.5 text-small">
          {columns.map(
            ({ header, isFolded }, index) =>
              isFolded && (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
                <span key={index} className="py-0.5">
                  <span className="text-muted">{header}:</span> {cells[index]}
                </span>
              ),
          )}
        </div>
      </td>
    </tr>
  );
}

function look({ align, isWide, isFolded }: PlainColumn) {
  return `${align === "end" ? "text-right" : ""} ${isWide || isFolded ? "max-sm:hidden" : ""}`;
}
