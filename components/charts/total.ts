import type { ChartRow } from "@/components/charts/look";

/** How much a bar holds of all series together. */
export function rowTotal({ values }: ChartRow): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}

/** The names of the bars that hold most and of those that hold least, and how much that is. Null where all hold the same. */
export function extremesOf(rows: ChartRow[]) {
  const totals = rows.map(rowTotal);
  const [most, least] = [Math.max(...totals), Math.min(...totals)];
  if (rows.length === 0 || most === least) return null;
  const named = (total: number) => ({
    total,
    names: rows.filter((row) => rowTotal(row) === total).map((row) => row.label),
  });
  return { most: named(most), least: named(least) };
}
