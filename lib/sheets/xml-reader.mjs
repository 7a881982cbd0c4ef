import { SaxesParser } from "saxes";
import { SheetRefused } from "./limits.mjs";

/**
 * Reads a part of a workbook tag by tag, from its bytes in pieces: UTF-8, or UTF-16 with a mark. Tags come with their
 * names without prefix, because each program has prefixes of its own, and with their depth: 1 for the whole. A text comes
 * with the name of its tag. A part that is not well-formed is refused, and so is a document type: it could define
 * entities, and no spreadsheet has one.
 */
export async function readXml(chunks, { open, text, close, onBytes }) {
  const parser = new SaxesParser();
  let wrong = false;
  parser.on("error", () => {
    wrong = true;
  });
  parser.on("doctype", () => {
    wrong = true;
  });
  const names = [];
  parser.on("opentag", ({ name, attributes, isSelfClosing }) => {
    names.push(withoutPrefix(name));
    const depth = names.length;
    open?.({ name: names[depth - 1], attributes, isSelfClosing, depth, end: parser.position });
  });
  parser.on("closetag", () => {
    const depth = names.length;
    const name = names.pop();
    close?.({ name, depth, end: parser.position });
  });
  if (text) {
    parser.on("text", (piece) => text(piece, names.at(-1)));
    parser.on("cdata", (piece) => text(piece, names.at(-1)));
  }

  const feed = (piece) => {
    parser.write(piece);
    if (wrong) throw new SheetRefused("damaged");
  };
  let decoder = null;
  let bytes = 0;
  for await (const chunk of chunks) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    feed(decoder.decode(chunk, { stream: true }));
    bytes += chunk.length;
    onBytes?.(bytes);
  }
  feed(decoder?.decode() ?? "");
  parser.close();
  if (wrong) throw new SheetRefused("damaged");
}

function encodingOf(chunk) {
  if (chunk[0] === 0xff) return "utf-16le";
  return chunk[0] === 0xfe ? "utf-16be" : "utf-8";
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
