import { builtInFormats, shownBy } from "./number-format.mjs";
import { escapeXml, tidyXml } from "./xml-tidy.mjs";

/** Formats that a file defines itself begin with this id. */
const firstOwn = 164;

/**
 * Returns the styles of a workbook with nothing but its number formats, one for each way of showing a number. The
 * library does not know the built-in formats of all languages and loses formats when there are very many.
 */
export function tidyStyles(xml) {
  const codes = new Map(builtInFormats);
  const kinds = new Map();
  const styles = [];
  let isInCells = false;
  tidyXml(xml, {
    // Formats deeper down belong to conditions.
    open: ({ name, attributes, depth }) => {
      if (depth > 3) return;
      if (name === "numFmt") codes.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      if (name === "cellXfs") isInCells = true;
      if (name !== "xf" || !isInCells) return;
      const code = codes.get(Number(attributes.numFmtId ?? 0)) ?? "General";
      const key = JSON.stringify(shownBy(code));
      if (!kinds.has(key)) kinds.set(key, { id: firstOwn + kinds.size, code });
      styles.push(`<xf numFmtId="${kinds.get(key).id}"/>`);
    },
    close: ({ name }) => {
      if (name === "cellXfs") isInCells = false;
    },
  });
  const formats = [...kinds.values()].map(
    ({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`,
  );
  return `<styleSheet><numFmts>${formats.join("")}</numFmts><cellXfs>${styles.join("")}</cellXfs></styleSheet>`;
}
