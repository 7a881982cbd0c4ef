import { parse as parseBibliography } from "@retorquere/bibtex-parser";
import { parse as parseCsv } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import ICAL from "ical.js";
import readWorkbook from "read-excel-file/node";
import sharp from "sharp";
import { textOf } from "@/tests/e2e/support/text-of";
import type { Visited } from "@/tests/e2e/support/world/follow-links";
import { faultsIn } from "@/tests/e2e/support/world/page-faults";

/**
 * Parses an answer that is not a page with a program for its media type. Returns the faults that a reader would notice:
 * content that cannot be parsed, and what `faultsIn` finds.
 */
export async function faultsOfFile({ address, type, body }: Visited): Promise<string[]> {
  const [mediaType = ""] = type.split(";");
  try {
    const parser = parsers[mediaType];
    if (!parser) return [`${address}: nothing here reads ${mediaType}`];
    await parser(body);
    const isPicture = mediaType.startsWith("image/") && mediaType !== "image/svg+xml";
    const text = isPicture ? "" : await textOf(body);
    return faultsIn(text).map((fault) => `${address}: ${fault}`);
  } catch (error) {
    return [`${address}: ${error}`];
  }
}

const readPicture = (body: Buffer) => sharp(body).stats();
const asText = (body: Buffer) => body.toString("utf8");

const parsers: Record<string, (body: Buffer) => unknown> = {
  "application/json": (body) => JSON.parse(asText(body)),
  "application/geo+json": (body) => JSON.parse(asText(body)),
  "application/xml": readXml,
  "image/svg+xml": readXml,
  "application/atom+xml": (body) => {
    const { feed } = new XMLParser({ ignoreAttributes: false }).parse(readXml(body));
    for (const entry of feed.entry)
      if (!entry.id || !entry.updated || !entry.title) throw new Error("An entry lacks something");
  },
  "text/calendar": (body) => {
    const calendar = new ICAL.Component(ICAL.parse(asText(body)));
    for (const event of calendar.getAllSubcomponents("vevent"))
      new ICAL.Event(event).startDate.toJSDate();
  },
  "text/csv": (body) => {
    // The parser fails when a row has more or fewer columns than the first.
    if (parseCsv(body, { bom: true }).length === 0) throw new Error("There is no row of headings");
  },
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (body) => readWorkbook(body),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": textOf,
  "application/zip": textOf,
  "application/pdf": textOf,
  "application/x-bibtex": readBibliography,
  "application/x-research-info-systems": (body) => {
    if (!/^TY {2}- [\s\S]*^ER {2}-/mu.test(asText(body))) throw new Error("No reference");
  },
  "text/plain": asText,
  "text/css": asText,
  "image/png": readPicture,
  "image/jpeg": readPicture,
  "image/webp": readPicture,
};

function readXml(body: Buffer): string {
  const text = asText(body);
  const checked = XMLValidator.validate(text);
  if (checked !== true) throw new Error(checked.err.msg);
  return text;
}

function readBibliography(body: Buffer) {
  const { entries, errors } = parseBibliography(asText(body));
  if (errors.length > 0 || entries.length === 0) throw new Error(JSON.stringify(errors));
}
