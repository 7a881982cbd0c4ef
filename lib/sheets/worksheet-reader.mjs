import { limits, SheetRefused } from "./limits.mjs";
import { readXml } from "./xml-reader.mjs";

/** The number of days between the calendars that begin in 1900 and in 1904. */
const days1904 = 1462;
/** The number of 31 December 9999. */
const lastDay = 2_958_465;

/**
 * Reads one worksheet: its rows with content, each cell as text. Notes say more about a cell: "date" (the text is a
 * number of days), "formula" (its result was read), "error" (it holds an error such as "#REF!").
 */
export async function readWorksheet(part, { name, shared, isDate, is1904, meter, onBytes }) {
  const table = { name, rows: [], merged: [] };
  let row = null;
  let cell = null;
  let isReading = false;
  let text = "";
  await readXml(part, {
    onBytes,
    open: (tag) => {
      const { attributes } = tag;
      if (tag.name === "row") {
        const at = Number(attributes.r ?? (table.rows.at(-1)?.at ?? 0) + 1);
        row = { at, cells: [], next: 0 };
      } else if (tag.name === "c") {
        // A cell without an address follows the one before it, also when that one is empty.
        const column = attributes.r ? columnOf(attributes.r) : (row?.next ?? 0);
        if (row) row.next = column + 1;
        if (column >= limits.columns) throw new SheetRefused("too_wide");
        cell = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), notes: [] };
        text = "";
      } else if (tag.name === "f" && cell) cell.notes.push("formula");
      else if (tag.name === "mergeCell") table.merged.push(attributes.ref ?? "");
      isReading = tag.name === "v" || tag.name === "t";
    },
    text: (piece) => {
      if (isReading && text.length < limits.cellCharacters) text += piece;
    },
    close: (tag) => {
      isReading = false;
      if (tag.name === "c" && row && cell) {
        const value = cellText(cell, text, { shared, isDate, is1904 });
        meter.addText(text);
        if (value !== "") {
          while (row.cells.length < cell.column) row.cells.push("");
          row.cells[cell.column] =
            cell.notes.length > 0
              ? { text: value, notes: cell.notes, ...(cell.number && { number: cell.number }) }
              : value;
        }
        cell = null;
      } else if (tag.name === "row" && row && row.cells.length > 0) {
        meter.addRow();
        table.rows.push({ at: row.at, cells: row.cells });
      }
    },
  });
  return table;
}

function cellText(cell, text, { shared, isDate, is1904 }) {
  switch (cell.type) {
    case "s":
      return plain(shared[Number(text)] ?? "");
    case "b":
      return text === "1" ? "true" : "false";
    case "e":
      cell.notes.push("error");
      return text;
    case "n": {
      if (text === "") return "";
      const number = Number(text);
      // A negative number, or one after the year 9999, is not a day: programs show "###".
      if (!isDate[cell.style] || !(number >= 0 && number <= lastDay))
        return String(Number(number.toPrecision(15)));
      cell.notes.push("date");
      cell.number = number + (is1904 ? days1904 : 0);
      return new Date(Date.UTC(1899, 11, 30) + Math.floor(cell.number) * 86_400_000)
        .toISOString()
        .slice(0, 10);
    }
    // The cell holds an ISO 8601 day.
    case "d":
      return text.slice(0, 10);
    default:
      return plain(text);
  }
}

/** Decodes _xHHHH_, with which a workbook writes characters that XML forbids (ECMA-376, part 1, 22.9.2.19). */
function plain(text) {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Gives every cell of a merged range its value, which is what a reader of the row sees. */
export function fillMerged(table, meter) {
  const byNumber = new Map(table.rows.map((row) => [row.at, row]));
  for (const range of table.merged) {
    const [from, to] = range.split(":");
    if (!from || !to) continue;
    const [left, right] = [columnOf(from), columnOf(to)];
    const first = Number(from.replace(/\D+/u, ""));
    const last = Number(to.replace(/\D+/u, ""));
    const value = byNumber.get(first)?.cells[left];
    if (!value || right >= limits.columns) continue;
    const { text, notes } = typeof value === "string" ? { text: value, notes: [] } : value;
    for (const row of table.rows) {
      if (row.at < first || row.at > last) continue;
      for (let column = left; column <= right; column += 1) {
        while (row.cells.length < column) row.cells.push("");
        row.cells[column] = { text, notes: [...notes, "merged"] };
        meter.addText(text);
      }
    }
  }
}

function columnOf(address) {
  let number = 0;
  for (const letter of address.replace(/\d+$/u, ""))
    number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
