import { createRequire } from "node:module";

const burmese = /[\u1000-\u109f]/u;
/** Above this the detector's authors call a text Zawgyi, and below the other Unicode. */
const sure = 0.95;
const sureNot = 0.05;

let tools = null;

/** The detector's model is loaded with the first Burmese text, not before. */
function load() {
  // Without an ES module of its own.
  const { ZawgyiDetector, ZawgyiConverter } = createRequire(import.meta.url)("myanmar-tools");
  tools ??= { detector: new ZawgyiDetector(), converter: new ZawgyiConverter() };
  return tools;
}

/** Converts every text in Zawgyi's encoding to Unicode and notes it; a text that may be either is noted and left. */
export function convertZawgyi(table) {
  for (const row of table.rows) {
    for (const [index, cell] of row.cells.entries()) {
      const { text, notes } =
        typeof cell === "string" ? { text: cell, notes: [] } : (cell ?? { text: "", notes: [] });
      if (!burmese.test(text)) continue;
      const { detector, converter } = load();
      const probability = detector.getZawgyiProbability(text);
      if (probability >= sure)
        row.cells[index] = {
          text: converter.zawgyiToUnicode(text),
          notes: [...notes, "zawgyi"],
          was: text,
        };
      else if (probability > sureNot)
        row.cells[index] = { text, notes: [...notes, "maybe_zawgyi"] };
    }
  }
}
