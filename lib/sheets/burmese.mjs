import { createRequire } from "node:module";

const burmese = /[\u1000-\u109f]/u;
/** Above this probability the detector's authors call a text Zawgyi, and below the other one Unicode. */
const minZawgyiProbability = 0.95;
const maxUnicodeProbability = 0.05;

let tools = null;

/** Loads the detector's model with the first Burmese text. */
function load() {
  // The package has no ES module.
  const { ZawgyiDetector, ZawgyiConverter } = createRequire(import.meta.url)("myanmar-tools");
  tools ??= { detector: new ZawgyiDetector(), converter: new ZawgyiConverter() };
  return tools;
}

/** Converts every text in Zawgyi to Unicode and adds a note to its cell. A text that may be either is only noted. */
export function convertZawgyi(table) {
  for (const row of table.rows) {
    for (const [index, cell] of row.cells.entries()) {
      const { text, notes } =
        typeof cell === "string" ? { text: cell, notes: [] } : (cell ?? { text: "", notes: [] });
      if (!burmese.test(text)) continue;
      const { detector, converter } = load();
      const probability = detector.getZawgyiProbability(text);
      if (probability >= minZawgyiProbability)
        row.cells[index] = {
          text: converter.zawgyiToUnicode(text),
          notes: [...notes, "zawgyi"],
          was: text,
        };
      else if (probability > maxUnicodeProbability)
        row.cells[index] = { text, notes: [...notes, "maybe_zawgyi"] };
    }
  }
}
