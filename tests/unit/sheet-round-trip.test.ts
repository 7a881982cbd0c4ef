import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newestSchemaVersion } from "@/lib/domain/record/edition";
import type { NamedValue } from "@/lib/domain/record/fields";
import { emptyProject } from "@/lib/domain/record/project";
import { projectFields } from "@/lib/domain/record/schemas";
import {
  englishHash,
  staleTranslations,
  translationId,
  withBlanks,
  withTranslation,
} from "@/lib/domain/record/translation";
import { CellNames } from "@/lib/domain/sheet/cell-names";
import type { SheetImport } from "@/lib/domain/sheet/changes";
import { changesOf, checkImport } from "@/lib/domain/sheet/edits";
import { toProjectSheet, toWorkbook } from "@/lib/domain/sheet/export";
import { suggestMapping } from "@/lib/domain/sheet/guess";
import { readImport } from "@/lib/domain/sheet/import";
import { columnLabel, layoutName, layouts, termsOf } from "@/lib/domain/sheet/layout";
import { fileOriginOf, originMapping, sheetMapping } from "@/lib/domain/sheet/mapping";
import {
  contextWithin,
  rowSourcesOf,
  type SheetRecord,
  toCell,
  toSheets,
} from "@/lib/domain/sheet/rows";
import { columnLetters, type Sheet, toSheetName } from "@/lib/domain/sheet/sheet";
import { runAtOnce } from "@/lib/domain/sheet/steps";
import { type SheetTable, sheetTable } from "@/lib/domain/sheet/table";
import { toVocabulary } from "@/lib/domain/sheet/vocabulary";
import { writeCsv } from "@/lib/sheets/csv";
import { readTables } from "@/lib/sheets/read-tables.mjs";
import { writeWorkbook } from "@/lib/sheets/workbook";
import { words } from "@/messages/en/index";
import { anyPlan, anyProject, ids } from "@/tests/support/arbitraries";

// Each plan has hundreds of cells, so a few runs find a loss of any kind of value.
const fewRuns = { numRuns: 20 };

const planId = "10000000-0000-4000-8000-000000000000";
const term = (slug: string, name: string) => ({ slug, name, description: "" });
const terms = {
  slug: "any",
  name: "Any framework",
  outcomes: [term("one", "First outcome"), term("liveability", "Liveability")],
  focusAreas: [
    { ...term("one", "First area"), projectTypes: [term("tourism", "Tourism")] },
    { ...term("two", "Second area"), projectTypes: [term("travel", "Tourism")] },
  ],
};
// Two projects have the same name, as cities have two called "Smart lighting", and one starts like a formula.
const related = ["Twice (Phuket)", "=Related (Phuket)", "Twice (Phuket)", "ၿမိဳ႕ (Phuket)"];
const projects = related.map((name, n) => ({
  id: `00000000-0000-4000-8000-00000000000${n}`,
  name,
}));
const files = new Map([
  [
    "20000000-0000-4000-8000-000000000000",
    ["quay.jpg", "quay.jpg", "-list.csv"].map((name, n) => ({
      id: `00000000-0000-4000-8000-00000000000${n}`,
      name,
    })),
  ],
]);
const answers = {
  indicator_of: new CellNames(ids.map((id) => ({ id, name: `Indicator ${id}` }))),
  milestone_of: new CellNames(ids.map((id) => ({ id, name: `Milestone ${id}` }))),
};
const context = {
  words,
  terms,
  names: { projects: new CellNames(projects), files, answers },
  meanings: new Map<string, string>(),
};
const vocabulary = toVocabulary([], []);

/** The profile of a plan and up to four of its projects. */
const anyRecords: fc.Arbitrary<SheetRecord[]> = fc
  .tuple(anyPlan, fc.array(anyProject, { minLength: 1, maxLength: 4 }))
  .map(([plan, projects]) => [
    { id: planId, kind: "plan", fields: plan },
    ...projects.map((fields, n) => ({
      id: `20000000-0000-4000-8000-00000000000${n}`,
      kind: "project" as const,
      fields,
    })),
  ]);

const aMilestone = {
  title: "Launch",
  dueOn: null,
  doneOn: null,
  droppedReason: "",
  note: "",
  weight: 1,
};
const someEvidence = {
  text: "It opened",
  source: "",
  file: "00000000-0000-4000-8000-000000000002",
  claim: "milestone" as const,
  claimOf: "40000000-0000-4000-8000-000000000000",
  on: null,
  credit: "",
  alternativeText: "",
};

function workbookOf(records: SheetRecord[]): Sheet[] {
  const origin = {
    planId,
    exportedAt: "2026-01-31T00:00:00.000Z",
    schemaVersion: newestSchemaVersion,
  };
  const kept = records.map((record) => ({ ...record, version: 1 }));
  return toWorkbook(kept, origin, "Any plan", context);
}

async function readFile(stream: ReadableStream<Uint8Array>, name: string): Promise<SheetTable[]> {
  const bytes = Buffer.from(await new Response(stream).arrayBuffer());
  return sheetTable.array().parse(await readTables(bytes, name, () => {}));
}

function asked(
  records: SheetRecord[],
  tables: SheetTable[],
  mapping: object[],
  base = new Map<string, Record<string, unknown>>(),
): SheetImport {
  const current = structuredClone(records);
  const found = runAtOnce(
    readImport({
      tables,
      mapping: sheetMapping.parse(mapping),
      answers: { cells: {}, titles: {} },
      origin: fileOriginOf(tables),
      planId,
      current,
      base,
      otherTitles: [],
      context,
      guess: () => null,
      idFor: () => "30000000-0000-4000-8000-000000000000",
    }),
  );
  const recordOf = ({ recordId }: { recordId: string }) =>
    current.find(({ id }) => id === recordId) as SheetRecord;
  return runAtOnce(checkImport(found, recordOf, terms));
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is one");
  return value;
}

const nothing = {
  ...{ rows: [], errors: [], missing: [], removed: 0, emptied: 0 },
  questions: { words: [], columns: [], titles: [] },
};

test("an unchanged workbook changes nothing, for any plan", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, async (records) => {
      const tables = await readFile(writeWorkbook(workbookOf(records)), "plan.xlsx");
      expect(asked(records, tables, originMapping(tables))).toMatchObject(nothing);
    }),
    fewRuns,
  );
});

test("unchanged comma-separated values change nothing either, for every sheet", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, async (records) => {
      const projects = records.filter((record) => record.kind === "project");
      const [table] = await readFile(writeCsv(toProjectSheet(projects, context)), "projects.csv");
      const mapping = [suggestMapping(must(table), words, vocabulary)];
      expect(asked(records, [must(table)], mapping)).toMatchObject(nothing);
    }),
    fewRuns,
  );
  await fc.assert(
    fc.asyncProperty(anyRecords, fc.nat(layouts.length - 1), async (records, at) => {
      const layout = must(layouts[at]);
      const sheet = must(toSheets(records, context)[at]);
      const tables = await readFile(writeCsv(sheet), `${sheet.name}.csv`);
      const mapping = [{ layout: layout.key, columns: layout.columns.map(({ name }) => name) }];
      expect(asked(records, tables, mapping)).toMatchObject(nothing);
    }),
    fewRuns,
  );
});

test("one changed cell makes exactly one edit", async () => {
  await fc.assert(
    fc.asyncProperty(anyRecords, fc.nat(), fc.nat(), async (records, first, second) => {
      const places = layouts.flatMap((layout, at) =>
        rowSourcesOf(layout, records).map((of, row) => ({ layout, at, ...of, row })),
      );
      const { layout, at, record, values, row } = must(places[first % places.length]);
      const columns = layout.columns.flatMap(({ name, spec }, column) => {
        // The type of a row follows its area when both areas have a type of that name: see below.
        if (name === "focusArea" && values["projectType"]) return [];
        // A title in a local language is one line, though its column is for longer texts.
        const isLocal = layout.field === "translations" && name === "text";
        const value = isLocal ? "typed" : spec && otherValue(spec, values[name]);
        return spec && value !== null && value !== undefined ? [{ spec, column, value }] : [];
      });
      const { spec, column, value } = must(columns[second % columns.length]);
      const sheets = workbookOf(records);
      // The first sheet contains the instructions.
      must(sheets[at + 1]?.rows[row])[column] = toCell(
        spec,
        value,
        contextWithin(record, null, context),
      );

      const tables = await readFile(writeWorkbook(sheets), "plan.xlsx");
      const found = asked(records, tables, originMapping(tables));
      expect(found).toMatchObject({ missing: [], removed: 0 });
      expect(found.rows.flatMap((each) => each.cells)).toMatchObject([
        { at: `${columnLetters(column)}${row + 2}`, field: spec.name, value },
      ]);
    }),
    fewRuns,
  );
});

/** Returns a value that differs from the one of this cell, or null when there is no other. */
function otherValue(spec: NamedValue, value: unknown): unknown {
  const other = (...some: unknown[]) => some.find((each) => each !== value);
  switch (spec.kind) {
    case "line":
      return other("=SUM(A1:A9), typed", "typed");
    case "text":
    case "markdown":
      return other("typed\nin *two* lines", "typed");
    case "address":
      return other("https://three.example/?a=b&c=d", "https://four.example/");
    case "role_address":
      return other("office@city.example");
    case "date":
      return other("2031-02-03", "2031-02", "2031");
    case "year":
      return other(2031, 2032);
    case "number":
      return other(7, 8);
    case "decimal":
      return other("99.5", "123456789012345.2500");
    case "yes_no":
      return !value;
    case "choice":
      return other(...spec.options);
    case "framework":
      return spec.options === "projectTypes"
        ? null
        : other(...termsOf(terms, spec.options).map(({ slug }) => slug));
    case "project":
      return other(...projects.map(({ id }) => id));
    default:
      return null;
  }
}

test("a text in an empty row belongs to the English text beside it", async () => {
  const then = { ...emptyProject("Smart bus"), summary: "Buses for all." };
  const now = { ...then, summary: "Buses for everybody." };
  const record = { id: "20000000-0000-4000-8000-000000000000", kind: "project" as const };
  const exported = { ...record, fields: withBlanks(then, ["th"]) };
  const sheets = workbookOf([exported]);
  const at = layouts.findIndex(({ key }) => key === "project.translations");
  const rows = must(sheets[at + 1]).rows;
  const column = must(layouts[at]).columns.findIndex(({ name }) => name === "text");
  expect(rows.map((row) => row.slice(3))).toEqual([
    ["Title: Smart bus", "Thai", null],
    ["Summary: Buses for all.", "Thai", null],
  ]);
  const tables = async () => readFile(writeWorkbook(sheets), "plan.xlsx");
  const untouched = await tables();
  expect(asked([exported], untouched, originMapping(untouched))).toMatchObject(nothing);

  for (const [index, text] of ["รถโดยสารอัจฉริยะ", "รถสำหรับทุกคน"].entries())
    must(rows[index])[column] = text;
  const filled = await tables();
  // The summary was changed by somebody after the export.
  const current = { ...record, fields: withBlanks(now, ["th"]) };
  const base = new Map([[record.id, exported.fields]]);
  const found = asked([current], filled, originMapping(filled), base);
  expect(found.errors).toEqual([]);
  const [change] = changesOf(current, found.rows);
  expect(change).toMatchObject({
    field: "translations",
    seen: [],
    value: [
      { id: translationId("th", "title"), text: "รถโดยสารอัจฉริยะ" },
      { of: "summary", text: "รถสำหรับทุกคน", englishHash: englishHash("Buses for all.") },
    ],
  });
  const fields = projectFields.parse({ ...now, translations: change?.value });
  expect(staleTranslations(fields).map(({ of }) => of)).toEqual(["summary"]);
});

test("a text in a new row replaces the existing one, and an unknown text gets an error", async () => {
  const written = withTranslation([], { language: "th", of: "title", text: "รถ" }, "Smart bus");
  const record = {
    id: "20000000-0000-4000-8000-000000000000",
    kind: "project" as const,
    fields: { ...emptyProject("Smart bus"), translations: written },
  };
  const layout = must(layouts.find(({ key }) => key === "project.translations"));
  const ask = async (of: string) => {
    const csv = `Project,Language,Text of,Text\nSmart bus,Thai,${of},รถโดยสาร\n`;
    const stream = must(new Response(csv).body ?? undefined);
    const tables = await readFile(stream, "texts.csv");
    const columns = ["$recordName", "language", "of", "text"];
    return asked([record], tables, [{ layout: layout.key, columns }]);
  };
  const found = await ask("Title: Smart bus");
  expect(found.errors).toEqual([]);
  expect(changesOf(record, found.rows)).toMatchObject([
    { value: [{ id: written[0]?.id, of: "title", text: "รถโดยสาร" }] },
  ]);
  expect((await ask("Nothing: here")).errors).toMatchObject([{ key: "unknown_text_name" }]);
});

const oneId = "00000000-0000-4000-8000-000000000000";
/** A project with two milestones of the same name, and with evidence and a relation that refer to other entries. */
const naming = {
  ...emptyProject("Any"),
  milestones: [0, 1].map((n) => ({ ...aMilestone, id: `40000000-0000-4000-8000-00000000000${n}` })),
  evidence: [{ ...someEvidence, id: oneId }],
  relatedProjects: [
    { id: oneId, relation: "related" as const, project: must(projects[1]).id, title: "", note: "" },
  ],
};

describe("references in cells", () => {
  const record = { id: "20000000-0000-4000-8000-000000000000", kind: "project" as const };
  const [first, second] = naming.milestones;

  const layoutOf = (key: string) => must(layouts.find((layout) => layout.key === key));

  /** Returns the cell of a field in the only row of a sheet. */
  function cellOf(sheets: Sheet[], key: string, field: string) {
    const at = layouts.findIndex((layout) => layout.key === key);
    const column = must(layouts[at]).columns.findIndex(({ name }) => name === field);
    return { row: must(must(sheets[at + 1]).rows[0]), column };
  }

  async function ask(key: string, field: string, text: string, now: object = {}) {
    const sheets = workbookOf([{ ...record, fields: naming }]);
    const { row, column } = cellOf(sheets, key, field);
    row[column] = text;
    const tables = await readFile(writeWorkbook(sheets), "plan.xlsx");
    const records = [{ ...record, fields: { ...naming, ...now } }];
    return asked(records, tables, originMapping(tables), new Map([[record.id, naming]]));
  }

  test("are names, with the end of the id where several entries have the same name", () => {
    const sheets = workbookOf([{ ...record, fields: naming }]);
    const said = (key: string, field: string) => {
      const { row, column } = cellOf(sheets, key, field);
      return row[column];
    };
    expect(said("project.evidence", "claimOf")).toBe("Milestone: Launch [00000000]");
    expect(said("project.evidence", "file")).toBe("-list.csv");
    expect(said("project.relatedProjects", "project")).toBe("=Related (Phuket)");
  });

  test("are found by name, by name with the end of the id, and by id", async () => {
    for (const text of ["Milestone: Launch [00000001]", must(second).id])
      expect(await ask("project.evidence", "claimOf", text)).toMatchObject({
        errors: [],
        rows: [{ cells: [{ field: "claimOf", value: must(second).id }] }],
      });
    for (const text of ["ၿမိဳ႕ (Phuket)", must(projects[3]).id])
      expect(await ask("project.relatedProjects", "project", text)).toMatchObject({
        errors: [],
        rows: [{ cells: [{ field: "project", value: must(projects[3]).id }] }],
      });
  });

  test("may name an entry that the same file adds", async () => {
    const sheets = workbookOf([{ ...record, fields: naming }]);
    const milestones = cellOf(sheets, "project.milestones", "title");
    const added = milestones.row.map((cell, at) =>
      must(layoutOf("project.milestones").columns[at]).name === "$item" ? null : cell,
    );
    added[milestones.column] = "Opening";
    must(sheets[layouts.indexOf(layoutOf("project.milestones")) + 1]).rows.push(added);
    const evidence = cellOf(sheets, "project.evidence", "claimOf");
    evidence.row[evidence.column] = "Milestone: Opening";

    const tables = await readFile(writeWorkbook(sheets), "plan.xlsx");
    const found = asked([{ ...record, fields: naming }], tables, originMapping(tables));
    expect(found.errors).toEqual([]);
    const [milestone, proof] = found.rows;
    expect(milestone).toMatchObject({ kind: "add", layout: "project.milestones" });
    expect(proof?.cells).toMatchObject([{ field: "claimOf", value: milestone?.itemId }]);
  });

  test("are found by the name at the time of the export", async () => {
    const milestones = [{ ...must(first), title: "Opening" }, must(second)];
    expect(
      await ask("project.evidence", "claimOf", "Milestone: Launch [00000000]", { milestones }),
    ).toMatchObject({ errors: [], rows: [] });
  });

  test.each([
    ["project.evidence", "claimOf", "Milestone: Nowhere", "unknown_claim"],
    ["project.evidence", "file", "gone.pdf", "unknown_file"],
    ["project.relatedProjects", "project", "Nowhere (Phuket)", "unknown_related"],
    ["project.relatedProjects", "project", "Twice (Phuket)", "named_by_several"],
  ])("in %s, %s, “%s” is answered at its cell", async (key, field, text, error) => {
    const found = await ask(key, field, text);
    expect(found.rows.flatMap((row) => row.cells)).toEqual([]);
    expect(found.errors).toMatchObject([{ key: error, text }]);
    const { column } = cellOf(workbookOf([{ ...record, fields: naming }]), key, field);
    expect(found.errors[0]?.at).toMatch(new RegExp(`!${columnLetters(column)}2$`, "u"));
  });
});

test("projects are found by the titles that a file gives them, also when another has the title now", () => {
  const [one, other] = [must(projects[0]).id, must(projects[1]).id];
  const earlier = [
    { id: one, name: "Old (Phuket)" },
    { id: other, name: "Other (Phuket)" },
  ];
  const now = [
    { id: one, name: "New (Phuket)" },
    { id: other, name: "Old (Phuket)" },
  ];
  const named = new CellNames(now, earlier);
  expect(named.find("Old (Phuket)")).toEqual({ id: one });
  expect(named.find("New (Phuket)")).toEqual({ id: one });
  expect(named.find("Other (Phuket)")).toEqual({ id: other });
  expect(named.says("Old (Phuket)", other)).toBe(false);
  expect(named.toCell(one)).toBe("New (Phuket)");
});

test("a project type is one of the focus area that its row names now, where both areas have one of that name", async () => {
  const id = "00000000-0000-4000-8000-000000000000";
  const focusAreas = [{ id, focusArea: "one", projectType: "tourism", ownLabel: "" }];
  const fields = { ...emptyProject("Any"), focusAreas };
  const records = [{ id, kind: "project" as const, fields }];
  const sheets = workbookOf(records);
  const at = layouts.findIndex(({ key }) => key === "project.focusAreas");
  const row = must(sheets[at + 1]?.rows[0]);
  row[row.indexOf("First area")] = "Second area";
  const tables = await readFile(writeWorkbook(sheets), "plan.xlsx");
  const found = asked(records, tables, originMapping(tables));
  expect(found.errors).toEqual([]);
  expect(found.rows.flatMap((each) => each.cells)).toMatchObject([
    { field: "focusArea", value: "two" },
    { field: "projectType", value: "travel" },
  ]);
});

test("no two sheets and no two columns of a sheet have one name", () => {
  const names = layouts.map((layout) => layoutName(layout, words));
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(names.map(toSheetName));
  for (const layout of layouts) {
    const labels = layout.columns.map((column) => columnLabel(layout, column, words));
    expect(labels).toEqual([...new Set(labels)]);
  }
});
