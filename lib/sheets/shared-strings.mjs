import { decodeText, RunText } from "./workbook-text.mjs";
import { readXml } from "./xml-reader.mjs";

/** Reads the texts of a workbook that cells refer to by their number. */
export async function readSharedStrings(part, meter) {
  const texts = [];
  let entry = null;
  await readXml(part.chunks(), {
    open: ({ name }) => {
      if (name === "si") entry = new RunText();
      else entry?.open(name);
    },
    text: (piece, name) => entry?.add(piece, name),
    close: ({ name }) => {
      if (name !== "si") return entry?.close(name);
      meter.addText(entry.text);
      texts.push(decodeText(entry.text));
      entry = null;
    },
  });
  return texts;
}
