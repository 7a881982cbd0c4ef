import "server-only";
import type { Cell, Sheet, SheetColumn } from "@/lib/domain/sheet/sheet";
import { run } from "@/lib/reports/document/text";

/** The width of A4 between its margins, in twentieths of a point. */
const pageWidth = 9_600;

/** The width of a column relative to the others. */
const relativeWidths: Record<SheetColumn["kind"], number> = {
  long_text: 3,
  text: 2,
  id: 2,
  decimal: 1,
  date: 1.2,
  number: 1,
};

/** Yields a table row by row; its header is repeated on every page. */
export function* tableXml({ columns, rows }: Sheet): Generator<string> {
  const whole = columns.reduce((sum, column) => sum + relativeWidths[column.kind], 0);
  const widths = columns.map(({ kind }) => Math.round((pageWidth * relativeWidths[kind]) / whole));
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  yield `<w:tbl><w:tblPr><w:tblW w:w="${pageWidth}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
  yield rowXml(
    columns.map(({ label }, index) => cellXml(label, widths[index] ?? 0, "head")),
    "<w:tblHeader/>",
  );
  for (const row of rows)
    yield rowXml(
      columns.map(({ kind }, index) =>
        cellXml(textOf(row[index] ?? null), widths[index] ?? 0, kind),
      ),
    );
  yield "</w:tbl>";
}

const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((edge) => `<w:${edge} w:val="single" w:sz="4" w:space="0" w:color="79828F"/>`)
  .join("");

const margins = [
  ["top", 40],
  ["left", 80],
  ["bottom", 40],
  ["right", 80],
]
  .map(([edge, width]) => `<w:${edge} w:w="${width}" w:type="dxa"/>`)
  .join("");

function rowXml(cells: string[], own = "") {
  return `<w:tr><w:trPr><w:cantSplit/>${own}</w:trPr>${cells.join("")}</w:tr>`;
}

function cellXml(text: string, width: number, kind: SheetColumn["kind"] | "head") {
  const side = kind === "number" ? '<w:pPr><w:jc w:val="right"/></w:pPr>' : "";
  const look = `${kind === "head" ? "<w:b/>" : ""}<w:sz w:val="18"/>`;
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr><w:p>${side}${run(text, look)}</w:p></w:tc>`;
}

const numbers = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

function textOf(value: Cell): string {
  return typeof value === "number" ? numbers.format(value) : (value ?? "");
}
