import "server-only";
import type { Cell, SheetColumn } from "@/lib/domain/sheet/sheet";

/** The height of one line of a cell's font, in points. */
const lineHeight = 15;
/** A cell shows at most this many lines of a long text, so that one row does not fill the screen. */
const maxLines = 8;

/** Returns the width of a column, in digits of the font. */
export function columnWidth({ kind }: SheetColumn): number {
  return { id: 12, text: 28, long_text: 60, date: 13, number: 13, decimal: 18 }[kind];
}

/**
 * Returns the height in points that a row needs for its wrapped long texts, because not all programs compute it
 * themselves. Null when one line is enough.
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

/** Returns the height of the row of headings, which are all wrapped. */
export function headingHeight(columns: SheetColumn[]): number {
  return (
    lineHeight * Math.max(...columns.map((column) => linesOf(column.label, columnWidth(column))))
  );
}

/** Letters are narrower than digits by about as much as a line of words stays short of its width. */
function linesOf(text: string, width: number) {
  const each = text.split("\n").map((line) => Math.ceil(line.length / width));
  return each.reduce((sum, lines) => sum + Math.max(1, lines), 0);
}
