import { deflateRawSync } from "node:zlib";
import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { ZipFile } from "yazl";
import { type ReadCell, textOf } from "@/lib/domain/sheet/table";
import { readSheet } from "@/lib/sheets/read-sheet";

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

async function read(bytes: Uint8Array | string, name = "file.csv") {
  return readSheet({ name, bytes: new Uint8Array(Buffer.from(bytes)) }, () => {});
}

async function zipOf(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks);
}

const workbookOf = (sheet: string, more: Record<string, string | Buffer> = {}) =>
  zipOf({
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${documents}"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": sheet,
    ...more,
  });

const sheetOf = (rows: string, after = "") =>
  `<worksheet ${main}><sheetData>${rows}</sheetData>${after}</worksheet>`;

function rowsOf(result: Awaited<ReturnType<typeof read>>): ReadCell[][] {
  if ("refused" in result) throw new Error(result.refused);
  return result.tables[0]?.rows.map((row) => row.cells) ?? [];
}

test.each([
  ["Windows-874", "ชื่อ,ปี\nโครงการเมืองอัจฉริยะภูเก็ต,๒๕๖๘"],
  ["Windows-1258", "Tên,Năm\nĐường thông minh của thành phố Đà Nẵng,2025"],
  ["UTF-16LE", "ឈ្មោះ,ឆ្នាំ\nគម្រោង,២០២៥"],
  ["UTF-8", "ຊື່,ປີ\nໂຄງການ,໒໐໒໕"],
])("a file in %s is read as what it says", async (encoding, text) => {
  const bytes =
    encoding === "Windows-1258"
      ? vietnamese(text)
      : iconv.encode(text, encoding, { addBOM: encoding.startsWith("UTF-16") });
  const result = await read(bytes);
  expect(result).toMatchObject({ tables: [{ encoding }] });
  expect(rowsOf(result)).toEqual(text.split("\n").map((line) => line.split(",")));
});

/** Windows-1258 has tones of their own, behind their vowel, and most vowels with their hats. */
function vietnamese(text: string) {
  const apart = text
    .normalize("NFD")
    .replaceAll(
      /(\p{L})([\u0300\u0301\u0303\u0309\u0323]?)([\u0302\u0306\u031b]?)([\u0300\u0301\u0303\u0309\u0323]?)/gu,
      (_, letter: string, before: string, hat: string, after: string) =>
        (letter + hat).normalize("NFC") + before + after,
    );
  return iconv.encode(apart, "Windows-1258");
}

test("an encoding that cannot be told is refused, not guessed", async () => {
  expect(await read(Buffer.from([0x61, 0x2c, 0xe9, 0x0a, 0x62]))).toEqual({ refused: "encoding" });
});

test("semicolons and tabs separate too, and a guarded text is as it was written", async () => {
  expect(rowsOf(await read("a;b\n'=1;2,5"))).toEqual([
    ["a", "b"],
    ["'=1", "2,5"],
  ]);
  expect(rowsOf(await read("a\tb\n1\t2"))).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(await read('a,b\n"never closed,1')).toEqual({ refused: "csv_quotes" });
});

test("Burmese in Zawgyi is converted and said so", async () => {
  const [, row] = rowsOf(await read("Name\nျမန္မာႏိုင္ငံ"));
  expect(row).toEqual([{ text: "မြန်မာနိုင်ငံ", notes: ["zawgyi"], was: "ျမန္မာႏိုင္ငံ" }]);
  const [, unicode] = rowsOf(await read("Name\nမြန်မာနိုင်ငံ"));
  expect(unicode).toEqual(["မြန်မာနိုင်ငံ"]);
});

test("formulas are read as their results, errors as errors, merged cells as what one sees", async () => {
  const file = await workbookOf(
    sheetOf(
      `<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c></row>
       <row r="2"><c r="A2" t="inlineStr"><is><t>Both</t></is></c><c r="B2"><v>1</v></c></row>
       <row r="3"><c r="B3"><v>0.1</v></c></row>`,
      '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>',
    ),
  );
  expect(rowsOf(await read(file))).toEqual([
    [
      { text: "2", notes: ["formula"] },
      { text: "#REF!", notes: ["error"] },
    ],
    [{ text: "Both", notes: ["merged"] }, "1"],
    [{ text: "Both", notes: ["merged"] }, "0.1"],
  ]);
});

test("a number that is no day is left a number, however its cell shows numbers", async () => {
  const styles = `<styleSheet ${main}><cellXfs count="1"><xf numFmtId="14"/></cellXfs></styleSheet>`;
  const cells = ["45560", "-1", "3000000", "1e300", "x"].map((value) => `<c><v>${value}</v></c>`);
  const file = await workbookOf(sheetOf(`<row r="1">${cells.join("")}</row>`), {
    "xl/styles.xml": styles,
  });
  expect(rowsOf(await read(file))).toEqual([
    [{ text: "2024-09-25", notes: ["date"], number: 45560 }, "-1", "3000000", "1e+300", "NaN"],
  ]);
});

test("a row has the number that spreadsheet programs give it, after cells of several lines too", async () => {
  const result = await read('a,b\n"two\nlines",1\n\nlast,2');
  if ("refused" in result) throw new Error(result.refused);
  expect(result.tables[0]?.rows.map((row) => row.at)).toEqual([1, 2, 4]);
});

test("cells without addresses follow each other, empty ones too", async () => {
  const file = await workbookOf(sheetOf("<row><c><v>1</v></c><c/><c><v>3</v></c></row>"));
  expect(rowsOf(await read(file))).toEqual([["1", "", "3"]]);
});

test("a file with a program in it is refused", async () => {
  const file = await workbookOf(sheetOf(""), { "xl/vbaProject.bin": "program" });
  expect(await read(file)).toEqual({ refused: "macros" });
});

test("a bomb is refused before it unpacks, also when it lies about its size", async () => {
  const honest = await workbookOf(sheetOf(" ".repeat(60_000_000)));
  expect(honest.length).toBeLessThan(200_000);
  expect(await read(honest)).toEqual({ refused: "bomb" });

  const lying = Buffer.from(honest);
  const size = 60_000_000 + sheetOf("").length;
  for (let at = lying.indexOf(uint(size)); at >= 0; at = lying.indexOf(uint(size), at + 4))
    uint(1_000).copy(lying, at);
  expect(await read(lying)).toEqual({ refused: "damaged" });
});

function uint(value: number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

test("what is no sheet is told what to do: old Excel, nonsense, a damaged or endless file", async () => {
  expect(await read(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toEqual({ refused: "old_excel" });
  expect(await read(Buffer.from([0, 1, 2, 0, 0, 9, 0]))).toEqual({ refused: "not_a_sheet" });
  expect(await read(Buffer.concat([Buffer.from("PK\u0003\u0004"), deflateRawSync("x")]))).toEqual({
    refused: "damaged",
  });
  expect(await read(await zipOf({ "word/document.xml": "<x/>" }))).toEqual({
    refused: "not_a_sheet",
  });
  const entities = '<!DOCTYPE x [<!ENTITY a "b">]>';
  expect(await read(await workbookOf(entities + sheetOf("")))).toEqual({ refused: "damaged" });
  const row = (at: number) => `<row r="${at}"><c r="A${at}"><v>${at}</v></c></row>`;
  const long = Array.from({ length: 50_001 }, (_, index) => row(index + 1)).join("");
  expect(await read(await workbookOf(sheetOf(long)))).toEqual({ refused: "too_many_rows" });
  expect(await read(await workbookOf(sheetOf('<row r="1"><c r="ZZ1"><v>1</v></c></row>')))).toEqual(
    {
      refused: "too_wide",
    },
  );
});

test("names that mean something to JavaScript are headings like any other", async () => {
  const rows = rowsOf(await read("__proto__,constructor\n1,2"));
  expect(rows.map((row) => row.map(textOf))).toEqual([
    ["__proto__", "constructor"],
    ["1", "2"],
  ]);
});
