import { randomUUID } from "node:crypto";
import iconv from "iconv-lite";
import { beforeAll, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { answerImport } from "@/lib/commands/sheet/answer-import";
import { applyImport } from "@/lib/commands/sheet/apply-import";
import { importSheet } from "@/lib/commands/sheet/import-sheet";
import { mapSheet } from "@/lib/commands/sheet/map-sheet";
import { rereadSheet } from "@/lib/commands/sheet/reread-sheet";
import { database } from "@/lib/db/client";
import { parseFields } from "@/lib/domain/record/record";
import type { TableMapping } from "@/lib/domain/sheet/mapping";
import { titleKey } from "@/lib/domain/sheet/titles";
import { findImportPreview, parseImportAddress } from "@/lib/queries/sheet/imports";
import { findSheetMapping, findSheetSource, findSuggestion } from "@/lib/queries/sheet/mappings";
import { readSheet } from "@/lib/sheets/read-sheet";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPlanOf, aReadyProject, must, typeInto } from "@/tests/support/factories";

let cast: Cast;
let planId: string;
beforeAll(async () => {
  cast = await getCast();
  planId = await aPlanOf("phuket");
});

/** Brings a text file as the editor of Phuket: the id of the import. */
async function upload(csv: string): Promise<string> {
  const bytes = new TextEncoder().encode(csv);
  const read = await readSheet({ name: "own.csv", bytes }, () => {});
  if ("refused" in read) throw new Error(read.refused);
  const importId = randomUUID();
  const file = { planId, importId, fileName: "own.csv", source: bytes, ...read };
  return must(await importSheet(cast.editorOfPhuket, file)).importId;
}

async function offered(importId: string) {
  const found = await findSheetMapping(cast.editorOfPhuket, planId, importId);
  const [table] = found?.tables ?? [];
  if (!table) throw new Error("There is one table");
  return table;
}

async function map(importId: string, more: Partial<TableMapping> = {}) {
  const { mapping } = await offered(importId);
  return mapSheet(cast.editorOfPhuket, { importId, mapping: [{ ...mapping, ...more }] });
}

async function preview(importId: string) {
  const found = await findImportPreview(cast.editorOfPhuket, importId, parseImportAddress({}));
  if (!found) throw new Error("There is a preview");
  return found;
}

const answer = async (importId: string, given: object) =>
  must(await answerImport(cast.editorOfPhuket, { importId, ...given }));

const aTitle = (what: string) => `${what} ${randomUUID().replaceAll("-", " ")}`;

test("a file is mapped, asked about, mended and applied; its words and its mapping are remembered", async () => {
  const [north, south] = [aTitle("Road north"), aTitle("Bridge south")];
  const csv = [
    "Smart city plan;;;;",
    "Project name;Status;Start date;Budget;X1",
    `${north};Half ready;3/4/2025;1.500;x`,
    `${south};Half ready;soon;2.500;y`,
    "Total;;;4.000;",
  ].join("\n");
  const importId = await upload(csv);
  expect(await offered(importId)).toMatchObject({
    separator: ";",
    recognised: [{ at: 5, why: "total" }],
    mapping: {
      headingAt: 2,
      leftOut: [5],
      columns: ["title", "stage", "startsOn", "budget.amount", null],
    },
  });
  const twice = { columns: ["title", "stage", "startsOn", "budget.amount", "stage"] };
  expect(await map(importId, twice)).toEqual({
    ok: false,
    refusal: { code: "invalid", fields: { mapping: [{ key: "field_twice" }] } },
  });
  must(await map(importId));

  const first = await preview(importId);
  expect(first.questions.words).toMatchObject([{ list: "stage", word: "Half ready", count: 2 }]);
  expect(first.options["stage"]).toContainEqual({ value: "ongoing", label: "Ongoing" });
  expect(first.questions.columns.map(({ kind, column }) => [kind, column])).toEqual([
    ["dates", 2],
    ["numbers", 3],
  ]);
  expect(first.errors).toMatchObject([{ at: "own!C4", key: "partial_date" }]);
  expect(first.rows.map(({ kind, withoutCells }) => [kind, withoutCells])).toEqual([
    ["begin", 2],
    ["begin", 2],
  ]);

  await answer(importId, {
    cells: { "own!C4": "2026" },
    words: [{ list: "stage", word: "Half ready", option: "ongoing" }],
    columns: [
      { sheet: "own", column: 2, answer: "day_first" },
      { sheet: "own", column: 3, answer: "comma" },
    ],
  });
  const second = await preview(importId);
  expect(second.fingerprint).not.toBe(first.fingerprint);
  expect(second).toMatchObject({ errors: [], totals: { begin: 2, add: 2 } });
  const all = {
    ...{ importId, fingerprint: second.fingerprint, isAll: true, keys: [] },
    ...{ confirmsRemoval: false, confirmsNew: false },
  };
  expect(await applyImport(cast.editorOfPhuket, all)).toEqual({
    ok: false,
    refusal: { code: "invalid", fields: { confirmsNew: [{ key: "not_confirmed" }] } },
  });
  must(await applyImport(cast.editorOfPhuket, { ...all, confirmsNew: true }));
  const begun = second.rows[0]?.recordId ?? "";
  const draft = await database().draft.findUniqueOrThrow({ where: { recordId: begun } });
  expect(parseFields("project", draft.content)).toMatchObject({
    title: north,
    stage: "ongoing",
    startsOn: "2025-04-03",
    budget: [{ amount: "1500" }],
  });

  // Another file with the same headings, one row lower.
  const next = await upload(`Another title;;;;\n\n\n${csv.replaceAll("x", "z")}`);
  const again = await offered(next);
  expect(again).toMatchObject({ rememberedOn: expect.any(String), mapping: { headingAt: 5 } });
  expect(await findImportPreview(cast.editorOfPhuket, next, parseImportAddress({}))).toBeNull();
  must(await map(next));
  const same = await preview(next);
  expect(same.questions.words).toMatchObject([{ word: "Half ready", answer: "ongoing" }]);
  expect(same.totals).toMatchObject({ begin: 0, add: 0 });
});

test("a text whose letters can be read in several ways is not mapped until somebody chooses one", async () => {
  const bytes = new Uint8Array(iconv.encode("Title,Start\nสวน,2567", "windows-874"));
  const read = await readSheet({ name: "own.csv", bytes }, () => {});
  if ("refused" in read) throw new Error(read.refused);
  const importId = randomUUID();
  const file = { planId, importId, fileName: "own.csv", source: bytes, ...read };
  must(await importSheet(cast.editorOfPhuket, file));
  const { encodings } = await offered(importId);
  expect(encodings).toContainEqual({ name: "Windows-874", sample: "สวน" });
  expect(await map(importId)).toEqual({
    ok: false,
    refusal: { code: "invalid", fields: { mapping: [{ key: "encoding_open" }] } },
  });
  const again = await readSheet({ name: "own.csv", bytes, encoding: "Windows-874" }, () => {});
  if ("refused" in again) throw new Error(again.refused);
  must(await rereadSheet(cast.editorOfPhuket, { importId, ...again }));
  must(await map(importId));
  expect((await preview(importId)).rows).toMatchObject([
    { kind: "begin", cells: [{ after: "สวน" }, { after: "2024", notes: ["buddhist"] }] },
  ]);
});

test("a text file is read again with another separator, and its headings can be moved", async () => {
  const importId = await upload("Title;Cost, THB\nPark;5\nPier;6");
  must(await map(importId));
  const file = await findSheetSource(cast.editorOfPhuket, importId);
  if (!file) throw new Error("The file is kept");
  const read = await readSheet({ ...file, separator: "," }, () => {});
  if ("refused" in read) throw new Error(read.refused);
  must(await rereadSheet(cast.editorOfPhuket, { importId, ...read }));
  expect((await offered(importId)).headings).toEqual(["Title;Cost", "THB"]);
  expect(await findImportPreview(cast.editorOfPhuket, importId, parseImportAddress({}))).toBeNull();
  const asked = { importId, table: "0", headingAt: "2", headingRows: "1" };
  expect(await findSuggestion(cast.editorOfPhuket, asked)).toMatchObject({ headings: ["Park;5"] });
  for (const reader of [cast.editorOfMakassar, cast.leadOfPhuket, cast.reviewer]) {
    expect(await findSheetSource(reader, importId)).toBeNull();
    expect(await findSheetMapping(reader, planId, importId)).toBeNull();
    expect(await findSuggestion(reader, asked)).toBeNull();
  }
});

test("a title that a project had in an earlier edition is offered as the same project", async () => {
  const recordId = await aReadyProject(cast);
  const content = await database().draft.findUniqueOrThrow({ where: { recordId } });
  const { title } = parseFields("project", content.content);
  const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, { submissionId }));
  const renamed = aTitle("Something else");
  await typeInto(cast, recordId, { title: [title, renamed] });

  const importId = await upload(`Title;Summary\n${title};From the file`);
  must(await map(importId));
  const asked = await preview(importId);
  expect(asked.rows).toEqual([]);
  expect(asked.questions.titles).toMatchObject([
    { title, like: expect.arrayContaining([{ id: recordId, title: renamed }]) },
  ]);
  await answer(importId, { titles: { [titleKey(title)]: recordId } });
  expect((await preview(importId)).rows).toMatchObject([
    { kind: "change", recordId, cells: [{ field: "summary", after: "From the file" }] },
  ]);
});

test("a row and a column are left out of the preview, also of an exported file's", async () => {
  const [one, other] = [aTitle("Harbour light"), aTitle("Market hall")];
  const importId = await upload(`Title;Summary;End\n${one};One;never\n${other};Two;never`);
  must(await map(importId, { columns: ["title", "summary", "endsOn"] }));
  expect((await preview(importId)).errorCount).toBe(2);
  await answer(importId, {
    leaveOut: [
      { sheet: "own", row: 3, column: null },
      { sheet: "own", row: null, column: 2 },
    ],
  });
  const found = await preview(importId);
  expect(found.errors).toEqual([]);
  expect(found.rows.map(({ cells }) => cells.map(({ after }) => after))).toEqual([[one, "One"]]);
  expect((await offered(importId)).mapping).toMatchObject({
    leftOut: [3],
    columns: ["title", "summary", null],
  });
});
