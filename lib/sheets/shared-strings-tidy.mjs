import { RichText } from "./rich-text.mjs";
import { tidyXml } from "./xml-tidy.mjs";

/**
 * Returns the shared texts of a workbook in the form that the library counts and reads rightly, and how many there are.
 * An empty entry or one with attributes would otherwise shift or lose the texts after it.
 */
export function tidySharedStrings(xml) {
  let count = 0;
  let entry = null;
  const tidied = tidyXml(xml, {
    open: ({ name, isSelfClosing, attributes, start }) => {
      if (name === "si") {
        count += 1;
        const isOdd = isSelfClosing || Object.keys(attributes).length > 0;
        entry = { start, isOdd, content: new RichText() };
      } else entry?.content.open(name);
    },
    text: (piece, name) => entry?.content.add(piece, name),
    close: ({ name, end, replace }) => {
      if (name !== "si" || !entry) return entry?.content.close(name);
      const { start, isOdd, content } = entry;
      if (isOdd || content.isRich) replace(start, end, `<si>${content.plainXml}</si>`);
      entry = null;
    },
  });
  return { xml: tidied, count };
}
