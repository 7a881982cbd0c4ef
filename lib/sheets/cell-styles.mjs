import { builtInFormats, shownBy } from "./number-format.mjs";
import { readXml } from "./xml-reader.mjs";

/** Reads how each cell style of a workbook shows numbers (see shownBy). */
export async function readNumberFormats(part) {
  const codes = new Map(builtInFormats);
  const shown = [];
  let isInCells = false;
  await readXml(part.chunks(), {
    open: ({ name, attributes, depth }) => {
      // Formats deeper down belong to conditions.
      if (depth > 3) return;
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name === "xf" && isInCells)
        shown.push(shownBy(codes.get(Number(attributes.numFmtId ?? 0)) ?? "General"));
    },
    close: ({ name }) => {
      if (name === "cellXfs") isInCells = false;
    },
  });
  return shown;
}
