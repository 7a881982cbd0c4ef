import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createProject } from "@/lib/commands/record/create-project";
import { applyImport } from "@/lib/commands/sheet/apply-import";
import { importSheet } from "@/lib/commands/sheet/import-sheet";
import { mapSheet } from "@/lib/commands/sheet/map-sheet";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { parseFields } from "@/lib/domain/record/record";
import { staleTranslations } from "@/lib/domain/record/translation";
import { type Cell, plainSheet, type Sheet } from "@/lib/domain/sheet/sheet";
import {
  findImportPreview,
  findSheetImport,
  parseImportAddress,
} from "@/lib/queries/sheet/imports";
import { findSheetMapping } from "@/lib/queries/sheet/mappings";
import { findPlanSheets } from "@/lib/queries/sheet/sheets";
import { readSheet } from "@/lib/sheets/read-sheet";
import { writeWorkbook } from "@/lib/sheets/workbook";
import { type Cast, getCast } from "@/tests/support/cast";
import { aMilestone } from "@/tests/support/examples";
import { aPlanOf, aReadyProject, must, typeInto } from "@/tests/support/factories";

let cast: Cast;
let planId: string;
beforeAll(async () => {
  cast = await getCast();
  planId = await aPlanOf("phuket");
});

/** Returns the current workbook of the plan. */
async function exported(): Promise<Sheet[]> {
  const found = await findPlanSheets(cast.editorOfPhuket, planId, new Date());
  if (!found) throw new Error("The editor of Phuket sees the plan of Phuket");
  return structuredClone(found.workbook());
}

/** Writes sheets into a file, reads it and imports it. Returns the id of the import. */
async function importOneSheet(
  sheets: Sheet[],
  actor: SignedIn = cast.editorOfPhuket,
): Promise<string> {
  const bytes = new Uint8Array(await new Response(writeWorkbook(sheets)).arrayBuffer());
  const read = await readSheet({ name: "plan.xlsx", bytes }, () => {});
  if ("refused" in read) throw new Error(read.refused);
  const uploaded = { planId, importId: randomUUID(), fileName: "plan.xlsx", ...read };
  return must(await importSheet(actor, uploaded)).importId;
}

async function preview(importId: string) {
  const found = await findImportPreview(cast.editorOfPhuket, importId, parseImportAddress({}));
  if (!found) throw new Error("There is a preview");
  return found;
}

const acceptAll = (importId: string, fingerprint: string, more: object = {}) => ({
  importId,
  fingerprint,
  isAll: true,
  keys: [],
  confirmsRemoval: false,
  confirmsNew: true,
  ...more,
});

function sheetNamed(sheets: Sheet[], name: string): Sheet {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`No sheet ${name} among ${sheets.map((each) => each.name).join()}`);
  return sheet;
}

function place(sheet: Sheet, label: string, id: string): { row: Cell[]; column: number } {
  const column = sheet.columns.findIndex((candidate) => candidate.label === label);
  const row = sheet.rows.find((cells) => cells.includes(id));
  if (!row || column < 0) throw new Error(`No ${label} of ${id}`);
  return { row, column };
}

function setCell(sheet: Sheet, label: string, id: string, value: Cell) {
  const { row, column } = place(sheet, label, id);
  row[column] = value;
}

async function fieldsOf(recordId: string) {
  const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
  return parseFields("project", draft.content);
}

const aStep = (title: string) => aMilestone({ title, dueOn: "2025-09-30" });

async function aProjectWithMilestones(count: number) {
  const recordId = await aReadyProject(cast);
  const milestones = Array.from({ length: count }, (_, n) => aStep(`Step ${n + 1}`));
  await typeInto(cast, recordId, { milestones: [[], milestones] });
  return { recordId, milestones };
}

test("an unchanged file changes nothing", async () => {
  await aProjectWithMilestones(2);
  const found = await preview(await importOneSheet(await exported()));
  expect(found.errors).toEqual([]);
  expect(found.rows).toEqual([]);
});

test("a translation is typed into the empty row of its text", async () => {
  const { recordId, milestones } = await aProjectWithMilestones(1);
  const of = `milestones.${milestones[0]?.id}.title`;
  const sheets = await exported();
  const sheet = sheetNamed(sheets, "Texts in local languages");
  const label = sheet.columns.findIndex((column) => column.label === "Text of");
  const column = sheet.columns.findIndex((each) => each.label === "Text");
  const own = sheet.rows.filter((row) => row.includes(recordId));
  expect(own.map((row) => row[column])).toEqual([null, null, null]);
  const row = own.find((each) => String(each[label]).endsWith("Milestone: Step 1"));
  if (!row) throw new Error("The milestone has a row");
  row[column] = "ขั้นที่หนึ่ง";

  const importId = await importOneSheet(sheets);
  const found = await preview(importId);
  expect(found.errors).toEqual([]);
  expect(found.rows).toMatchObject([{ kind: "change", recordId, isConflict: false }]);
  must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint)));
  const fields = await fieldsOf(recordId);
  expect(fields.translations).toMatchObject([{ language: "th", of, text: "ขั้นที่หนึ่ง" }]);
  expect(staleTranslations(fields)).toEqual([]);
});

test("changes are shown with old and new values, and applied like typed ones", async () => {
  const { recordId, milestones } = await aProjectWithMilestones(2);
  const [first, second] = milestones;
  const sheets = await exported();
  setCell(sheetNamed(sheets, "Projects"), "Stage", recordId, "Ongoing");
  setCell(sheetNamed(sheets, "Milestones"), "Due", first?.id ?? "", "2026-01-31");
  const importId = await importOneSheet(sheets);

  const found = await preview(importId);
  expect(
    found.rows.map(({ kind, cells }) => [kind, cells.map(({ before, after }) => [before, after])]),
  ).toEqual([
    ["change", [["Planning", "Ongoing"]]],
    ["change", [["2025-09-30", "2026-01-31"]]],
  ]);
  expect(
    must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint))),
  ).toEqual({
    records: 1,
    isRepeated: false,
  });
  const after = await fieldsOf(recordId);
  expect(after.stage).toBe("ongoing");
  expect(after.milestones).toEqual([{ ...first, dueOn: "2026-01-31" }, second]);
  const changes = await database().draftChange.findMany({
    where: { recordId, byId: cast.editorOfPhuket.personId },
  });
  expect(changes.map((change) => change.field).sort()).toEqual(["milestones", "stage"]);

  const again = await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint));
  expect(must(again)).toEqual({ records: 0, isRepeated: true });
  expect(
    await database().draftChange.count({ where: { recordId, byId: cast.editorOfPhuket.personId } }),
  ).toBe(2);
});

test("a cell that somebody else changed since the export is a conflict; the other cells are applied", async () => {
  const { recordId, milestones } = await aProjectWithMilestones(1);
  const sheets = await exported();
  const typed = [{ ...milestones[0], dueOn: "2027-01-31", note: "Typed meanwhile" }];
  await typeInto(cast, recordId, { milestones: [milestones, typed] });
  setCell(sheetNamed(sheets, "Milestones"), "Due", milestones[0]?.id ?? "", "2026-01-31");
  const importId = await importOneSheet(sheets);

  const found = await preview(importId);
  expect(found.rows).toHaveLength(1);
  expect(found.rows[0]).toMatchObject({
    isConflict: true,
    cells: [{ before: "2025-09-30", after: "2026-01-31", theirs: "2027-01-31" }],
  });
  must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint)));
  expect((await fieldsOf(recordId)).milestones).toEqual([{ ...typed[0], dueOn: "2026-01-31" }]);
});

test("only accepted changes are applied; a draft that changed since the preview needs a new preview", async () => {
  const one = await aProjectWithMilestones(1);
  const other = await aProjectWithMilestones(1);
  const sheets = await exported();
  for (const { recordId } of [one, other])
    setCell(sheetNamed(sheets, "Projects"), "Summary", recordId, "From the sheet");
  const importId = await importOneSheet(sheets);
  const found = await preview(importId);
  const key = found.rows.find((row) => row.recordId === one.recordId)?.key;
  const accepted = { isAll: false, keys: [key] };

  await typeInto(cast, one.recordId, { dataNote: ["", "Typed meanwhile"] });
  expect(
    await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint, accepted)),
  ).toEqual({
    ok: false,
    refusal: { code: "conflict" },
  });
  const { fingerprint } = await preview(importId);
  must(await applyImport(cast.editorOfPhuket, acceptAll(importId, fingerprint, accepted)));
  expect(await fieldsOf(one.recordId)).toMatchObject({
    summary: "From the sheet",
    dataNote: "Typed meanwhile",
  });
  expect((await fieldsOf(other.recordId)).summary).toBe("What it is about.");
});

test("applying a sheet reports the number of finished records", async () => {
  const sheets = await exported();
  for (let n = 0; n < 2; n += 1) {
    const title = `Told ${randomUUID()}`;
    const projects = sheetNamed(sheets, "Projects");
    projects.rows.push(projects.columns.map(({ label }) => (label === "Title" ? title : null)));
  }
  const importId = await importOneSheet(sheets);
  const { fingerprint } = await preview(importId);
  const calls: number[] = [];
  const onProgress = (progress: number) => calls.push(progress);
  must(
    await applyImport(
      cast.editorOfPhuket,
      acceptAll(importId, fingerprint),
      new Date(),
      onProgress,
    ),
  );
  expect(calls).toEqual([0, 0.5]);
});

test("rows left out are removals, and have to be confirmed", async () => {
  const { recordId, milestones } = await aProjectWithMilestones(3);
  const sheets = await exported();
  for (const sheet of sheets.filter((each) => each.name !== "_export"))
    if (sheet.columns.some((column) => column.label === "Row id")) sheet.rows = [];
  const importId = await importOneSheet(sheets);
  const found = await preview(importId);
  expect(found.removesMuch).toBe(true);
  const mine = found.rows.filter(
    (row) => row.recordId === recordId && row.layout === "project.milestones",
  );
  expect(mine.map((row) => [row.kind, row.row, row.name])).toEqual(
    milestones.map((milestone) => ["delete", null, milestone.title]),
  );
  const refused = await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint));
  expect(refused).toEqual({
    ok: false,
    refusal: { code: "invalid", fields: { confirmsRemoval: [{ key: "not_confirmed" }] } },
  });
  expect((await fieldsOf(recordId)).milestones).toHaveLength(3);
  const confirmed = { isAll: false, keys: mine.map((row) => row.key), confirmsRemoval: true };
  must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint, confirmed)));
  expect((await fieldsOf(recordId)).milestones).toEqual([]);
});

test("a new row creates a project with its milestones, and a missing project stays", async () => {
  const { recordId } = await aProjectWithMilestones(1);
  const sheets = await exported();
  const title = `From a sheet ${randomUUID()}`;
  const projects = sheetNamed(sheets, "Projects");
  projects.rows = projects.rows.filter((row) => !row.includes(recordId));
  projects.rows.push(projects.columns.map(({ label }) => (label === "Title" ? title : null)));
  const milestones = sheetNamed(sheets, "Milestones");
  milestones.rows.push(
    milestones.columns.map(({ label }) =>
      label === "Project" ? title : label === "Milestone" ? "First step" : null,
    ),
  );
  const importId = await importOneSheet(sheets);
  const found = await preview(importId);
  expect(found.missing).toHaveLength(1);
  expect(found.rows.map((row) => row.kind)).toEqual(["begin", "add"]);
  must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint)));
  const begun = found.rows[0]?.recordId ?? "";
  expect(await fieldsOf(begun)).toMatchObject({
    title,
    milestones: [{ title: "First step", weight: 1 }],
  });
});

test("a related project is shown by its title in the sheet and in the preview", async () => {
  const other = await aReadyProject(cast);
  const recordId = await aReadyProject(cast);
  const { title } = await fieldsOf(other);
  const item = { id: randomUUID(), relation: "related", project: other, title: "", note: "" };
  await typeInto(cast, recordId, { relatedProjects: [[], [item]] });
  const sheets = await exported();
  const related = sheetNamed(sheets, "Related projects");
  const { row, column } = place(related, "Related project", item.id);
  const city = (project: string) => `${project} (Phuket)`;
  expect(row[column]).toBe(city(title));
  const another = await aReadyProject(cast);
  const { title: anotherTitle } = await fieldsOf(another);
  expect(related.columns[column]?.options).toContain(city(title));

  // A project that was renamed after the export is still recognised.
  await typeInto(cast, other, { title: [title, `${title} renamed`] });
  expect((await preview(await importOneSheet(sheets))).rows).toEqual([]);
  row[column] = city(anotherTitle);
  const importId = await importOneSheet(sheets);
  const found = await preview(importId);
  expect(found.rows).toMatchObject([
    {
      kind: "change",
      name: city(`${title} renamed`),
      cells: [{ before: city(`${title} renamed`), after: city(anotherTitle) }],
    },
  ]);
  must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint)));
  expect((await fieldsOf(recordId)).relatedProjects).toEqual([{ ...item, project: another }]);

  row[column] = "Nowhere (Phuket)";
  const { errors } = await preview(await importOneSheet(sheets));
  expect(errors).toMatchObject([{ key: "unknown_related", text: "Nowhere (Phuket)" }]);
  expect(errors[0]?.at).toMatch(/^Related projects!/u);
  related.rows = related.rows.filter((each) => each !== row);
  const [removed] = (await preview(await importOneSheet(sheets))).rows;
  expect(removed).toMatchObject({ kind: "delete", name: city(`${title} renamed`) });
});

test("every unreadable cell is named, and its row is left out", async () => {
  const { recordId, milestones } = await aProjectWithMilestones(2);
  const sheets = await exported();
  const sheet = sheetNamed(sheets, "Milestones");
  const due = sheet.columns.find((column) => column.label === "Due");
  if (due) due.kind = "text";
  setCell(sheet, "Due", milestones[0]?.id ?? "", "2024-02-30");
  setCell(sheet, "Weight", milestones[1]?.id ?? "", -5);
  setCell(sheetNamed(sheets, "Projects"), "Stage", recordId, "Finished");
  const found = await preview(await importOneSheet(sheets));
  expect(found.errors.map(({ key, text }) => [key, text]).sort()).toEqual([
    ["number_low", "-5"],
    ["partial_date", "2024-02-30"],
  ]);
  for (const { at } of found.errors) expect(at).toMatch(/^(Projects|Milestones)![A-Z]+\d+$/u);
  expect(found.questions.words).toMatchObject([
    { list: "stage", word: "Finished", guess: "completed", answer: null },
  ]);
  expect(found.acceptable).toBe(0);
});

describe("a city's own sheet", () => {
  const rows = (title: string): Cell[][] => [
    ["โครงการ", "เริ่ม", "Stage now"],
    [title, "๓๐/๙/๒๕๖๘", "Ongoing"],
  ];
  const own = (title: string) => {
    const [head = [], ...body] = rows(title);
    return plainSheet(
      "แผน",
      head.map((label) => ({ label: String(label), kind: "text" as const })),
      body,
    );
  };

  async function mapped(importId: string) {
    const found = await findSheetMapping(cast.editorOfPhuket, planId, importId);
    if (!found) throw new Error("There is a mapping");
    return found.tables.map((table) => table.mapping);
  }

  async function previewMapped(importId: string) {
    must(await mapSheet(cast.editorOfPhuket, { importId, mapping: await mapped(importId) }));
    return preview(importId);
  }

  test("is asked which column is what; the answer is offered for the next one and not obeyed", async () => {
    const title = `Own ${randomUUID()}`;
    const importId = await importOneSheet([own(title)]);
    expect(await findSheetImport(cast.editorOfPhuket, planId, importId)).toMatchObject({
      isMapped: false,
    });
    expect(await mapped(importId)).toMatchObject([{ columns: ["title", "startsOn", "stage"] }]);
    const mapping = [{ layout: "project", columns: ["title", "startsOn", "stage"] }];
    must(await mapSheet(cast.editorOfPhuket, { importId, mapping }));
    const found = await preview(importId);
    expect(found.rows).toMatchObject([
      {
        kind: "begin",
        cells: [
          { after: title },
          { after: "2025-09-30", notes: ["buddhist"] },
          { after: "Ongoing" },
        ].sort(),
      },
    ]);
    must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint)));

    const again = await importOneSheet([own(title)]);
    const none = await findImportPreview(cast.editorOfPhuket, again, parseImportAddress({}));
    expect(none).toBeNull();
    const offered = await findSheetMapping(cast.editorOfPhuket, planId, again);
    expect(offered?.tables).toMatchObject([{ rememberedOn: expect.any(String) }]);
    const next = await previewMapped(again);
    expect(next.rows).toEqual([]);
    const changed = own(title);
    changed.rows[0]?.splice(2, 1, "Completed");
    const third = await previewMapped(await importOneSheet([changed]));
    expect(third.rows).toMatchObject([
      { kind: "change", cells: [{ before: "Ongoing", after: "Completed" }] },
    ]);
    expect(third.held).toBe(0);
  });
});

test("a partner is known by any name of its organisation, and stands as the sheet writes it", async () => {
  const jica = "Japan International Cooperation Agency (JICA)";
  const projectId = await aReadyProject(cast);
  const partner = { id: randomUUID(), name: jica, kind: null, role: "" };
  await typeInto(cast, projectId, { partners: [[], [partner]] });
  const { title } = await fieldsOf(projectId);
  const table = plainSheet(
    "Who helps",
    ["Project", "Who", "What"].map((label) => ({ label, kind: "text" as const })),
    [
      [title, "J.I.C.A.", "Paid for it"],
      [title, "Somebody else", "Built it"],
    ],
  );
  const importId = await importOneSheet([table]);
  const mapping = [{ layout: "project.partners", columns: ["$recordName", "name", "role"] }];
  must(await mapSheet(cast.editorOfPhuket, { importId, mapping }));
  const found = await preview(importId);
  expect(found.errors).toEqual([]);
  expect(found.rows.map(({ kind }) => kind)).toEqual(["change", "add"]);
  must(await applyImport(cast.editorOfPhuket, acceptAll(importId, found.fingerprint)));
  expect((await fieldsOf(projectId)).partners).toMatchObject([
    { id: partner.id, name: "J.I.C.A.", role: "Paid for it" },
    { name: "Somebody else", role: "Built it" },
  ]);
});

test("nobody can read a sheet of another city or import it into another plan", async () => {
  const importId = await importOneSheet(await exported());
  for (const reader of [
    cast.editorOfMakassar,
    cast.reviewer,
    cast.leadOfPhuket,
    cast.administrator,
  ])
    expect(await findImportPreview(reader, importId, parseImportAddress({}))).toBeNull();
  for (const reader of [cast.editorOfMakassar, cast.reviewer])
    expect(await findPlanSheets(reader, planId, new Date())).toBeNull();
  const other = await aPlanOf("makassar");
  const { tables } = await database().sheetImport.findUniqueOrThrow({ where: { id: importId } });
  expect(
    await importSheet(cast.editorOfMakassar, {
      planId: other,
      importId: randomUUID(),
      fileName: "x",
      tables,
    }),
  ).toEqual({ ok: false, refusal: { code: "invalid", fields: { file: [{ key: "other_plan" }] } } });
});

test("two new rows with the same title get different addresses", async () => {
  const title = `Twice ${randomUUID()}`;
  const ids = [];
  for (let n = 0; n < 2; n += 1)
    ids.push(must(await createProject(cast.editorOfPhuket, { planId, title })).projectId);
  const slugs = await database().project.findMany({
    where: { id: { in: ids } },
    select: { slug: true },
  });
  expect(new Set(slugs.map((each) => each.slug)).size).toBe(2);
});
