import { type BookType, utils, type WorkSheet, write } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { cellsOf, readFile, tablesOf, zipOf } from "@/tests/support/workbooks";

// Workbooks that are not XLSX: of Excel before 2007 (XLS), with binary parts (XLSB), and OpenDocument (ODS).

function aSheet(): WorkSheet {
  const sheet = utils.aoa_to_sheet([
    ["ชื่อโครงการ", "Share", "Start", "Month", "Time", "Yes", "Wrong"],
    ["Smart Pier"],
  ]);
  const put = (at: string, cell: object) => Object.assign(sheet, { [at]: cell });
  put("B2", { t: "n", v: 0.45, z: "0%" });
  put("C2", { t: "n", v: 45_200, z: "yyyy-mm-dd" });
  put("D2", { t: "n", v: 45_200, z: "mmm yyyy" });
  put("E2", { t: "n", v: 0.375, z: "h:mm" });
  put("F2", { t: "b", v: true });
  put("G2", { t: "e", v: 0x17 });
  sheet["!ref"] = "A1:G2";
  return sheet;
}

function fileOf(kind: BookType, ...sheets: WorkSheet[]): Buffer {
  const book = utils.book_new();
  for (const [at, sheet] of sheets.entries()) utils.book_append_sheet(book, sheet, `Sheet ${at}`);
  if (sheets.length > 1)
    book.Workbook = { Sheets: sheets.map((_, at) => ({ Hidden: at ? 1 : 0 })) };
  return write(book, { type: "buffer", bookType: kind, cellStyles: true });
}

const percent = { text: "45%", notes: ["percent"], number: 0.45 };
const day = (text: string) => ({ text, notes: ["date"], number: 45_200 });
const read = [
  "Smart Pier",
  percent,
  day("2023-10-01"),
  day("2023-10"),
  "09:00",
  "TRUE",
  { text: "#REF!", notes: ["error"] },
];

test.each(["xlsx", "xlsb", "biff8"] as const)("a workbook of the kind %s is read", async (kind) => {
  const [heading, row] = await cellsOf(fileOf(kind, aSheet()), "plan");
  expect(heading?.[0]).toBe("ชื่อโครงการ");
  expect(row).toEqual(read);
});

// The library that writes these does not write into XLS what is hidden.
test.each(["xlsx", "xlsb"] as const)(
  "what a workbook of the kind %s hides is marked",
  async (kind) => {
    const sheet = aSheet();
    sheet["!rows"] = [{}, { hidden: true }];
    sheet["!cols"] = [{}, { hidden: true }];
    sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
    const [first, second] = await tablesOf(fileOf(kind, sheet, aSheet()), "plan");
    expect(first).toMatchObject({
      isHidden: false,
      hiddenColumns: [1],
      rows: [{ isHidden: false }, { isHidden: true }],
    });
    expect(first?.rows[1]?.cells[0]).toEqual({ text: "ชื่อโครงการ", notes: ["merged"] });
    expect(second).toMatchObject({ isHidden: true });
  },
);

const office = "urn:oasis:names:tc:opendocument:xmlns";

/** An OpenDocument spreadsheet with these styles and tables. */
function odsOf(tables: string, styles = "", manifest = "") {
  const namespaces = ["office", "table", "text", "style", "number"]
    .map((name) => `xmlns:${name}="${office}:${name === "number" ? "datastyle" : name}:1.0"`)
    .join(" ");
  return zipOf({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "META-INF/manifest.xml": `<manifest:manifest xmlns:manifest="${office}:manifest:1.0">${manifest}</manifest:manifest>`,
    "content.xml": `\ufeff<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- 🌆 --><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}

const text = (said: string, more = "") =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${said}</text:p></table:table-cell>`;

describe("an OpenDocument spreadsheet", () => {
  test("says which rows, columns and sheets it hides", async () => {
    const file = await odsOf(
      `<table:table table:name="Shown"><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-row>${text("a")}</table:table-row><table:table-row table:visibility="filter">${text("b")}</table:table-row></table:table><table:table table:name="Lists" table:style-name="ta2"><table:table-row>${text("c")}</table:table-row></table:table>`,
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    );
    expect(await tablesOf(file, "plan.ods")).toMatchObject([
      {
        name: "Shown",
        isHidden: false,
        hiddenColumns: [2],
        rows: [{ isHidden: false }, { isHidden: true }],
      },
      { name: "Lists", isHidden: true },
    ]);
  });

  test("is read as it is shown", async () => {
    const shown = (type: string, style: string, value: string, said: string) =>
      `<table:table-cell table:style-name="${style}" office:value-type="${type}" ${value}><text:p>${said}</text:p></table:table-cell>`;
    const cells = [
      text("Smart<text:s/>Pier</text:p><text:p>north"),
      shown("percentage", "ce1", 'office:value="0.45"', "45%"),
      shown("date", "ce2", 'office:date-value="2023-10-01"', "1 Oct 2023"),
      shown("date", "ce3", 'office:date-value="2023-10-01"', "October 2023"),
      shown("time", "ce4", 'office:time-value="PT09H00M00S"', "09:00"),
      shown("boolean", "", 'office:boolean-value="true"', "TRUE"),
      '<table:table-cell table:formula="of:=[.A1]/0" office:value-type="string" office:string-value="" calcext:value-type="error" xmlns:calcext="c"><text:p>#DIV/0!</text:p></table:table-cell>',
      '<table:table-cell table:formula="of:=FOO()" office:value-type="string" office:string-value="" calcext:value-type="error" xmlns:calcext="c"><text:p>Err:508</text:p></table:table-cell>',
      '<table:table-cell table:formula="of:=1+2" office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>',
      shown("currency", "", 'office:value="1250000.5" office:currency="THB"', "฿1,250,000.50"),
    ];
    const styles = [
      '<number:percentage-style style:name="N1"><number:number number:decimal-places="0"/><number:text>%</number:text></number:percentage-style>',
      '<number:date-style style:name="N2"><number:day/><number:text> </number:text><number:month number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>',
      '<number:date-style style:name="N3"><number:month number:style="long" number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>',
      '<number:time-style style:name="N4"><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/></number:time-style>',
      ...[1, 2, 3, 4].map(
        (n) =>
          `<style:style style:name="ce${n}" style:family="table-cell" style:data-style-name="N${n}"/>`,
      ),
    ];
    const file = await odsOf(
      `<table:table table:name="One"><table:table-row>${cells.join("")}</table:table-row></table:table>`,
      styles.join(""),
    );
    expect(await cellsOf(file, "plan.ods")).toEqual([
      [
        "Smart Pier\nnorth",
        percent,
        day("2023-10-01"),
        day("2023-10"),
        "09:00",
        "TRUE",
        { text: "#DIV/0!", notes: ["formula", "error"] },
        { text: "Err:508", notes: ["formula", "error"] },
        { text: "3", notes: ["formula"] },
        "1250000.5",
      ],
    ]);
  });

  test("has errors where a formula has no result, and keeps values without a shown text", async () => {
    const file = await odsOf(
      `<table:table table:name="One"><table:table-row/><table:table-row>${text("🌆 Park")}<table:table-cell table:formula="of:=[.A1]&amp;1"/><table:table-cell office:value-type="float" office:value="12"/>${text("end")}</table:table-row></table:table>`,
    );
    expect(await tablesOf(file, "plan.ods")).toMatchObject([
      {
        rows: [
          { at: 2, cells: ["🌆 Park", { text: "=[.A1]&1", notes: ["no_result"] }, "12", "end"] },
        ],
      },
    ]);
  });

  test("is refused when it repeats a cell a million times, has entities or a password", async () => {
    const wide = `<table:table table:name="One"><table:table-row>${text("x", 'table:number-columns-repeated="16384"')}</table:table-row></table:table>`;
    expect(await readFile(await odsOf(wide), "plan.ods")).toEqual({ refused: "too_wide" });
    const long = `<table:table table:name="One"><table:table-row table:number-rows-repeated="1048576">${text("x")}</table:table-row></table:table>`;
    expect(await readFile(await odsOf(long), "plan.ods")).toEqual({ refused: "too_many_rows" });
    const secret = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    expect(await readFile(await odsOf("", "", secret), "plan.ods")).toEqual({
      refused: "encrypted",
    });
    const file = await zipOf({
      "META-INF/manifest.xml": "<manifest/>",
      "content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><office:document-content/>',
    });
    expect(await readFile(file, "plan.ods")).toEqual({ refused: "damaged" });
  });

  test("repeats the empty rows at its end without counting them", async () => {
    const file = await odsOf(
      `<table:table table:name="One"><table:table-row>${text("x")}<table:table-cell table:number-columns-repeated="16383"/></table:table-row><table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
    );
    expect(await cellsOf(file, "plan.ods")).toEqual([["x"]]);
  });
});

test("a workbook of before 2007 with a password, and another document of that time, are refused", async () => {
  const { CFB } = await import("@e965/xlsx");
  const container = (name: string) => {
    const made = CFB.utils.cfb_new();
    CFB.utils.cfb_add(made, name, Buffer.alloc(5_000, 1));
    return Buffer.from(CFB.write(made, { type: "buffer" }));
  };
  expect(await readFile(container("/EncryptedPackage"), "plan.xlsx")).toEqual({
    refused: "encrypted",
  });
  expect(await readFile(container("/WordDocument"), "plan.xls")).toEqual({
    refused: "not_a_sheet",
  });
});
