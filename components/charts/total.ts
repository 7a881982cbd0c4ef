import type { ChartRow } from "@/components/charts/look";

/** Returns the sum of all series of one bar. */
export function rowTotal({ values }: ChartRow): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}

/**
 * Returns the highest and the lowest total with the labels of their bars; null when there are no bars or all are equal.
 */
export function extremesOf(rows: ChartRow[]) {
  const totals = rows.map(rowTotal);
  const [highest, lowest] = [Math.max(...totals), Math.min(...totals)];
  if (rows.length === 0 || highest === lowest) return null;
  const named = (total: number) => ({
    total,
    names: rows.filter((row) => rowTotal(row) === total).map((row) => row.label),
  });
  return { highest: named(highest), lowest: named(lowest) };
}
