import { tidyXml, xmlText } from "./xml-tidy.mjs";

/** What holds no cells: programs, pictures, settings of printers and the like. */
const withoutCells =
  /vbaproject|(^|\/)(media|drawings|printersettings|customproperty|theme|externallinks|comments|embeddings|docprops)/u;

/**
 * Returns the parts of an XLSB workbook that hold cells. Their binary content is left to the library, which says itself
 * what is hidden.
 */
export async function xlsbParts(parts) {
  const files = new Map();
  for (const [name, part] of parts) {
    if (!/\.(xml|rels|bin)$/u.test(name) || withoutCells.test(name)) continue;
    const bytes = await part();
    files.set(name, name.endsWith(".bin") ? bytes : tidyXml(xmlText(bytes), {}));
  }
  return { files, sheets: null, is1904: null };
}
