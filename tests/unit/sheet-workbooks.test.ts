import { expect, test } from "vitest";
import { textOf } from "@/lib/domain/sheet/table";
import {
  cellsOf,
  mainNamespace,
  numbersOf,
  officeRelations,
  readFile,
  relationsOf,
  sheetOf,
  stylesOf,
  tablesOf,
  textCell,
  withStrings,
  withStyles,
  workbookOf,
  workbookParts,
  zipOf,
} from "@/tests/support/workbooks";

// Workbooks with the structures that programs write, one for each kind of fault that people reported of such readers.

const row = (...cells: string[]) => `<row r="1">${cells.join("")}</row>`;
const shared = (at: string, index: number | string) => `<c r="${at}" t="s"><v>${index}</v></c>`;

test("what Excel 2013 and later write around the cells is passed over", async () => {
  const x14 =
    '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
  const before =
    '<sheetPr><tabColor rgb="FF00FF00"/></sheetPr><dimension ref="A1:XFD1048576"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"/>';
  expect(
    await cellsOf(await workbookOf(sheetOf(row(textCell("A1", "Park")), x14, before))),
  ).toEqual([["Park"]]);
});

test("every tag may have a prefix, and a comment may stand anywhere", async () => {
  const sheet = `<x:worksheet xmlns:x="${mainNamespace}"><!-- <x:row> --><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Park</x:t></x:is></x:c><!-- </x:row> --><x:c r="B1"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>`;
  const relations = relationsOf({ rId1: ["worksheet", "worksheets/sheet1.xml"] })
    .replaceAll("<Relationship", "<ns0:Relationship")
    .replace("</Relationships", "</ns0:Relationships")
    .replace("xmlns=", "xmlns:ns0=");
  const file = await workbookOf(sheet, { "xl/_rels/workbook.xml.rels": relations });
  expect(await cellsOf(file)).toEqual([["Park", "2"]]);
});

test("a sheet is found whatever the prefix of its relationship is", async () => {
  const workbook = `<workbook xmlns="${mainNamespace}" xmlns:rel="${officeRelations}"><sheets><sheet name="S" sheetId="1" rel:id="rId1"/></sheets></workbook>`;
  const file = await workbookOf(sheetOf(row(textCell("A1", "Park"))), {
    "xl/workbook.xml": workbook,
  });
  expect(await tablesOf(file)).toMatchObject([{ name: "S", rows: [{ at: 1, cells: ["Park"] }] }]);
});

test.each([
  "./worksheets/sheet1.xml",
  "/xl/worksheets/sheet1.xml",
  "Worksheets/Sheet1.XML",
  "..\\xl\\worksheets\\sheet1.xml",
])("a sheet is found under the target %s", async (target) => {
  const file = await workbookOf(sheetOf(row(textCell("A1", "Park"))), {
    "xl/_rels/workbook.xml.rels": relationsOf({ rId1: ["worksheet", target] }),
  });
  expect(await cellsOf(file)).toEqual([["Park"]]);
});

test("texts are found in a part of another case", async () => {
  const { "xl/sharedStrings.xml": strings = "", ...relations } =
    withStrings("<si><t>Park</t></si>");
  const file = await workbookOf(sheetOf(row(shared("A1", 0))), {
    ...relations,
    "xl/SharedStrings.xml": strings,
  });
  expect(await cellsOf(file)).toEqual([["Park"]]);
});

test.each(["xl/workbook2.xml", "workbook.xml"])("the workbook may be %s", async (name) => {
  const parts = workbookParts(sheetOf(row(textCell("A1", "Park"))));
  const { "xl/workbook.xml": workbook = "", "xl/_rels/workbook.xml.rels": _, ...rest } = parts;
  const folder = name.startsWith("xl/") ? "xl/" : "";
  const file = await zipOf({
    ...rest,
    "_rels/.rels": relationsOf({ any: ["officeDocument", name] }),
    [name]: workbook,
    [`${folder}_rels/${name.slice(folder.length)}.rels`]: relationsOf({
      rId1: ["worksheet", "/xl/worksheets/sheet1.xml"],
    }),
  });
  expect(await cellsOf(file)).toEqual([["Park"]]);
});

test("a workbook of which a sheet cannot be found or holds nothing is refused", async () => {
  const lost = { "xl/_rels/workbook.xml.rels": relationsOf({ rId9: ["worksheet", "x.xml"] }) };
  expect(await readFile(await workbookOf(sheetOf(""), lost))).toEqual({ refused: "damaged" });
  expect(await readFile(await workbookOf(sheetOf("")))).toEqual({ refused: "nothing_read" });
  const chart = {
    "xl/_rels/workbook.xml.rels": relationsOf({ rId1: ["chartsheet", "chartsheets/sheet1.xml"] }),
  };
  expect(await readFile(await workbookOf(sheetOf(""), chart))).toEqual({ refused: "nothing_read" });
});

test("a sheet that ends too early is refused", async () => {
  const whole = sheetOf(row(textCell("A1", "Park")));
  expect(await readFile(await workbookOf(whole.slice(0, -30)))).toEqual({ refused: "damaged" });
});

test("cells that have nothing but a style count for nothing", async () => {
  const styled = '<c r="IR2" s="1"/><c r="XFD2" s="1"></c>';
  const file = await workbookOf(
    sheetOf(`${row(textCell("A1", "Park"))}<row r="2">${styled}</row>`),
  );
  expect(await tablesOf(file)).toMatchObject([{ rows: [{ at: 1, cells: ["Park"] }] }]);
});

test("an address in small letters is the same address", async () => {
  const file = await workbookOf(
    sheetOf('<row r="2"><c r="b2" t="inlineStr"><is><t>x</t></is></c></row>'),
  );
  expect(await tablesOf(file)).toMatchObject([{ rows: [{ at: 2, cells: ["", "x"] }] }]);
});

test("a formula without a stored result is an error at its cell, and one with an empty result is empty", async () => {
  const cells = [
    '<c r="A1"><f>A2&amp;" x"</f></c>',
    '<c r="B1"><f>1+1</f><v></v></c>',
    '<c r="C1"><f>1+1</f><v/></c>',
    '<c r="D1" t="str"><f>""</f><v></v></c>',
    '<c r="E1"><f t="shared" si="0"/></c>',
    '<c r="F1"><f>1-1</f><v>0</v></c>',
  ];
  const noResult = (text: string) => ({ text, notes: ["no_result"] });
  expect(await cellsOf(await workbookOf(sheetOf(row(...cells))))).toEqual([
    [
      noResult('=A2&" x"'),
      noResult("=1+1"),
      noResult("=1+1"),
      "",
      noResult("="),
      { text: "0", notes: ["formula"] },
    ],
  ]);
});

test("a zero is no result where the program left the computing to the next one", async () => {
  const cells = ['<c r="A1"><f>SUM(B1:B9)</f><v>0</v></c>', '<c r="B1"><f>1+1</f><v>2</v></c>'];
  const parts = workbookParts(sheetOf(row(...cells)));
  const workbook = String(parts["xl/workbook.xml"]).replace(
    '<calcPr calcId="191029"/>',
    '<calcPr calcId="124519" fullCalcOnLoad="1"/>',
  );
  expect(await cellsOf(await zipOf({ ...parts, "xl/workbook.xml": workbook }))).toEqual([
    [
      { text: "=SUM(B1:B9)", notes: ["no_result"] },
      { text: "2", notes: ["formula"] },
    ],
  ]);
});

test("what is not understood is an error at its cell and never an empty cell", async () => {
  const cells = [
    shared("A1", 7),
    shared("B1", "x"),
    '<c r="C1" t="new"><v>9</v></c>',
    '<c r="D1"><v>nine</v></c>',
    '<c r="E1" t="b"><v>maybe</v></c>',
    '<c r="F1"><is><t>no type</t></is></c>',
    shared("G1", 0),
  ];
  const file = await workbookOf(sheetOf(row(...cells)), withStrings("<si><t>Park</t></si>"));
  const odd = (text: string) => ({ text, notes: ["not_understood"] });
  expect(await cellsOf(file)).toEqual([
    [odd("7"), odd("x"), odd("9"), odd("nine"), odd("maybe"), odd("no type"), "Park"],
  ]);
});

test("shared texts keep their places, and the parts of one text their order", async () => {
  const strings = withStrings(
    "<si/>",
    '<si xml:space="preserve"><t>second</t></si>',
    "<si><r><rPr><b/></rPr><t>third </t></r><r><t>in parts</t></r></si>",
    "<si><t><![CDATA[a < b & c]]></t></si>",
    "<si><r><t><![CDATA[<fifth>]]></t></r></si>",
    "<si><t>before</t><r><t> and after</t></r></si>",
  );
  const cells = ["A1", "B1", "C1", "D1", "E1", "F1"].map(shared).join("");
  expect(await cellsOf(await workbookOf(sheetOf(row(cells)), strings))).toEqual([
    ["", "second", "third in parts", "a < b & c", "<fifth>", "before and after"],
  ]);
});

test("phonetic text above a text is left out, shared and inline", async () => {
  const guide = '<rPh sb="0" eb="2"><t>オオサカ</t></rPh><phoneticPr fontId="1"/>';
  const rich = `<si><r><t>大阪</t></r><r><t>市</t></r>${guide}</si>`;
  const strings = withStrings(`<si><t>大阪市</t>${guide}</si>`, rich);
  const inline = `<c r="C1" t="inlineStr"><is><t>大阪市</t>${guide}</is></c>`;
  expect(
    await cellsOf(
      await workbookOf(sheetOf(row(shared("A1", 0), shared("B1", 1), inline)), strings),
    ),
  ).toEqual([["大阪市", "大阪市", "大阪市"]]);
});

test("an inline text may have several runs, and beside a value it is the text", async () => {
  const runs =
    '<c r="A1" t="inlineStr"><is><t>Before</t><r><rPr><b/></rPr><t xml:space="preserve"> and after</t></r></is></c>';
  expect(await cellsOf(await workbookOf(sheetOf(row(runs))))).toEqual([["Before and after"]]);
  const file = await workbookOf(
    sheetOf(row('<c r="A1" t="inlineStr"><is><t>1.</t></is><v>01.</v></c>')),
  );
  expect(await cellsOf(file)).toEqual([["1."]]);
});

test("escaped characters, truth values and errors are read as they are shown", async () => {
  const cells = [
    textCell("A1", "two_x000D_\nlines, _x005F_x0041_"),
    '<c r="B1" t="b"><v>1</v></c>',
    '<c r="C1" t="b"><v>0</v></c>',
    '<c r="D1" t="e"><v>#DIV/0!</v></c>',
    '<c r="E1" t="e"><f>A1/0</f><v>#SPILL!</v></c>',
    '<c r="F1" t="str"><f>A1</f><v>text</v></c>',
  ];
  expect(await cellsOf(await workbookOf(sheetOf(row(...cells))))).toEqual([
    [
      "two\nlines, _x0041_",
      "TRUE",
      "FALSE",
      { text: "#DIV/0!", notes: ["error"] },
      { text: "#SPILL!", notes: ["formula", "error"] },
      { text: "text", notes: ["formula"] },
    ],
  ]);
});

test("percentages are what the file shows, with what it stores", async () => {
  const file = await numbersOf(
    [0.45, 9],
    [0.4567, 10],
    [0.07, "0.0 %"],
    [0.5, '0" percent"'],
    [1.5, 68],
  );
  const percent = (text: string, number: number) => ({ text, notes: ["percent"], number });
  expect(await cellsOf(file)).toEqual([
    [
      percent("45%", 0.45),
      percent("45.67%", 0.4567),
      percent("7%", 0.07),
      "0.5",
      percent("150%", 1.5),
    ],
  ]);
});

const day = 45_200;
const shownDay = (text: string) => ({ text, notes: ["date"], number: day });

test.each([
  ["yyyy-mm-dd", "2023-10-01"],
  ["[$-D07041E]d mmmm bbbb", "2023-10-01"],
  ["[$-409]dddd, mmmm dd, yyyy", "2023-10-01"],
  ['d" day of "mmmm', "2023-10-01"],
  ["mmm-yy", "2023-10"],
  ["mmmm yyyy;@", "2023-10"],
  ["yyyy", "2023"],
  ["[$-41E]bbbb", "2023"],
  ["d/m/yy h:mm", "2023-10-01 00:00"],
])("a day under the format %s is %s", async (format, text) => {
  expect(await cellsOf(await numbersOf([day, format]))).toEqual([[shownDay(text)]]);
});

test.each([14, 15, 16, 27, 28, 30, 31, 36, 50, 53, 57, 58, 71, 72, 73, 81])(
  "the built-in format %i is one of days",
  async (format) => {
    expect(await cellsOf(await numbersOf([day, format]))).toEqual([[shownDay("2023-10-01")]]);
  },
);

test("the built-in formats of months and times, of Thailand too, keep what they show", async () => {
  const file = await numbersOf(
    [day, 17],
    [day, 74],
    [day + 0.375, 22],
    [day + 0.375, 77],
    [0.375, 75],
    [0.375, 20],
  );
  expect(await cellsOf(file)).toEqual([
    [
      shownDay("2023-10"),
      shownDay("2023-10"),
      { text: "2023-10-01 09:00", notes: ["date"], number: day + 0.375 },
      { text: "2023-10-01 09:00", notes: ["date"], number: day + 0.375 },
      "09:00",
      "09:00",
    ],
  ]);
});

test("a time of day is a time, never a day of 1899", async () => {
  const file = await numbersOf(
    [0.375, "h:mm"],
    [0.375, "h:mm:ss AM/PM"],
    [1.5, "[h]:mm"],
    [0.375, "d/m/yy h:mm"],
    [0.999999, "h:mm"],
    [0, "d/m/yy"],
  );
  expect(await cellsOf(file)).toEqual([["09:00", "09:00:00", "36:00", "09:00", "00:00", "0"]]);
});

test.each([
  "_-* #,##0.00\\ _D_M_-",
  '_("$"* #,##0_);_("$"* \\(#,##0\\)',
  '#,##0 "days";[Red]-#,##0 "days"',
  "[$MYR] #,##0.00",
  "*d0",
  "0.00E+00",
  "General",
  "@",
])("the letters of the format %s are no day", async (format) => {
  expect(await cellsOf(await numbersOf([day, format]))).toEqual([["45200"]]);
});

test("leading zeros that a format shows are kept", async () => {
  expect(await cellsOf(await numbersOf([7, "00000"], [7, "0"]))).toEqual([["00007", "7"]]);
});

test("days before March 1900 and of files that count from 1904 are those that programs show", async () => {
  expect(await cellsOf(await numbersOf([1, 14], [59, 14], [61, 14]))).toMatchObject([
    [{ text: "1900-01-01" }, { text: "1900-02-28" }, { text: "1900-03-01" }],
  ]);
  const parts = workbookParts(
    sheetOf(
      row(
        '<c r="A1" s="0"><v>43738</v></c>',
        '<c r="B1" s="0" t="d"><v>2023-10-01T00:00:00</v></c>',
      ),
    ),
  );
  const extension =
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:workbookPr defaultImageDpi="32767"/></ext></extLst></workbook>';
  const workbook = String(parts["xl/workbook.xml"])
    .replace("<workbookPr", '<workbookPr date1904="1"')
    .replace("</workbook>", extension);
  const file = await zipOf({ ...parts, ...withStyles(stylesOf(14)), "xl/workbook.xml": workbook });
  expect(await cellsOf(file)).toEqual([[shownDay("2023-10-01"), shownDay("2023-10-01")]]);
});

test("very many formats are kept apart", async () => {
  const formats = Array.from({ length: 500 }, (_, at) => `0.${"0".repeat(at % 20)}"${at}"`);
  const cells = '<c r="A1" s="500"><v>45200</v></c><c r="B1" s="499"><v>45200</v></c>';
  const file = await workbookOf(sheetOf(row(cells)), withStyles(stylesOf(...formats, "mmm yyyy")));
  expect(await cellsOf(file)).toEqual([[shownDay("2023-10"), "45200"]]);
});

test("a merged text is the text of each cell; a merged number is marked", async () => {
  const rows = `<row r="1">${textCell("A1", "Harbour")}<c r="B1"><v>3000000</v></c>${textCell("C1", "x")}</row>
    <row r="2">${textCell("C2", "y")}</row><row r="3">${textCell("C3", "z")}</row>`;
  const merged =
    '<mergeCells count="2"><mergeCell ref="A1:A3"/><mergeCell ref="B1:B3"/></mergeCells>';
  const text = { text: "Harbour", notes: ["merged"] };
  const number = { text: "3000000", notes: ["merged", "merged_number"] };
  expect(await cellsOf(await workbookOf(sheetOf(rows, merged)))).toEqual([
    [text, number, "x"],
    [text, number, "y"],
    [text, number, "z"],
  ]);
});

test("hidden rows, columns and sheets are read and say that they are hidden", async () => {
  const hidden = sheetOf(
    `<row r="1">${textCell("A1", "Shown")}${textCell("C1", "Beside")}</row><row r="2" hidden="1">${textCell("A2", "Filtered")}</row>`,
    "",
    '<cols><col min="2" max="3" width="9" hidden="1"/></cols>',
  );
  const parts = workbookParts(hidden);
  const workbook = String(parts["xl/workbook.xml"]).replace(
    "</sheets>",
    '<sheet name="Two" sheetId="2" state="veryHidden" r:id="rId1"/></sheets>',
  );
  const tables = await tablesOf(await zipOf({ ...parts, "xl/workbook.xml": workbook }));
  expect(tables).toMatchObject([
    {
      name: "One",
      isHidden: false,
      hiddenColumns: [1, 2],
      rows: [
        { at: 1, isHidden: false },
        { at: 2, isHidden: true, cells: ["Filtered"] },
      ],
    },
    { name: "Two", isHidden: true },
  ]);
});

test("two sheets of one name, and names that mean something to JavaScript, are each read", async () => {
  const parts = workbookParts(sheetOf(row(textCell("A1", "Park"))));
  const workbook = String(parts["xl/workbook.xml"]).replace(
    "</sheets>",
    '<sheet name="__proto__" sheetId="2" r:id="rId1"/><sheet name="One" sheetId="3" r:id="rId1"/></sheets>',
  );
  const tables = await tablesOf(await zipOf({ ...parts, "xl/workbook.xml": workbook }));
  expect(tables.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["One", 1],
    ["__proto__", 1],
    ["One", 1],
  ]);
});

test("a workbook with a program in it is read, and the program is not looked at", async () => {
  const file = await workbookOf(sheetOf(row(textCell("A1", "Park"))), { "xl/vbaProject.bin": "x" });
  expect(await cellsOf(file, "plan.xlsm")).toEqual([["Park"]]);
});

test("a part in UTF-16 is read, and text beyond the first plane keeps its place", async () => {
  const sheet = sheetOf(
    row(textCell("A1", "🌆 ភ្នំពេញ"), '<c r="B1"><f>1</f></c>', textCell("C1", "end")),
  );
  const wide = Buffer.from(`\ufeff${sheet.replace("UTF-8", "UTF-16")}`, "utf16le");
  const file = await workbookOf("", { "xl/worksheets/sheet1.xml": wide });
  expect(await cellsOf(file)).toEqual([["🌆 ភ្នំពេញ", { text: "=1", notes: ["no_result"] }, "end"]]);
});

test("a cell of no address or of one that no sheet has", async () => {
  const outside = await workbookOf(sheetOf('<row r="1"><c r="1A"><v>1</v></c></row>'));
  expect(await readFile(outside)).toEqual({ refused: "damaged" });
  const file = await workbookOf(
    sheetOf("<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row>"),
  );
  expect((await cellsOf(file)).map((cells) => cells.map(textOf))).toEqual([["1"], ["", "2"]]);
});
