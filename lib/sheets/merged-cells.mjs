/** A number as text, in any of the ways in which it is written. */
const numeric = /^[-+(]?\s*\d[\d.,'\s]*%?\)?$/u;

/**
 * Gives every cell of a merged range its value, which is what a reader of the row sees. A number in several cells may be
 * meant once or in each, so it gets a note of its own. Ranges are of cells counted from 0.
 */
export function fillMerged(rows, ranges, meter) {
  const byNumber = new Map(rows.map((row) => [row.at - 1, row]));
  const end = rows.at(-1)?.at ?? 0;
  for (const { s: first, e: last } of ranges) {
    const value = byNumber.get(first.r)?.cells[first.c];
    if (!value || value === "" || (first.r === last.r && first.c === last.c)) continue;
    const cell = typeof value === "string" ? { text: value, notes: [] } : value;
    const isNumber = numeric.test(cell.text) && !cell.notes.includes("date");
    const notes = [...cell.notes, "merged", ...(isNumber ? ["merged_number"] : [])];
    for (let at = first.r; at <= Math.min(last.r, end); at += 1) {
      const row = byNumber.get(at);
      if (!row) continue;
      for (let column = first.c; column <= last.c; column += 1) {
        meter.addColumn(column);
        while (row.cells.length < column) row.cells.push("");
        row.cells[column] = { ...cell, notes };
        meter.addText(cell.text);
      }
    }
  }
}
