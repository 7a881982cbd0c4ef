import { describe, expect, test } from "vitest";
import type { SheetImport } from "@/lib/domain/sheet/changes";
import { fieldsTwice, tableMapping } from "@/lib/domain/sheet/mapping";
import { plainSheet, type Sheet } from "@/lib/domain/sheet/sheet";
import { sheetTable } from "@/lib/domain/sheet/table";
import { titleKey } from "@/lib/domain/sheet/titles";
import { readTables } from "@/lib/sheets/read-tables.mjs";
import { writeWorkbook } from "@/lib/sheets/workbook";
import { aRecord, askedBy, aTable, guessFor } from "@/tests/support/own-sheet";

/** What each row says, by its kind: its cells by field. */
function said({ rows }: SheetImport) {
  return rows.map(({ kind, cells }) => [
    kind,
    Object.fromEntries(cells.map(({ field, value }) => [field, value])),
  ]);
}

const pier = "20000000-0000-4000-8000-000000000001";
const lights = "20000000-0000-4000-8000-000000000002";

describe("from a table to a plan (findings C)", () => {
  const twice = aTable([
    ["Title", "Start", "Summary"],
    ["Dup Park", "2024", "first"],
    ["Dup Park", "2025", "second"],
  ]);

  test("C1: a second row of one new title is an error, and the first row is kept", () => {
    const found = askedBy(twice);
    expect(said(found)).toEqual([
      ["begin", { title: "Dup Park", startsOn: "2024", summary: "first" }],
    ]);
    expect(found.errors).toMatchObject([{ key: "row_twice", limit: 2, at: "S!A3" }]);
  });

  test("C1: by choice it is one project with several rows of money", () => {
    const table = aTable([
      ["Project name", "Budget", "Currency", "Fiscal year"],
      ["Dup Park", "100", "THB", "2024"],
      ["Dup Park", "200", "THB", "2025"],
      ["", "300", "THB", "2026"],
    ]);
    const found = askedBy(table, { mapping: { repeats: "entries" } });
    expect(found.errors).toEqual([]);
    expect(said(found)).toEqual([
      ["begin", { title: "Dup Park" }],
      ["add", { amount: "100", currency: "THB", year: 2024 }],
      ["add", { amount: "200", currency: "THB", year: 2025 }],
      ["add", { amount: "300", currency: "THB", year: 2026 }],
    ]);
    expect(new Set(found.rows.map(({ recordId }) => recordId)).size).toBe(1);
    const differs = askedBy(twice, { mapping: { repeats: "entries" } });
    expect(differs.errors.map(({ key, at }) => [key, at])).toEqual([
      ["differs_from_row", "S!B3"],
      ["differs_from_row", "S!C3"],
    ]);
  });

  test("C3: two columns of one field are refused, or joined by choice", () => {
    const table = aTable([
      ["Name", "Note A", "Note B"],
      ["Park", "one", "two"],
    ]);
    const columns = ["title", "summary", "summary"];
    const own = { layout: "project", columns };
    expect(fieldsTwice(tableMapping.parse(own))).toEqual(["summary"]);
    expect(fieldsTwice(tableMapping.parse({ ...own, joined: ["summary"] }))).toEqual([]);
    const stages = { layout: "project", columns: ["stage", "stage"], joined: ["stage"] };
    expect(fieldsTwice(tableMapping.parse(stages))).toEqual(["stage"]);
    expect(said(askedBy(table, { mapping: { columns, joined: ["summary"] } }))).toEqual([
      ["begin", { title: "Park", summary: "one\n\ntwo" }],
    ]);
  });

  test("C4: headings are found below a title, explanations and totals are left out", () => {
    const merged = { text: "Action plan 2024", notes: ["merged" as const] };
    const table = aTable([
      [merged, merged, merged],
      ["Project name", "Start date", "Budget"],
      ["Name as approved", "(month and year)", "in baht"],
      ["Smart pier", "1 March 2015", "1,250,000"],
      ["Smart lights", "2016-04", "2,000,000"],
      ["Total", "", "3,250,000"],
    ]);
    expect(guessFor(table)).toMatchObject({
      headingAt: 2,
      headingRows: 1,
      leftOut: [3, 6],
      columns: ["title", "startsOn", "budget.amount"],
    });
    const found = askedBy(table);
    expect(found.errors).toEqual([]);
    expect(said(found)).toEqual([
      ["begin", { title: "Smart pier", startsOn: "2015-03-01" }],
      ["begin", { title: "Smart lights", startsOn: "2016-04" }],
      ["add", { amount: "1250000" }],
      ["add", { amount: "2000000" }],
    ]);
  });

  test("C4: headings of two rows are read together", () => {
    const group = (text: string) => ({ text, notes: ["merged" as const] });
    const table = aTable([
      ["Smart city projects of the year", "", "", ""],
      [group("Project"), group("Project"), group("Money"), group("Money")],
      ["Project name", "Status", "Budget", "Currency"],
      ["Smart pier", "Ongoing", "1250000", "THB"],
    ]);
    expect(guessFor(table)).toMatchObject({ headingAt: 2, headingRows: 2 });
  });

  test("C5, C6: white space of every kind, case and line breaks find the project of that title", () => {
    const records = [aRecord(pier, "Smart Pier")];
    for (const title of [
      "Smart\u00a0Pier",
      "Smart  Pier",
      "smart pier",
      "Smart\nPier",
      "Smart\u200b Pier",
    ])
      expect(
        said(
          askedBy(
            aTable([
              ["Title", "Summary"],
              [title, "New"],
            ]),
            { records },
          ),
        ),
      ).toEqual([["change", { summary: "New" }]]);
    const begun = askedBy(aTable([["Title"], ["Road\nnorth"]]));
    expect(said(begun)).toEqual([["begin", { title: "Road north" }]]);
    expect(begun.rows[0]?.cells[0]?.notes).toEqual(["one_line"]);
  });

  test("C7: one row holds a project with its money, its partners and its dates", () => {
    const table = aTable([
      ["ชื่อโครงการ", "วันที่เริ่ม", "งบประมาณ", "สกุลเงิน", "หุ้นส่วน"],
      ["ท่าเรืออัจฉริยะ", "กันยายน 2567", "1.250.000,50", "THB", "JICA; ADB"],
    ]);
    const found = askedBy(table);
    expect([found.errors, found.questions.words]).toEqual([[], []]);
    expect(said(found)).toEqual([
      ["begin", { title: "ท่าเรืออัจฉริยะ", startsOn: "2024-09" }],
      ["add", { amount: "1250000.50", currency: "THB" }],
      ["add", { name: "JICA" }],
      ["add", { name: "ADB" }],
    ]);
  });

  test("brought again, the same file asks for nothing", () => {
    const table = aTable([
      ["Project name", "Budget", "Currency", "Partners"],
      ["Smart pier", "1.250.000", "THB", "JICA; ADB"],
      ["Smart lights", "1.250.000", "THB", "JICA"],
    ]);
    const partner = (n: number, name: string) => ({
      id: `40000000-0000-4000-8000-00000000000${n}`,
      name,
      kind: null,
      role: "",
    });
    const budget = [
      {
        id: "40000000-0000-4000-8000-000000000009",
        kind: "planned" as const,
        amount: "1250000",
        currency: "THB",
        year: null,
        funder: "",
        perDollar: null,
        perDollarOn: null,
        note: "",
      },
    ];
    const records = [
      aRecord(pier, "Smart pier", { budget, partners: [partner(1, "JICA"), partner(2, "ADB")] }),
      aRecord(lights, "Smart lights", { budget, partners: [partner(3, "JICA")] }),
    ];
    expect(askedBy(table, { records })).toMatchObject({ rows: [], errors: [] });
  });

  test("nearly the same titles are asked about, and answered as the same or as new", () => {
    const records = [
      aRecord(pier, "Parks & gardens of the city"),
      aRecord(lights, "Smart lighting phase 1"),
    ];
    const ask = (title: string, more: object = {}) =>
      askedBy(
        aTable([
          ["Title", "Summary"],
          [title, "New"],
        ]),
        { records, ...more },
      );
    for (const title of [
      "Parks and Gardens of the City",
      "Parks & gardnes of the city",
      "Sky walk",
    ]) {
      const otherTitles = [
        { recordId: pier, title: "Skywalk" },
        { recordId: pier, title: "sky-walk" },
      ];
      const found = ask(title, { otherTitles });
      expect(found.rows).toEqual([]);
      expect(found.questions.titles).toMatchObject([{ title, like: [{ id: pier }], answer: null }]);
      const key = titleKey(title);
      expect(said(ask(title, { otherTitles, titles: { [key]: pier } }))).toEqual([
        ["change", { summary: "New" }],
      ]);
      expect(said(ask(title, { otherTitles, titles: { [key]: "new" } }))).toEqual([
        ["begin", { title, summary: "New" }],
      ]);
    }
    expect(ask("Smart lighting phase 2").questions.titles).toEqual([]);
    expect(ask("Something else").questions.titles).toEqual([]);
  });
});

describe("cells of a city's own file", () => {
  const records = [aRecord(pier, "Smart Pier", { summary: "Safe.", startsOn: "2024" })];

  test("B4: an empty cell changes nothing, or empties its field by choice, and is counted", () => {
    const table = aTable([
      ["Title", "Summary", "Start"],
      ["Smart Pier", "", ""],
    ]);
    expect(askedBy(table, { records })).toMatchObject({ rows: [], emptied: 0 });
    const found = askedBy(table, { records, mapping: { blanks: "emptied" } });
    expect(said(found)).toEqual([["change", { summary: "", startsOn: null }]]);
    expect(found.emptied).toBe(2);
  });

  test("B4: an empty row with an id removes its entry only by choice", () => {
    const milestones = [
      {
        ...{ id: lights, title: "Launch", dueOn: null, firstDueOn: null, doneOn: null },
        ...{ droppedReason: "", note: "", weight: 1, lastReportedOn: null },
      },
    ];
    const own = [aRecord(pier, "Smart Pier", { milestones })];
    const table = aTable([
      ["Project", "Row id", "Milestone", "Due"],
      ["Smart Pier", lights, "", ""],
    ]);
    const columns = ["$recordName", "$item", "title", "dueOn"];
    const mapping = { layout: "project.milestones", columns };
    expect(askedBy(table, { records: own, mapping }).rows).toEqual([]);
    const emptied = askedBy(table, { records: own, mapping: { ...mapping, blanks: "emptied" } });
    expect(emptied).toMatchObject({ removed: 1, rows: [{ kind: "delete", itemId: lights }] });
    const renamed = aTable([
      ["Project", "Row id", "Milestone", "Due"],
      ["Smart Pier", lights, "Opening", ""],
    ]);
    expect(said(askedBy(renamed, { records: own, mapping }))).toEqual([
      ["change", { title: "Opening" }],
    ]);
  });

  test("one bad cell leaves the good ones of its row, and can be typed anew", () => {
    const table = aTable([
      ["Title", "Summary", "End"],
      ["Park", "Green.", "<5 years"],
    ]);
    const columns = ["title", "summary", "endsOn"];
    const found = askedBy(table, { mapping: { columns } });
    expect(said(found)).toEqual([["begin", { title: "Park", summary: "Green." }]]);
    expect(found.rows[0]?.withoutCells).toBe(1);
    expect(found.errors).toMatchObject([{ key: "partial_date", at: "S!C2" }]);
    const mended = askedBy(table, { mapping: { columns }, cells: { "S!C2": "2029" } });
    expect(mended.errors).toEqual([]);
    expect(said(mended)).toEqual([["begin", { title: "Park", summary: "Green.", endsOn: "2029" }]]);
    expect(mended.rows[0]?.cells.at(-1)?.notes).toEqual(["typed"]);
    const without = askedBy(table, { mapping: { columns: ["title", "summary", null] } });
    expect(without.errors).toEqual([]);
    expect(askedBy(table, { mapping: { columns, leftOut: [2] } })).toMatchObject({
      rows: [],
      errors: [],
    });
  });

  test("words of the file are asked about once, with what they most likely mean, and read as answered", () => {
    const table = aTable([
      ["Title", "Status", "Focus area"],
      ["One", "On-going", "พลเมืองและสังคม"],
      ["Two", "on-going", "Civic and social"],
      ["Three", "กำลังดำเนินการ", ""],
      ["Four", "Done", ""],
      ["Five", "Half way", ""],
      ["Six", "Planning", ""],
    ]);
    const { questions, errors } = askedBy(table);
    expect(errors).toEqual([]);
    expect(questions.words).toEqual([
      { list: "stage", word: "On-going", count: 2, guess: "ongoing", answer: null },
      { list: "stage", word: "กำลังดำเนินการ", count: 1, guess: "ongoing", answer: null },
      { list: "stage", word: "Done", count: 1, guess: "completed", answer: null },
      { list: "stage", word: "Half way", count: 1, guess: null, answer: null },
      { list: "focusAreas", word: "พลเมืองและสังคม", count: 1, guess: "civic-social", answer: null },
    ]);
    const meanings = { "stage on-going": "ongoing", "stage done": "completed" };
    const found = askedBy(table, { meanings });
    expect(
      said(found)
        .map(([, cells]) => (cells as { stage?: string }).stage)
        .slice(0, 6),
    ).toEqual([...["ongoing", "ongoing", undefined, "completed", undefined, "planning"]]);
    expect(found.questions.words[0]).toMatchObject({ word: "On-going", answer: "ongoing" });
  });
});

test("B13: a number merged over rows is asked about, and counts once or in each row", () => {
  const amount = { text: "3000000", notes: ["merged" as const, "merged_number" as const] };
  const table = aTable([
    ["Project name", "Budget"],
    ["Pier north", amount],
    ["Bus station", amount],
    ["Market hall", "5"],
  ]);
  const adds = (merged: Record<string, "each" | "once">) =>
    askedBy(table, { mapping: { merged } }).rows.flatMap(({ kind, row, cells }) =>
      kind === "add" ? [[row, cells[0]?.value]] : [],
    );
  expect(askedBy(table).questions.columns).toMatchObject([
    { kind: "merged", count: 2, answer: null },
  ]);
  expect(adds({})).toEqual([[4, "5"]]);
  expect(adds({ 1: "once" })).toEqual([
    [2, "3000000"],
    [4, "5"],
  ]);
  expect(adds({ 1: "each" })).toHaveLength(3);
});

describe("numbers and dates as text (findings E)", () => {
  const amounts = (...cells: string[]) =>
    aTable([["Title", "Budget"], ...cells.map((cell, n) => [`Project ${"abcdef"[n]} ${n}`, cell])]);
  const read = (found: SheetImport) =>
    found.rows.flatMap(({ kind, cells }) =>
      kind === "add" ? cells.map(({ value }) => value) : [],
    );

  test("E1: a number that can be two is asked about once a column", () => {
    const table = amounts("1.500", "2.750");
    const found = askedBy(table);
    expect(found.errors).toEqual([]);
    expect(read(found)).toEqual([]);
    expect(found.questions.columns).toEqual([
      {
        kind: "numbers",
        sheet: "S",
        column: 1,
        count: 2,
        examples: ["1.500", "2.750"],
        answer: null,
      },
    ]);
    expect(read(askedBy(table, { mapping: { numbers: { 1: "comma" } } }))).toEqual([
      "1500",
      "2750",
    ]);
    expect(read(askedBy(table, { mapping: { numbers: { 1: "point" } } }))).toEqual([
      "1.500",
      "2.750",
    ]);
  });

  test("E1: the column's other numbers decide, and what was decided is shown", () => {
    const found = askedBy(amounts("1.234.567", "1.234,56", "1.500"));
    expect(read(found)).toEqual(["1234567", "1234.56", "1500"]);
    expect(found.questions.columns).toMatchObject([{ answer: "comma", examples: ["1.500"] }]);
    expect(read(askedBy(amounts("1,234.5", "1,500")))).toEqual(["1234.5", "1500"]);
    expect(read(askedBy(amounts("1,234.5", "1.234,5", "1,500")))).toEqual(["1234.5", "1234.5"]);
  });

  test("E1: a workbook's numbers are asked about only where they are texts", async () => {
    const amount = (kind: "text" | "number", value: string | number) =>
      plainSheet(
        "S",
        [
          { label: "Project name", kind: "text" },
          { label: "Budget", kind },
        ],
        [["Pier north", value]],
      );
    const asked = async (sheet: Sheet) => {
      const bytes = Buffer.from(await new Response(writeWorkbook([sheet])).arrayBuffer());
      const [table] = sheetTable.array().parse(await readTables(bytes, "own.xlsx", () => {}));
      return askedBy(table ?? aTable([]));
    };
    const stored = await asked(amount("number", 1.234));
    expect([read(stored), stored.questions.columns]).toEqual([["1.234"], []]);
    const typed = await asked(amount("text", "1.234"));
    expect([read(typed), typed.questions.columns.length]).toEqual([[], 1]);
  });

  test("E2, E3: 1 234 567,89 and 61,5 have one meaning", () => {
    expect(read(askedBy(amounts("1 234 567,89", "61,5")))).toEqual(["1234567.89", "61.5"]);
  });

  test("E4: what is no number is an error at its cell", () => {
    const bad = ["THB 2.5 million", "(1,250)", "TBD", "~3000"];
    const mapping = { columns: ["title", "budget.amount"] };
    expect(askedBy(amounts(...bad), { mapping }).errors.map(({ text }) => text)).toEqual(bad);
    expect(read(askedBy(amounts("๑,๒๕๐,๐๐๐"), { mapping }))).toEqual(["1250000"]);
  });

  test("E5, E6: dates are read as they are written, asked about where day and month can be swapped", () => {
    const dates = (...cells: string[]) =>
      aTable([
        ["Title", "Start"],
        ...cells.map((cell, n) => [`Project ${"abcdef"[n]} ${n}`, cell]),
      ]);
    const of = (found: SheetImport) =>
      found.rows.map(({ cells }) => cells.find(({ field }) => field === "startsOn")?.value);
    const open = askedBy(dates("3/4/2025"));
    expect(of(open)).toEqual([undefined]);
    expect(open.questions.columns).toMatchObject([{ kind: "dates", examples: ["3/4/2025"] }]);
    expect(of(askedBy(dates("3/4/2025"), { mapping: { dates: { 1: "month_first" } } }))).toEqual([
      "2025-03-04",
    ]);
    expect(of(askedBy(dates("3/4/2025", "13/4/2025")))).toEqual(["2025-04-03", "2025-04-13"]);
    expect(
      of(askedBy(dates("30 September 2024", "Sep 2024", "กันยายน 2567", "2025-01-31 00:00:00"))),
    ).toEqual([...["2024-09-30", "2024-09", "2024-09", "2025-01-31"]]);
    expect(
      askedBy(dates("2011/12", "2018/19"), { mapping: { columns: ["title", "startsOn"] } }).errors,
    ).toMatchObject([
      { key: "partial_date", text: "2011/12" },
      { key: "partial_date", text: "2018/19" },
    ]);
  });
});

test.each([
  [
    ["Nama kegiatan", "Tanggal mulai", "Anggaran"],
    ["title", "startsOn", "budget.amount"],
  ],
  [
    ["Nama projek", "Status", "Agensi pelaksana"],
    ["title", "stage", "responsibleOffice"],
  ],
  [
    ["Pangalan ng proyekto", "Petsa ng simula", "Badyet"],
    ["title", "startsOn", "budget.amount"],
  ],
  [
    ["ชื่อโครงการ", "สถานะ", "งบประมาณ (บาท)"],
    ["title", "stage", "budget.amount"],
  ],
  [
    ["Tên dự án", "Ngày bắt đầu", "Tổng mức đầu tư"],
    ["title", "startsOn", "budget.amount"],
  ],
  [
    ["ឈ្មោះគម្រោង", "ស្ថានភាព", "ថវិកា"],
    ["title", "stage", "budget.amount"],
  ],
  [
    ["ຊື່ໂຄງການ", "ສະຖານະ", "ງົບປະມານ"],
    ["title", "stage", "budget.amount"],
  ],
  [
    ["စီမံကိန်းအမည်", "အခြေအနေ", "ဘတ်ဂျက်"],
    ["title", "stage", "budget.amount"],
  ],
  [
    ["项目名称", "状态", "预算"],
    ["title", "stage", "budget.amount"],
  ],
  [
    ["திட்டத்தின் பெயர்", "நிலை", "பட்ஜெட்"],
    ["title", "stage", "budget.amount"],
  ],
  [
    ["Nome do projeto", "Data de início", "Orçamento"],
    ["title", "startsOn", "budget.amount"],
  ],
  [
    ["Naran projetu", "Estadu", "Orsamentu"],
    ["title", "stage", "budget.amount"],
  ],
  [
    ["1. Project Name", "Implementation Status", "Cost (USD)"],
    ["title", "stage", "budget.amount"],
  ],
])("columns are guessed by their names: %j", (headings, columns) => {
  expect(guessFor(aTable([headings, ["Anything", "", ""]])).columns).toEqual(columns);
});

test("columns without known names are guessed by what they hold", () => {
  const table = aTable([
    ["A", "B", "C", "D"],
    ["Smart pier", "Done", "30/9/2024", "2025-01-31"],
    ["Smart bus", "On-going", "1/10/2024", "2026-01-31"],
  ]);
  expect(guessFor(table).columns).toEqual(["title", "stage", "startsOn", "endsOn"]);
});
