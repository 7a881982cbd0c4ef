import { limits } from "./limits.mjs";
import { fillMerged } from "./merged-cells.mjs";

/** The rows of one sheet while they are read. */
export class TableRows {
  #rows = new Map();

  constructor(meter) {
    this.meter = meter;
  }

  /** Puts a cell at its place, counted from 0. An empty one counts for nothing. */
  put(row, column, cell) {
    if (cell === "") return;
    this.meter.addColumn(column);
    let cells = this.#rows.get(row);
    if (!cells) {
      this.meter.addRow();
      cells = [];
      this.#rows.set(row, cells);
    }
    const kept = shortened(cell);
    this.meter.addText(typeof kept === "string" ? kept : kept.text);
    while (cells.length < column) cells.push("");
    cells[column] = kept;
  }

  /** Returns the table of the sheet. `merged` has ranges of cells counted from 0. */
  table({ name, isHidden, hiddenRows, hiddenColumns, merged }) {
    const rows = [...this.#rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => ({ at: row + 1, isHidden: hiddenRows.has(row), cells }));
    fillMerged(rows, merged, this.meter);
    return {
      name,
      isHidden,
      hiddenColumns: hiddenColumns.filter((column) => column < limits.columns),
      isCsv: false,
      encoding: null,
      rows,
    };
  }
}

/** Cuts a text that is longer than any field may hold, so that the field's own limit gives the error. */
function shortened(cell) {
  const text = typeof cell === "string" ? cell : cell.text;
  if (text.length <= limits.cellCharacters) return cell;
  const cut = text.slice(0, limits.cellCharacters);
  return typeof cell === "string" ? cut : { ...cell, text: cut };
}
