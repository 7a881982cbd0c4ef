import { ZipFile } from "yazl";
import type { ReadCell, SheetTable } from "@/lib/domain/sheet/table";
import { readSheet } from "@/lib/sheets/read-sheet";

/** Reads a file in the worker thread, as an upload does. */
export function readFile(
  bytes: Uint8Array | string,
  name = "file.xlsx",
  selected: { separator?: string; encoding?: string } = {},
) {
  return readSheet({ name, bytes: new Uint8Array(Buffer.from(bytes)), ...selected }, () => {});
}

/** Returns the tables of a file that must be read. */
export async function tablesOf(...file: Parameters<typeof readFile>): Promise<SheetTable[]> {
  const read = await readFile(...file);
  if ("refused" in read) throw new Error(`Refused: ${read.refused}`);
  return read.tables;
}

/** Returns the cells of the first table of a file, row by row. */
export async function cellsOf(...file: Parameters<typeof readFile>): Promise<ReadCell[][]> {
  return (await tablesOf(...file))[0]?.rows.map((row) => row.cells) ?? [];
}

export async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

export const mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const officeRelations =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** Returns the relationships of a part: the type and the target of each by its id. */
export function relationsOf(relations: Record<string, [type: string, target: string]>): string {
  const each = Object.entries(relations).map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="${officeRelations}/${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelations}">${each.join("")}</Relationships>`;
}

/** The parts of a workbook with one sheet "One", with the blocks that Excel 2013 and later write. */
export function workbookParts(sheet: string): Record<string, string | Buffer> {
  return {
    "_rels/.rels": relationsOf({ rId1: ["officeDocument", "xl/workbook.xml"] }),
    "xl/workbook.xml": `${declaration}<workbook xmlns="${mainNamespace}" xmlns:r="${officeRelations}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x15 xr" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision"><fileVersion appName="xl" lastEdited="7"/><workbookPr defaultThemeVersion="166925"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x15"><x15ac:absPath url="C:\\plans\\" xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac"/></mc:Choice></mc:AlternateContent><xr:revisionPtr revIDLastSave="0"/><bookViews><workbookView xWindow="0"/></bookViews><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
    "xl/_rels/workbook.xml.rels": relationsOf({ rId1: ["worksheet", "worksheets/sheet1.xml"] }),
    "xl/worksheets/sheet1.xml": sheet,
  };
}

/** A workbook with one sheet "One", and parts in place of others or besides. */
export function workbookOf(sheet: string, more: Record<string, string | Buffer> = {}) {
  return zipOf({ ...workbookParts(sheet), ...more });
}

/** A worksheet with these rows, and what stands before and after them. */
export function sheetOf(rows: string, after = "", before = ""): string {
  return `${declaration}<worksheet xmlns="${mainNamespace}" xmlns:r="${officeRelations}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** A cell with a text of its own. */
export function textCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}

/** Styles in which cell style 0, 1, … shows numbers by these formats: an id, or a code of the file's own. */
export function stylesOf(...formats: (number | string)[]): string {
  const codes = formats.flatMap((format, at) =>
    typeof format === "string"
      ? `<numFmt numFmtId="${164 + at}" formatCode="${format.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"/>`
      : [],
  );
  const cells = formats.map(
    (format, at) => `<xf numFmtId="${typeof format === "string" ? 164 + at : format}" fontId="0"/>`,
  );
  return `<styleSheet xmlns="${mainNamespace}"><numFmts count="${codes.length}">${codes.join("")}</numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join("")}</cellXfs></styleSheet>`;
}

/** A workbook whose first row has these numbers, each shown by its format. */
export function numbersOf(...shown: [value: number | string, format: number | string][]) {
  const cells = shown.map(([value], at) => `<c s="${at}"><v>${value}</v></c>`).join("");
  return workbookOf(
    sheetOf(`<row r="1">${cells}</row>`),
    withStyles(stylesOf(...shown.map(([, format]) => format))),
  );
}

/** The parts that give a workbook its styles. */
export function withStyles(styles: string): Record<string, string> {
  return {
    "xl/_rels/workbook.xml.rels": relationsOf({
      rId1: ["worksheet", "worksheets/sheet1.xml"],
      rId2: ["styles", "styles.xml"],
    }),
    "xl/styles.xml": styles,
  };
}

/** The parts that give a workbook its shared texts, each an `<si>`. */
export function withStrings(...texts: string[]): Record<string, string> {
  return {
    "xl/_rels/workbook.xml.rels": relationsOf({
      rId1: ["worksheet", "worksheets/sheet1.xml"],
      rId2: ["sharedStrings", "sharedStrings.xml"],
    }),
    "xl/sharedStrings.xml": `${declaration}<sst xmlns="${mainNamespace}" count="${texts.length}" uniqueCount="${texts.length}">${texts.join("")}</sst>`,
  };
}
