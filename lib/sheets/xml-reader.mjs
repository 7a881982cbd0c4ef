import { SaxesParser } from "saxes";
import { SheetRefused } from "./limits.mjs";

/**
 * Reads a part of a workbook tag by tag. A document type is refused: it could define entities, and no spreadsheet has
 * one.
 */
export async function readXml(part, { open, text, close, onBytes }) {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  let wrong = null;
  parser.on("error", () => {
    wrong ??= new SheetRefused("damaged");
  });
  parser.on("doctype", () => {
    wrong ??= new SheetRefused("damaged");
  });
  const local = (handle) => (tag) => {
    const colon = tag.name.indexOf(":");
    if (colon >= 0) tag.name = tag.name.slice(colon + 1);
    handle(tag);
  };
  parser.on("opentag", local(open));
  if (text) parser.on("text", text);
  if (close) parser.on("closetag", local(close));
  let bytes = 0;
  try {
    for await (const chunk of await part.open()) {
      parser.write(decoder.decode(chunk, { stream: true }));
      if (wrong) throw wrong;
      bytes += chunk.length;
      onBytes?.(bytes);
    }
    parser.close();
  } catch (error) {
    throw error instanceof SheetRefused ? error : new SheetRefused("damaged");
  }
  if (wrong) throw wrong;
}
