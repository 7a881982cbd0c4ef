import "server-only";
import type { Cell, SheetColumn } from "@/lib/domain/sheet/sheet";

/** Points of one line of the font in which cells are written. */
const lineHeight = 15;
/** Of a text of many lines the rest is read in its cell: a row that fills the screen hides all others. */
const maxLines = 8;

/** Returns how wide a column is, in digits of the font. */
export function columnWidth({ kind }: SheetColumn): number {
  return { id: 12, text: 28, long_text: 60, date: 13, number: 13, decimal: 18 }[kind];
}

/**
 * Returns how high a row must be so that the long texts in it are wrapped and not laid over each other, in points:
 * programs differ in whether they measure that themselves. Null where one line is enough.
 */
export function rowHeight(columns: SheetColumn[], row: Cell[]): number | null {
  let lines = 1;
  for (const [index, column] of columns.entries()) {
    const text = row[index];
    if (column.kind === "long_text" && typeof text === "string")
      lines = Math.max(lines, linesOf(text, columnWidth(column)));
  }
  return lines > 1 ? Math.min(lines, maxLines) * lineHeight : null;
}

/** Returns how high the headings are, which all wrap. */
export function headingHeight(columns: SheetColumn[]): number {
  return (
    lineHeight * Math.max(...columns.map((column) => linesOf(column.label, columnWidth(column))))
  );
}

/** Letters are narrower than digits, by about as much as a line of words ends before it is full. */
function linesOf(text: string, width: number) {
  const each = text.split("\n").map((line) => Math.ceil(line.length / width));
  return each.reduce((sum, lines) => sum + Math.max(1, lines), 0);
}
