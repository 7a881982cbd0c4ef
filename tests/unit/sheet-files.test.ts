import { deflateRawSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { textOf } from "@/lib/domain/sheet/table";
import {
  cellsOf,
  readFile,
  sheetOf,
  stylesOf,
  tablesOf,
  textCell,
  withStyles,
  workbookOf,
  zipOf,
} from "@/tests/support/workbooks";

// What a file may be, and which of them are refused. What a workbook may hold: sheet-workbooks.test.ts.

const read = (bytes: Uint8Array | string, name = "file.csv") => readFile(bytes, name);
const rowsOf = (bytes: Uint8Array | string) => cellsOf(bytes, "file.csv");

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
  const tables = await tablesOf(bytes, "file.csv");
  expect(tables).toMatchObject([{ encoding, asksEncoding: false }]);
  expect(tables[0]?.rows.map(({ cells }) => cells)).toEqual(
    text.split("\n").map((line) => line.split(",")),
  );
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

test("an encoding that cannot be told is asked about, with what each would read", async () => {
  const bytes = iconv.encode("Title,Start\nสวน,2567", "Windows-874");
  const [table] = await tablesOf(bytes, "file.csv");
  expect(table).toMatchObject({ asksEncoding: true, encoding: "Windows-874" });
  expect(table?.encodings).toEqual(
    expect.arrayContaining([
      { name: "Windows-874", sample: "สวน" },
      { name: "Windows-1252", sample: "ÊÇ¹" },
    ]),
  );
  const selected = await tablesOf(bytes, "file.csv", { encoding: "Windows-1252" });
  expect(selected).toMatchObject([
    { asksEncoding: false, encoding: "Windows-1252", rows: [{}, { cells: ["ÊÇ¹", "2567"] }] },
  ]);
  expect(selected[0]?.encodings.length).toBeGreaterThan(1);
  expect(await readFile(bytes, "file.csv", { encoding: "none" })).toEqual({ refused: "encoding" });
});

test("a long text in an old encoding of another country is certain", async () => {
  const text = "项目名称,开始\n智慧城市公交系统建设,2025\n智慧城市公交系统建设与运营管理,2025";
  const tables = await tablesOf(iconv.encode(text, "GB18030"), "file.csv");
  expect(tables).toMatchObject([{ encoding: "GB18030", asksEncoding: false }]);
});

test("UTF-8 with a few broken bytes is refused with its rows, not read in another encoding", async () => {
  const bytes = Buffer.concat([
    Buffer.from('ชื่อ,ปี\n"สวน\nสาธารณะ",1\n\nถนน'),
    Buffer.from([0xe0, 0xb8]),
    Buffer.from("\nคลอง,3"),
  ]);
  expect(await read(bytes)).toEqual({ refused: "broken_text", rows: "4" });
});

describe("the separator", () => {
  test.each([
    [
      "semicolons",
      "a;b\n'=1;2,5",
      [
        ["a", "b"],
        ["'=1", "2,5"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1\t2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "vertical bars",
      "a|b\n1|2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "as many commas in the first line",
      "Title;Cost, THB\nPark;5",
      [
        ["Title", "Cost, THB"],
        ["Park", "5"],
      ],
    ],
    [
      "a title above the table",
      "Plan, for all, 2024\nTitle;Start\nPark;2024\nRoad;2025",
      [["Plan, for all, 2024"], ["Title", "Start"], ["Park", "2024"], ["Road", "2025"]],
    ],
    [
      "decimal commas",
      "1,5;2,5\n3,5;4,5",
      [
        ["1,5", "2,5"],
        ["3,5", "4,5"],
      ],
    ],
    ["one column", "one\ntwo", [["one"], ["two"]]],
    [
      "all kinds of line ends",
      "a,b\r\n1,2\n3,4\r5,6",
      [
        ["a", "b"],
        ["1", "2"],
        ["3", "4"],
        ["5", "6"],
      ],
    ],
  ])("is told by the rows: %s", async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows);
  });

  test("is the one that the file states, and that line is no row", async () => {
    const tables = await tablesOf("sep=;\r\nTitle;Start, end\r\nPark;2024", "file.csv");
    expect(tables).toMatchObject([
      { separator: ";", rows: [{ at: 1, cells: ["Title", "Start, end"] }, { at: 2 }] },
    ]);
  });

  test("can be selected, and the others are named", async () => {
    const text = "a;b,c\n1;2,3";
    expect(await tablesOf(text, "file.csv")).toMatchObject([
      { separator: ";", separators: [";", ","], rows: [{ cells: ["a", "b,c"] }, {}] },
    ]);
    expect(await tablesOf(text, "file.csv", { separator: "," })).toMatchObject([
      { separator: ",", separators: [";", ","], rows: [{ cells: ["a;b", "c"] }, {}] },
    ]);
  });
});

test("a quotation mark within a text is part of it; one that is not closed names its row", async () => {
  expect(await rowsOf('Park,5" pipe\n"say ""no""",1')).toEqual([
    ["Park", '5" pipe'],
    ['say "no"', "1"],
  ]);
  expect(await read('a,b\n1,2\n"never closed,1\n3,4')).toEqual({
    refused: "csv_quotes",
    rows: "3",
  });
});

test("Burmese in Zawgyi is converted and said so", async () => {
  const [, row] = await rowsOf("Name\nျမန္မာႏိုင္ငံ");
  expect(row).toEqual([{ text: "မြန်မာနိုင်ငံ", notes: ["zawgyi"], was: "ျမန္မာႏိုင္ငံ" }]);
  const [, unicode] = await rowsOf("Name\nမြန်မာနိုင်ငံ");
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
  expect(await cellsOf(file)).toEqual([
    [
      { text: "2", notes: ["formula"] },
      { text: "#REF!", notes: ["error"] },
    ],
    [{ text: "Both", notes: ["merged"] }, "1"],
    [{ text: "Both", notes: ["merged"] }, "0.1"],
  ]);
});

test("a number that is no day is left a number, however its cell shows numbers", async () => {
  const cells = ["45560", "-1", "3000000", "1e300"].map((value) => `<c><v>${value}</v></c>`);
  const file = await workbookOf(
    sheetOf(`<row r="1">${cells.join("")}</row>`),
    withStyles(stylesOf(14)),
  );
  expect(await cellsOf(file)).toEqual([
    [{ text: "2024-09-25", notes: ["date"], number: 45560 }, "-1", "3000000", "1e+300"],
  ]);
});

test("a row has the number that spreadsheet programs give it, after cells of several lines too", async () => {
  const [table] = await tablesOf('a,b\n"two\nlines",1\n\nlast,2', "file.csv");
  expect(table?.rows.map((row) => row.at)).toEqual([1, 2, 4]);
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

test("what is no sheet is told what to do: nonsense, other documents, a damaged or endless file", async () => {
  expect(await read(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toEqual({ refused: "damaged" });
  expect(await read(Buffer.from([0, 1, 2, 0, 0, 9, 0]))).toEqual({ refused: "not_a_sheet" });
  expect(await read("<html><body><table><tr><td>1</td></tr></table></body></html>")).toEqual({
    refused: "web_page",
  });
  expect(await read("")).toEqual({ refused: "nothing_read" });
  expect(await read(Buffer.concat([Buffer.from("PK\u0003\u0004"), deflateRawSync("x")]))).toEqual({
    refused: "damaged",
  });
  expect(await read(await zipOf({ "word/document.xml": "<x/>" }))).toEqual({
    refused: "not_a_sheet",
  });
  expect(await read(await zipOf({ "Index/Document.iwa": "x" }))).toEqual({ refused: "numbers" });
  const entities = '<!DOCTYPE x [<!ENTITY a "b">]>';
  const sheet = sheetOf(`<row r="1">${textCell("A1", "Park")}</row>`);
  const withEntities = sheet.replace("<worksheet", `${entities}<worksheet`);
  expect(await read(await workbookOf(withEntities))).toEqual({ refused: "damaged" });
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
  const rows = await rowsOf("__proto__,constructor\n1,2");
  expect(rows.map((row) => row.map(textOf))).toEqual([
    ["__proto__", "constructor"],
    ["1", "2"],
  ]);
});
