export type PlainColumn = {
  header: React.ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  align?: "end";
  /** Left out on a phone; the row says it elsewhere, or it can be done without. */
  isWide?: boolean;
};

/**
 * A table to read: hairlines, generous rows, the first cell of a row names it and stays in view. What does not fit
 * scrolls inside the table, reachable by keyboard, never the page.
 */
export function PlainTable({
  label,
  columns,
  rows,
}: {
  /** What the table holds, for those who cannot see where it stands. */
  label: string;
  columns: PlainColumn[];
  rows: { key: string; cells: React.ReactNode[] }[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section aria-label={label} tabIndex={0} className="overflow-x-auto">
      <table className="w-full border-collapse text-left">
        <thead>
          <tr className="border-line-strong border-b text-small">
            {columns.map((column, index) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
                key={index}
                scope="col"
                className={`py-2 pr-4 align-bottom font-semibold text-muted last:pr-0 ${look(column)}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-line border-b">
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
          ))}
        </tbody>
      </table>
    </section>
  );
}

function look({ align, isWide }: PlainColumn) {
  return `${align === "end" ? "text-right" : ""} ${isWide ? "max-sm:hidden" : ""}`;
}
