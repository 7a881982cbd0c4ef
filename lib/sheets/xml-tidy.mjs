import { SaxesParser } from "saxes";
import { SheetRefused } from "./limits.mjs";

/** Returns the text of an XML part: UTF-8, or UTF-16 with a mark. */
export function xmlText(bytes) {
  const isWide = bytes[0] === 0xff || bytes[0] === 0xfe;
  const encoding = isWide ? (bytes[0] === 0xff ? "utf-16le" : "utf-16be") : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Reads an XML part tag by tag and returns it with changes. A part that is not well-formed is refused, and so is a
 * document type: it could define entities, and no spreadsheet has one.
 *
 * The handlers get each tag with its name without prefix, its attributes and its depth, and where it stands in the
 * text; `replace(from, to, text)` changes the result. Comments are taken out and CDATA sections become plain text,
 * because the library that reads the result does not know either everywhere.
 */
export function tidyXml(xml, { open, text, close }) {
  const parser = new SaxesParser();
  const changes = [];
  const replace = (from, to, by) => changes.push({ from, to, by });
  const refuse = () => {
    throw new SheetRefused("damaged");
  };
  const names = [];
  parser.on("error", refuse);
  parser.on("doctype", refuse);
  parser.on("comment", () => {
    const start = xml.lastIndexOf("<!--", parser.position);
    replace(start, xml.indexOf("-->", start) + 3, "");
  });
  parser.on("cdata", (content) => {
    const end = parser.position;
    replace(xml.lastIndexOf("<![CDATA[", end - content.length), end, escapeXml(content));
    text?.(content, names.at(-1));
  });
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    names.push(withoutPrefix(name));
    const end = parser.position;
    open?.({
      name: names.at(-1),
      attributes,
      isSelfClosing,
      depth: names.length,
      start: xml.lastIndexOf("<", end - 1),
      end,
      replace,
    });
  });
  if (text) parser.on("text", (piece) => text(piece, names.at(-1)));
  parser.on("closetag", () => {
    const depth = names.length;
    const name = names.pop();
    close?.({ name, depth, end: parser.position, replace });
  });
  parser.write(xml).close();
  return withChanges(xml, changes);
}

/** Returns a text with its changes; a change within another one is dropped. */
function withChanges(xml, changes) {
  if (changes.length === 0) return xml;
  changes.sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces = [];
  let at = 0;
  for (const { from, to, by } of changes) {
    if (from < at) continue;
    pieces.push(xml.slice(at, from), by);
    at = to;
  }
  pieces.push(xml.slice(at));
  return pieces.join("");
}

export function escapeXml(text) {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Returns an attribute by its name without prefix. */
export function attributeOf(attributes, name) {
  const key = Object.keys(attributes).find((each) => withoutPrefix(each) === name);
  return key === undefined ? undefined : attributes[key];
}

/** Returns whether an attribute of a workbook says yes. */
export function isTrue(value) {
  return value === "1" || value === "true";
}

function withoutPrefix(name) {
  return name.slice(name.indexOf(":") + 1);
}
