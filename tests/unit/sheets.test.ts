import fc from "fast-check";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import {
  columnLetters,
  guardText,
  plainSheet,
  toExactNumber,
  toSerial,
  toSheetName,
  unguardText,
} from "@/lib/domain/sheet/sheet";
import { writeCsv } from "@/lib/sheets/csv";
import { writeWorkbook } from "@/lib/sheets/workbook";

const textColumn = [{ label: "Text", kind: "text" as const }];

test("a guarded text is never a formula and reads back the same, for any text", () => {
  const signs = [
    "=",
    "+",
    "-",
    "@",
    "＝",
    "＋",
    "－",
    "＠",
    "\t",
    "\r",
    "\n",
    ";",
    "'",
    "''=",
    " ",
    "a",
    "",
  ];
  const text = fc.array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: "grapheme" })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, (parts) => {
      const guarded = guardText(parts.join(""));
      expect(guarded).not.toMatch(/^[=+\-@＝＋－＠\t\r]/u);
      // Each part must be safe too for a program that uses another separator.
      for (const cell of guarded.split(/[;\t\r\n]/u).slice(1))
        expect(cell).not.toMatch(/^(?:[=@＝＠]|[+\-＋－](?! ))/u);
      expect(unguardText(guarded)).toBe(parts.join(""));
    }),
  );
});

test("a list of entries in a text stays as it is written", () => {
  const list = "What comes first; what follows:\n- a bridge\n- a road; and -\n+ a tunnel";
  expect(guardText(list)).toBe(list);
});

test("columns have the letters that spreadsheets give them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    "A",
    "Z",
    "AA",
    "AZ",
    "BA",
    "ZZ",
    "AAA",
  ]);
});

test("a day is written as a spreadsheet's number", () => {
  expect(toSerial("2024-09-25")).toBe(45560);
});

test("an amount is a number when fifteen digits can represent it", () => {
  expect(toExactNumber("1250000.50")).toBe(1250000.5);
  expect(toExactNumber("123456789012345.1234")).toBe("123456789012345.1234");
});

test("a sheet's name is valid in spreadsheet programs", () => {
  expect(toSheetName("'Plan: targets/[2025]'")).toBe("Plan  targets  2025");
  expect(toSheetName("x".repeat(40))).toHaveLength(31);
});

test("another program reads what was written: texts as texts, days as days, numbers as numbers", async () => {
  const sheet = plainSheet(
    "Kinds & things",
    [
      { label: "Text <1>", kind: "text" },
      { label: "Long", kind: "long_text" },
      { label: "Day", kind: "date" },
      { label: "Number", kind: "number" },
      { label: "Amount", kind: "decimal" },
    ],
    [
      ["=1+1", " two\nlines & <more> ", "2024-09-25", -2.5, "1250000.50"],
      ["ສາມ 😀 _x0041_", null, "2024-09", 0, "123456789012345.1234"],
    ],
  );
  const [read] = await readWorkbook(await bytesOf(writeWorkbook([sheet])), {
    trim: false,
    parseNumber: (number: string) => number,
  });
  expect(read?.sheet).toBe("Kinds & things");
  expect(read?.data).toEqual([
    ["Text <1>", "Long", "Day", "Number", "Amount"],
    ["=1+1", " two\nlines & <more> ", new Date("2024-09-25"), "-2.5", "1250000.5"],
    ["ສາມ 😀 _x0041_", null, "2024-09", "0", "123456789012345.1234"],
  ]);
});

test("comma-separated values begin with their byte order mark and hold no formula", async () => {
  const rows = [["=1+1"], ["＝1+1"], ["well;=1+1"], ['a "quoted", text'], ["two\nlines"], [-3]];
  const csv = await new Response(writeCsv(plainSheet("Any", textColumn, rows))).arrayBuffer();
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(csv);
  expect(text).toBe(
    '\uFEFFText\r\n\'=1+1\r\n\'＝1+1\r\nwell;\'=1+1\r\n"a ""quoted"", text"\r\n"two\nlines"\r\n-3\r\n',
  );
});

async function bytesOf(stream: ReadableStream<Uint8Array>) {
  return Buffer.from(await new Response(stream).arrayBuffer());
}
