import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { restoreEdition } from "@/lib/commands/record/restore-edition";
import { restoreField } from "@/lib/commands/record/restore-field";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { database } from "@/lib/db/client";
import { historyState, listHistory, listHistoryPeople } from "@/lib/queries/history/history";
import { findRestore } from "@/lib/queries/history/restore";
import { type Cast, getCast } from "@/tests/support/cast";
import {
  aPublishedProject,
  aReadyProject,
  aSave,
  must,
  typeInto,
  whatIsSeen,
} from "@/tests/support/factories";
import { countRows } from "@/tests/support/rows";
import { countStatements } from "@/tests/support/statements";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const noFilters = historyState.parse({});

function historyOf(
  recordId: string,
  asked: Record<string, string> = {},
  reader = cast.leadOfPhuket,
) {
  return listHistory(reader, { id: recordId, kind: "project" }, historyState.parse(asked));
}

async function contentOf(recordId: string) {
  const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
  return { ...(draft.content as Record<string, unknown>), internalNotes: draft.internalNotes };
}

function lastChangeOf(recordId: string, field: string) {
  return database().draftChange.findFirstOrThrow({
    where: { recordId, field },
    orderBy: { at: "desc" },
  });
}

function lastEntry(recordId: string) {
  return database().timelineEntry.findFirst({
    where: { recordId },
    orderBy: { at: "desc" },
    select: { kind: true, byId: true, detail: true },
  });
}

describe("a record's history", () => {
  test("shows a field that was saved many times once, from the first value to the last", async () => {
    const recordId = await aReadyProject(cast);
    const typed = ["", "O", "On", "One", "One b", "One bridge"];
    for (const [nth, value] of typed.slice(1).entries()) {
      await typeInto(cast, recordId, { dataNote: [typed[nth], value] });
    }
    const { sessions, after } = await historyOf(recordId);

    expect(after).toBeNull();
    expect(sessions).toHaveLength(1);
    expect(sessions[0]).toMatchObject({ byName: cast.leadOfPhuket.name });
    const fold = sessions[0]?.folds.find(({ field }) => field === "dataNote");
    expect(fold).toMatchObject({ count: 5, before: "", after: "One bridge", each: null });

    const opened = await historyOf(recordId, { open: String(fold?.lastId) });
    const each = opened.sessions[0]?.folds.find(({ field }) => field === "dataNote")?.each;
    expect(each?.map(({ before, after: to }) => [before, to])).toEqual([
      ["One b", "One bridge"],
      ["One", "One b"],
      ["On", "One"],
      ["O", "On"],
      ["", "O"],
    ]);
  });

  test("is shown between other events, and a submission ends an edit session", async () => {
    const recordId = await aPublishedProject(cast);
    await typeInto(cast, recordId, { dataNote: ["", "Typed later"] });
    const { sessions, marks } = await historyOf(recordId);

    expect(sessions.map((session) => session.folds.map(({ field }) => field))).toEqual([
      ["dataNote"],
      expect.arrayContaining(["summary", "stage", "focusAreas"]),
    ]);
    expect(marks.map(({ kind }) => kind)).toEqual(["published", "submitted", "project_created"]);
    expect(marks[0]?.effectiveOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
  });

  test("is filtered by field or person, and ignores values that it cannot read", async () => {
    const recordId = await aReadyProject(cast);
    const change = [{ field: "dataNote", seen: "", value: "The editor’s" }];
    must(await saveDraft(cast.editorOfPhuket, aSave(recordId, change)));

    const ofField = await historyOf(recordId, { field: "summary" });
    expect(ofField.sessions.flatMap(({ folds }) => folds.map(({ field }) => field))).toEqual([
      "summary",
    ]);
    expect(ofField.marks).toEqual([]);
    const ofEditor = await historyOf(recordId, { by: cast.editorOfPhuket.personId });
    expect(ofEditor.sessions.map(({ byName }) => byName)).toEqual([cast.editorOfPhuket.name]);
    expect(historyState.parse({ by: "x", open: "'", after: "now_me", field: ["a"] })).toEqual({});
    const people = await listHistoryPeople(cast.leadOfPhuket, recordId);
    expect(people.map(({ id }) => id)).toEqual(
      expect.arrayContaining([cast.editorOfPhuket.personId, cast.leadOfPhuket.personId]),
    );
  });

  test("is read by whoever reads the draft, and by nobody else", async () => {
    const recordId = await aPublishedProject(cast);
    const { id: change } = await lastChangeOf(recordId, "summary");
    const values = await contentOf(recordId);
    const record = { id: recordId, kind: "project" as const, values };
    for (const reader of [cast.editorOfPhuket, cast.leadOfPhuket, cast.administrator]) {
      const { sessions } = await listHistory(reader, record, noFilters);
      expect(sessions.length, reader.name).toBeGreaterThan(0);
      expect(await findRestore(reader, record, { change, side: "before" })).not.toBeNull();
    }
    for (const reader of [
      cast.editorOfMakassar,
      cast.leadOfMakassar,
      cast.representativeOfThailand,
      cast.reviewer,
    ]) {
      const { sessions, marks } = await listHistory(reader, record, noFilters);
      expect([sessions, marks], reader.name).toEqual([[], []]);
      expect(await findRestore(reader, record, { change, side: "before" })).toBeNull();
      expect(await findRestore(reader, record, { edition: 1 })).toBeNull();
      expect(await listHistoryPeople(reader, recordId)).toEqual([]);
    }
  });
});

describe("a record with 5,000 versions", () => {
  // Returns a record with a hundred edit sessions of fifty saves, each of a text of 20,000 characters.
  async function aLongHistory() {
    const recordId = await aReadyProject(cast);
    for (let first = 0; first < 5000; first += 250) {
      await database().$executeRaw`
        insert into "DraftChange" (id, "recordId", field, before, after, at, "byId")
        select gen_random_uuid(), ${recordId}::uuid, 'description',
          to_jsonb(repeat('word ', 3990) || n), to_jsonb(repeat('word ', 3990) || n + 1),
          timestamptz '2024-01-01' + (n / 50) * interval '1 hour' + (n % 50) * interval '1 second',
          ${cast.leadOfPhuket.personId}::uuid
        from generate_series(${first}::int, ${first + 249}::int) n`;
    }
    return recordId;
  }

  test("is shown page by page: every save once, with few statements and two long texts for an edit session", async () => {
    const recordId = await aLongHistory();
    const pages: Awaited<ReturnType<typeof historyOf>>[] = [];
    let after: string | null = "";
    const began = performance.now();
    while (after !== null) {
      const asked: Record<string, string> = after === "" ? {} : { after };
      const statements = await countStatements(async () => {
        pages.push(await historyOf(recordId, { field: "description", ...asked }));
      });
      expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(4);
      after = pages.at(-1)?.after ?? null;
    }
    const milliseconds = (performance.now() - began) / pages.length;
    console.info(`A page of a history of 5,000 versions: ${milliseconds.toFixed(1)} ms`);

    const folds = pages.flatMap(({ sessions }) => sessions.flatMap((session) => session.folds));
    expect(pages.every(({ sessions }) => sessions.length <= 10)).toBe(true);
    expect(folds).toHaveLength(100);
    expect(folds.every(({ count }) => count === 50)).toBe(true);
    expect(String(folds[0]?.before).endsWith(" 4950")).toBe(true);
    expect(String(folds[0]?.after).endsWith(" 5000")).toBe(true);
    expect(JSON.stringify(pages[0]).length).toBeLessThan(10 * 2 * 20_100);
  });
});

describe("restoreField", () => {
  test("restores a field as one more change, which history and timeline show", async () => {
    const recordId = await aReadyProject(cast);
    await typeInto(cast, recordId, { summary: ["What it is about.", "Something worse."] });
    const change = await lastChangeOf(recordId, "summary");
    const before = await countRows();
    const seen = await whatIsSeen(cast, recordId, { change: change.id, side: "before" });

    const restored = must(
      await restoreField(cast.editorOfPhuket, { changeId: change.id, side: "before", seen }),
    );

    expect(restored).toEqual({ recordId, fields: ["summary"] });
    expect(await contentOf(recordId)).toMatchObject({ summary: "What it is about." });
    expect(await countRows()).toMatchObject({
      changes: before.changes + 1,
      draftVersions: Number(before.draftVersions) + 1,
      timeline: before.timeline + 1,
    });
    expect(await lastEntry(recordId)).toEqual({
      kind: "field_restored",
      byId: cast.editorOfPhuket.personId,
      detail: { field: "summary" },
    });
    const { sessions } = await historyOf(recordId);
    expect(sessions[0]?.folds).toMatchObject([
      { field: "summary", before: "Something worse.", after: "What it is about." },
    ]);
  });

  test("restores the city's own notes, and what a list was", async () => {
    const recordId = await aReadyProject(cast);
    const challenge = { id: randomUUID(), text: "The tide" };
    await typeInto(cast, recordId, { internalNotes: ["", "ours"], challenges: [[], [challenge]] });
    await typeInto(cast, recordId, { internalNotes: ["ours", ""], challenges: [[challenge], []] });
    for (const field of ["internalNotes", "challenges"]) {
      const { id: changeId } = await lastChangeOf(recordId, field);
      const seen = await whatIsSeen(cast, recordId, { change: changeId, side: "before" });
      must(await restoreField(cast.leadOfPhuket, { changeId, side: "before", seen }));
    }
    expect(await contentOf(recordId)).toMatchObject({
      internalNotes: "ours",
      challenges: [challenge],
    });
  });

  test("refuses when nothing would change, and when somebody changed the field since it was shown", async () => {
    const recordId = await aReadyProject(cast);
    const { id: changeId } = await lastChangeOf(recordId, "summary");
    const ask = { change: changeId, side: "before" } as const;
    const seen = await whatIsSeen(cast, recordId, ask);
    expect(await restoreField(cast.leadOfPhuket, { changeId, side: "after", seen })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "nothing_to_restore" },
    });
    await typeInto(cast, recordId, { summary: ["What it is about.", "A colleague’s words"] });
    const before = await countRows();
    expect(await restoreField(cast.leadOfPhuket, { changeId, side: "before", seen })).toEqual({
      ok: false,
      refusal: { code: "conflict" },
    });
    expect(await countRows()).toEqual(before);
    // Edits of other fields do not prevent a restore.
    const now = await whatIsSeen(cast, recordId, ask);
    await typeInto(cast, recordId, { dataNote: ["", "elsewhere"] });
    must(await restoreField(cast.leadOfPhuket, { changeId, side: "before", seen: now }));
  });

  test("refuses by field what current rules and terms no longer allow", async () => {
    const recordId = await aReadyProject(cast);
    const area = { id: randomUUID(), focusArea: "lost-area", projectType: null, ownLabel: "" };
    const at = new Date();
    const { personId: byId } = cast.leadOfPhuket;
    const put = async (field: string, before: object | string) => {
      const id = randomUUID();
      await database().draftChange.create({
        data: { id, recordId, field, before, after: before, at, byId },
      });
      return id;
    };
    const lost = await put("focusAreas", [area]);
    const long = await put("summary", "x".repeat(30_000));
    const before = await countRows();
    for (const [changeId, fields] of [
      [lost, { [`focusAreas.${area.id}.focusArea`]: [{ key: "unknown_choice" }] }],
      [long, { summary: [expect.objectContaining({ key: "too_long" })] }],
    ] as const) {
      const seen = await whatIsSeen(cast, recordId, { change: changeId, side: "before" });
      expect(await restoreField(cast.leadOfPhuket, { changeId, side: "before", seen })).toEqual({
        ok: false,
        refusal: { code: "invalid", fields },
      });
    }
    expect(await countRows()).toEqual(before);
  });

  test("refuses a missing change", async () => {
    const asked = { changeId: randomUUID(), side: "before", seen: "" };
    expect(await restoreField(cast.leadOfPhuket, asked)).toEqual({
      ok: false,
      refusal: { code: "not_found" },
    });
  });
});

describe("restoreEdition", () => {
  test("sets the draft to the edition's content, and keeps the city’s own notes", async () => {
    const recordId = await aPublishedProject(cast);
    await typeInto(cast, recordId, {
      summary: ["What it is about.", "Rewritten"],
      stage: ["planning", "ongoing"],
      internalNotes: ["", "ours"],
    });
    const seen = await whatIsSeen(cast, recordId, { edition: 1 });

    const restored = must(
      await restoreEdition(cast.editorOfPhuket, { recordId, number: "1", seen }),
    );

    expect(restored.fields.toSorted()).toEqual(["stage", "summary"]);
    expect(await contentOf(recordId)).toMatchObject({
      summary: "What it is about.",
      stage: "planning",
      internalNotes: "ours",
    });
    expect(await lastEntry(recordId)).toMatchObject({
      kind: "edition_restored",
      detail: { number: 1 },
    });
    expect(await database().edition.count({ where: { recordId } })).toBe(1);
  });

  test("reads an edition of the first schema version with the defaults of what was added since", async () => {
    const recordId = await aPublishedProject(cast);
    const number = 2;
    await database().$executeRaw`
      insert into "Edition" (id, "recordId", "cityId", kind, slug, number, content, hash, "effectiveOn", "publishedAt", origin)
      select gen_random_uuid(), "recordId", "cityId", kind, slug, ${number},
        jsonb_set(content, '{schemaVersion}', '1') #- '{fields,locations}' #- '{fields,budget}',
        hash, "effectiveOn", now(), origin
      from "Edition" where "recordId" = ${recordId}::uuid`;
    const place = { id: randomUUID(), label: "Old Town", latitude: 7.88, longitude: 98.39 };
    await typeInto(cast, recordId, { locations: [[], [place]] });
    const seen = await whatIsSeen(cast, recordId, { edition: number });

    must(await restoreEdition(cast.leadOfPhuket, { recordId, number, seen }));

    expect(await contentOf(recordId)).toMatchObject({ locations: [] });
  });

  test("refuses a missing edition, one that equals the draft, and an outdated view", async () => {
    const recordId = await aPublishedProject(cast);
    const seen = await whatIsSeen(cast, recordId, { edition: 1 });
    expect(await restoreEdition(cast.leadOfPhuket, { recordId, number: 1, seen })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "nothing_to_restore" },
    });
    expect(await restoreEdition(cast.leadOfPhuket, { recordId, number: 7, seen })).toEqual({
      ok: false,
      refusal: { code: "not_found" },
    });
    await typeInto(cast, recordId, { summary: ["What it is about.", "Rewritten"] });
    expect(await restoreEdition(cast.leadOfPhuket, { recordId, number: 1, seen })).toEqual({
      ok: false,
      refusal: { code: "conflict" },
    });
  });
});
