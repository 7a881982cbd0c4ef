import "server-only";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { WritableSheet } from "@/lib/domain/sheet/sheet";
import { stylesPart } from "@/lib/sheets/styles";
import { listsSheet, sheetPart } from "@/lib/sheets/worksheet";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const packages = "http://schemas.openxmlformats.org/package/2006";
const documents = "http://schemas.openxmlformats.org/officeDocument/2006";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * Writes sheets as one XLSX workbook (ECMA-376) in a stream: rows become XML while the file is sent. The options of all
 * drop-downs are on a hidden last sheet.
 */
export function writeWorkbook(sheets: WritableSheet[]): ReadableStream<Uint8Array> {
  const lists = listsSheet(sheets);
  const all = lists.sheet.columns.length > 0 ? [...sheets, lists.sheet] : sheets;
  const zip = new ZipFile();
  const add = (path: string, xml: string) =>
    zip.addBuffer(Buffer.from(declaration + xml), path, { compressionLevel: 1 });
  add("[Content_Types].xml", contentTypes(all.length));
  add("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]]));
  add("xl/workbook.xml", workbookPart(all));
  add(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...all.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
      ["styles", "styles.xml"],
    ]),
  );
  add("xl/styles.xml", stylesPart);
  for (const [index, sheet] of all.entries()) {
    zip.addReadStreamLazy(
      `xl/worksheets/sheet${index + 1}.xml`,
      { compressionLevel: 1 },
      (answer) => answer(null, Readable.from(withDeclaration(sheetPart(sheet, lists.ranges)))),
    );
  }
  zip.end();
  // yazl's type for its stream is narrower than the Node stream that it is.
  return Readable.toWeb(zip.outputStream as Readable) as ReadableStream<Uint8Array>;
}

async function* withDeclaration(xml: AsyncIterable<string>) {
  yield declaration;
  yield* xml;
}

function contentTypes(sheets: number) {
  const part = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${types}.${type}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, index) =>
    part(`worksheets/sheet${index + 1}.xml`, "worksheet"),
  );
  return `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("workbook.xml", "sheet.main")}${part("styles.xml", "styles")}${worksheets.join("")}</Types>`;
}

function relations(targets: [type: string, path: string][]) {
  const rows = targets.map(
    ([type, path], index) =>
      `<Relationship Id="rId${index + 1}" Type="${documents}/relationships/${type}" Target="${path}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${rows.join("")}</Relationships>`;
}

function workbookPart(sheets: WritableSheet[]) {
  const rows = sheets.map(
    (sheet, index) =>
      `<sheet name="${sheet.name.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}" sheetId="${index + 1}"${sheet.isHidden ? ' state="hidden"' : ""} r:id="rId${index + 1}"/>`,
  );
  return `<workbook xmlns="${main}" xmlns:r="${documents}/relationships"><sheets>${rows.join("")}</sheets></workbook>`;
}
