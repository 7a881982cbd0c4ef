import { beforeAll, expect, test } from "vitest";
import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { correctEdition } from "@/lib/commands/review/correct-edition";
import { database, inTransaction } from "@/lib/db/client";
import { addEdition } from "@/lib/db/editions";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import { emptyProject } from "@/lib/domain/record/project";
import { toProjectData } from "@/lib/open-data/shapes";
import { listChanges } from "@/lib/queries/public/changes";
import { findProjectById } from "@/lib/queries/public/project";
import { countProjects } from "@/lib/queries/public/projects";
import { type Cast, getCast } from "@/tests/support/cast";
import { aMilestone, aPublishedProject, aReadyProject, must } from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

/** Returns a project of Phuket with one edition that the tracker read from documents. */
async function aReadProject() {
  const recordId = await aReadyProject(cast);
  await addRead(recordId, "2024-09-25", {});
  return recordId;
}

/** Adds an edition that the tracker read from documents, and makes the draft the same. */
async function addRead(recordId: string, effectiveOn: string, more: object) {
  const { cityId, project, draft } = await database().record.findUniqueOrThrow({
    where: { id: recordId },
    select: { cityId: true, project: { select: { slug: true } }, draft: true },
  });
  const record = { id: recordId, kind: "project" as const, cityId, slug: project?.slug ?? "" };
  const fields = { ...emptyProject("A bus line"), ...(draft?.content as object), ...more };
  await inTransaction(async (tx) => {
    const edition = { record, fields, effectiveOn, publishedAt: new Date(), submissionId: null };
    const { hash } = await addEdition(tx, { ...edition, origin: "documents" });
    await tx.draft.update({ where: { recordId }, data: { content: fields, contentHash: hash } });
  });
}

async function originOf(recordId: string, asOf: string | null = null) {
  const project = await findProjectById(recordId, asOf);
  return project && toProjectData(project, [], "2026-11-28").origin;
}

async function countIn(q: string, origin: EditionOrigin) {
  return countProjects({ q, origin }, { asOf: null, max: 10 });
}

test("every edition of the seed was read by the tracker from documents", async () => {
  const seeded = await database().edition.findMany({
    where: { submissionId: null, correction: null, city: { slug: { not: "phuket" } } },
    select: { origin: true },
  });
  expect(seeded.length).toBeGreaterThan(300);
  expect(new Set(seeded.map(({ origin }) => origin))).toEqual(new Set(["documents"]));
});

test("the first edition that a city confirms is stated by the city, and the earlier ones stay as they were", async () => {
  const recordId = await aReadProject();
  await addRead(recordId, "2025-09-30", {
    milestones: [aMilestone({ dueOn: "2025", lastReportedOn: "2025-09-30" })],
  });
  const before = await findProjectById(recordId, null);
  expect(before && toProjectData(before, [], "2026-11-28")).toMatchObject({
    origin: "documents",
    lateReasons: ["silent"],
  });
  const { title } = before?.fields ?? emptyProject("");
  expect([await countIn(title, "documents"), await countIn(title, "city")]).toEqual([1, 0]);

  const { submissionId } = must(await confirmRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, { submissionId }));

  expect(await originOf(recordId)).toBe("city");
  expect(await originOf(recordId, "2025-10-01")).toBe("documents");
  expect([await countIn(title, "documents"), await countIn(title, "city")]).toEqual([0, 1]);
  // The city looked at all of its milestones and did not say that this one is done.
  const after = await findProjectById(recordId, null);
  expect(after && toProjectData(after, [], "2026-11-28").lateReasons).toEqual(["missed"]);
});

test("a correction keeps the origin of the edition that it corrects", async () => {
  const read = await aReadProject();
  const stated = await aPublishedProject(cast);
  for (const recordId of [read, stated]) {
    const words = { correction: "Corrected a word.", summary: "What this is about." };
    must(await correctEdition(cast.reviewer, { recordId, number: 1, ...words }));
  }
  expect([await originOf(read), await originOf(stated)]).toEqual(["documents", "city"]);
});

test("what a document tells for the first time is no change, and what it tells anew is one", async () => {
  const recordId = await aReadProject();
  const milestones = [aMilestone({ title: "Opening", dueOn: "2026" })];
  await addRead(recordId, "2025-01-01", { description: "A line of buses.", milestones });
  await addRead(recordId, "2025-09-30", { description: "A line of trams.", milestones });
  const [again, first] = (await listChanges({ asOf: null, limit: 2, recordId }))?.changes ?? [];
  expect(first).toMatchObject({
    changedFields: [],
    describedFields: ["description", "milestones"],
  });
  expect(again).toMatchObject({ changedFields: ["description"], describedFields: [] });
});
