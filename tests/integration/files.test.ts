import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/api/v1/files/[id]/route";
import { addFile } from "@/lib/commands/record/add-file";
import { addUploadedFile } from "@/lib/commands/record/add-uploaded-file";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import type { SignedIn } from "@/lib/domain/people/actor";
import { fileLimits, toFileName } from "@/lib/domain/record/file";
import { StoredFile } from "@/lib/files/ingest";
import { dropUpload, findUpload, withCopyOf } from "@/lib/files/uploads";
import { findPublicFile } from "@/lib/queries/public/files";
import { listFiles, listFilesOf } from "@/lib/queries/record/files";
import {
  visibleFeedback,
  visibleGrants,
  visiblePeople,
  visiblePlans,
  visibleRecords,
  visibleStaffCities,
  visibleSubmissions,
} from "@/lib/queries/shared/visible";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPlanOf, aReadyProject, aSave, must, typeInto } from "@/tests/support/factories";
import { anUpload, aPdf, aPhotograph, aStoredFile } from "@/tests/support/files";

let cast: Cast;
let recordId: string;
beforeAll(async () => {
  cast = await getCast();
  recordId = await aReadyProject(cast);
});

async function noteFor(id = recordId, name = "report.pdf") {
  const { cityId } = await database().record.findUniqueOrThrow({ where: { id } });
  return { recordId: id, cityId, personId: cast.editorOfPhuket.personId, name };
}

async function aFileOf(id: string, bytes = aPdf) {
  const stored = await aStoredFile(bytes);
  const input = { recordId: id, fileId: randomUUID(), name: "report.pdf", stored };
  return must(await addFile(cast.leadOfPhuket, input));
}

function askPublic(address: string) {
  const request = new Request(`http://localhost/api/v1/files/${address}`);
  return GET(request, { params: Promise.resolve({ id: String(address.split("?")[0]) }) });
}

function evidenceOf(file: string | null) {
  return {
    id: randomUUID(),
    text: "The opening",
    source: "",
    file,
    claim: "project",
    claimOf: null,
    on: null,
    credit: "",
    alternativeText: "",
  };
}

describe("an upload that has arrived", () => {
  test("becomes a file of the project and an entry of its history, once, however often it is asked", async () => {
    const uploadId = await anUpload(await noteFor(), aPdf);
    const before = await database().draft.findUniqueOrThrow({ where: { recordId } });
    const ask = () => addUploadedFile(cast.editorOfPhuket, { recordId, uploadId });
    const atOnce = await Promise.all(Array.from({ length: 8 }, ask));
    const later = await ask();
    const facts = {
      id: uploadId,
      name: "report.pdf",
      mediaType: "application/pdf",
      bytes: aPdf.length,
    };
    for (const answer of [...atOnce, later]) expect(must(answer)).toMatchObject(facts);

    expect(await database().evidenceFile.count({ where: { id: uploadId } })).toBe(1);
    const entries = await database().timelineEntry.findMany({
      where: { recordId, kind: "evidence_added" },
    });
    expect(entries).toMatchObject([
      { detail: { file: "report.pdf" }, byId: cast.editorOfPhuket.personId },
    ]);
    expect(await findUpload(uploadId)).toBeNull();
    // The draft did not change, so nothing that somebody types now can be in conflict.
    expect(await database().draft.findUniqueOrThrow({ where: { recordId } })).toEqual(before);
  });

  test("belongs to the person who began it while somebody else finishes it", async () => {
    const uploadId = await anUpload(await noteFor(), aPdf);
    const upload = await findUpload(uploadId);
    if (!upload) throw new Error("The upload is not there.");
    const taken = withCopyOf(upload, async (path) => {
      await dropUpload(uploadId);
      return readFile(path);
    });
    expect(await taken).toEqual(aPdf);
    expect(await withCopyOf(upload, readFile)).toBeNull();
  });

  test("is refused with its problem, and removed", async () => {
    const uploadId = await anUpload(
      await noteFor(recordId, "photo.jpg"),
      Buffer.from("<svg></svg>"),
    );
    expect(await addUploadedFile(cast.editorOfPhuket, { recordId, uploadId })).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { file: [{ key: "markup" }] } },
    });
    expect(await findUpload(uploadId)).toBeNull();
  });

  test("is used only when it is complete, and only by its owner", async () => {
    const uploadId = await anUpload(await noteFor(), aPdf, 20);
    const problem = (key: string) => ({
      ok: false,
      refusal: { code: "invalid", fields: { file: [{ key }] } },
    });
    const input = { recordId, uploadId };
    expect(await addUploadedFile(cast.editorOfPhuket, input)).toEqual(problem("upload_unfinished"));
    expect(await addUploadedFile(cast.leadOfPhuket, input)).toEqual(problem("upload_gone"));
    const elsewhere = { ...input, recordId: await aReadyProject(cast) };
    expect(await addUploadedFile(cast.editorOfPhuket, elsewhere)).toEqual(problem("upload_gone"));
    expect(await addUploadedFile(cast.visitor, input)).toEqual({
      ok: false,
      refusal: { code: "signed_out" },
    });
    expect((await findUpload(uploadId))?.bytes).toBe(20);
  });
});

describe("addFile", () => {
  test("refuses an invented upload, a plan, and another record’s id", async () => {
    const input = {
      recordId,
      fileId: randomUUID(),
      name: "a.pdf",
      stored: await aStoredFile(aPdf),
    };
    const madeUp = { ...input, stored: { facts: input.stored.facts } };
    expect(await addFile(cast.leadOfPhuket, madeUp)).toMatchObject({
      ok: false,
      refusal: { code: "invalid" },
    });
    const notFound = { ok: false, refusal: { code: "not_found" } };
    const ofPlan = { ...input, recordId: await aPlanOf("phuket") };
    expect(await addFile(cast.leadOfPhuket, ofPlan)).toEqual(notFound);
    const { id: fileId } = await aFileOf(await aReadyProject(cast));
    expect(await addFile(cast.leadOfPhuket, { ...input, fileId })).toEqual(notFound);
  });

  test("takes 200 MB for a project and not more, also of two that come at once", async () => {
    const project = await aReadyProject(cast);
    const stored = (bytes: number) =>
      new StoredFile({
        sha256: "0".repeat(64),
        previewSha256: null,
        mediaType: "text/csv",
        bytes,
        width: null,
        height: null,
      });
    const add = (bytes: number) =>
      addFile(cast.leadOfPhuket, {
        recordId: project,
        fileId: randomUUID(),
        name: "a.csv",
        stored: stored(bytes),
      });
    for (let nth = 0; nth < 9; nth += 1) must(await add(fileLimits.file));
    const results = await Promise.all([add(fileLimits.file), add(fileLimits.file)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await add(1)).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { file: [{ key: "project_full" }] } },
    });
  });
});

test("an administrator, who may read all drafts, reads a draft's file", async () => {
  const project = await aReadyProject(cast);
  const { id } = await aFileOf(project);
  const ids = async (reader: SignedIn) => (await listFiles(reader, [id])).map((file) => file.id);

  expect(await ids(cast.administrator)).toEqual([id]);
  expect(await ids(cast.editorOfPhuket)).toEqual([id]);
  expect(await ids(cast.reviewer)).toEqual([]);
  expect(await ids(cast.editorOfMakassar)).toEqual([]);
});

test("the condition for all rows is part of every alternative of a query", () => {
  const { administrator } = cast;
  for (const condition of [
    visibleRecords,
    visiblePlans,
    visibleSubmissions,
    visiblePeople,
    visibleGrants,
    visibleStaffCities,
    visibleFeedback,
  ]) {
    expect(condition(administrator), condition.name).not.toEqual({});
  }
});

test("a file name is safe on every system and has the extension of its type", () => {
  expect(toFileName("../../etc/passwd", "text/csv")).toBe("passwd.csv");
  expect(toFileName("C:\\photos\\a.JPG", "image/jpeg")).toBe("a.jpg");
  expect(toFileName("report.html", "application/pdf")).toBe("report.html.pdf");
  expect(toFileName("report.pdf\u0000.html", "application/pdf")).toBe("report.pdf.html.pdf");
  expect(toFileName("exe.\u202egpj", "image/png")).toBe("exe.gpj.png");
  expect(toFileName("\u0000", "image/png")).toBe("file.png");
  expect(toFileName("รายงาน.pdf", "application/pdf")).toBe("รายงาน.pdf");
  expect([...toFileName("မ".repeat(300), "application/pdf")]).toHaveLength(124);
});

describe("an entry of evidence", () => {
  test("cannot name a file of another record, or a missing one", async () => {
    const own = await aFileOf(recordId);
    const other = await aFileOf(await aReadyProject(cast));
    const items = [own.id, other.id, randomUUID(), null].map(evidenceOf);
    const save = (value: unknown) =>
      saveDraft(cast.leadOfPhuket, aSave(recordId, [{ field: "evidence", seen: [], value }]));
    expect(await save(items)).toEqual({
      ok: false,
      refusal: {
        code: "invalid",
        fields: {
          [`evidence.${items[1]?.id}.file`]: [{ key: "file_of_other" }],
          [`evidence.${items[2]?.id}.file`]: [{ key: "file_of_other" }],
        },
      },
    });
    expect(must(await save([items[0], items[3]])).savedFields).toEqual(["evidence"]);
  });

  test("makes its file readable: in a draft for the city, submitted also for the secretariat, published for everybody", async () => {
    const project = await aReadyProject(cast);
    const named = await aFileOf(project, await aPhotograph());
    const unnamed = await aFileOf(project);
    await typeInto(cast, project, { evidence: [[], [evidenceOf(named.id)]] });
    const who = async (id: string) => {
      const people = [
        "editorOfPhuket",
        "editorOfMakassar",
        "reviewer",
        "representativeOfThailand",
        "representativeOfIndonesia",
      ] as const;
      const seen = await Promise.all(people.map((name) => listFiles(cast[name], [id])));
      return [
        ...people.filter((_, index) => seen[index]?.length === 1),
        ...((await findPublicFile(id)) ? ["visitor"] : []),
      ];
    };
    expect(await who(named.id)).toEqual(["editorOfPhuket"]);
    expect(await listFilesOf(cast.editorOfMakassar, project)).toEqual([]);
    expect(await listFilesOf(cast.editorOfPhuket, project)).toHaveLength(2);

    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId: project }));
    const sentTo = ["editorOfPhuket", "reviewer", "representativeOfThailand"];
    expect(await who(named.id)).toEqual(sentTo);
    expect(await who(unnamed.id)).toEqual(["editorOfPhuket"]);

    must(await approveSubmission(cast.reviewer, { submissionId }));
    expect(await who(named.id)).toContain("visitor");
    expect(await who(unnamed.id)).toEqual(["editorOfPhuket"]);
    expect(await findPublicFile(named.id)).toMatchObject({ width: 600, height: 900 });
    const answer = await askPublic(named.id);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": String(named.bytes),
      "content-disposition": "inline; filename=\"report.pdf.jpg\"; filename*=UTF-8''report.pdf.jpg",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "cross-origin",
    });
    expect((await answer.arrayBuffer()).byteLength).toBe(named.bytes);
    const preview = await askPublic(`${named.id}?size=preview`);
    expect(preview.headers.get("content-type")).toBe("image/webp");
    expect((await preview.arrayBuffer()).byteLength).toBeGreaterThan(0);
    expect(await listCitiesWithWrongDerivedRows()).toEqual([]);
    await database().editionFile.deleteMany({ where: { fileId: named.id } });
    expect(await listCitiesWithWrongDerivedRows()).toEqual(["phuket"]);
  });
});
