import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { editionHash } from "@/lib/db/edition-hash";
import { projectFields } from "@/lib/domain/record/schemas";
import { findRecord } from "@/lib/queries/record/records";
import { findSubmission } from "@/lib/queries/review/submissions";
import { type Cast, getCast } from "@/tests/support/cast";
import {
  aPublishedProject,
  aReadyProject,
  aSubmission,
  must,
  typeInto,
} from "@/tests/support/factories";

const lastYear = new Date("2025-09-25T03:00:00Z");
const today = new Date("2026-09-30T03:00:00Z");

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const editionsOf = (recordId: string) =>
  database().edition.findMany({ where: { recordId }, orderBy: { number: "asc" } });

const refusedBecause = (reason: string) => ({
  ok: false,
  refusal: { code: "wrong_state", reason },
});

test("a confirmation that is approved is an edition of the same content, as of the day it was sent", async () => {
  const recordId = await aPublishedProject(cast, lastYear);
  const { submissionId } = must(await confirmRecord(cast.leadOfPhuket, { recordId }, today));
  const sent = await database().submission.findUniqueOrThrow({ where: { id: submissionId } });
  expect(sent).toMatchObject({ change: "confirmation", changedFields: 0, state: "submitted" });

  must(await approveSubmission(cast.reviewer, { submissionId }));

  const [first, second] = await editionsOf(recordId);
  expect(second).toMatchObject({
    number: 2,
    origin: "city",
    hash: first?.hash,
    content: first?.content,
    effectiveOn: new Date("2026-09-30"),
  });
  const listed = await database().timelineEntry.findMany({
    where: { submissionId },
    orderBy: { at: "asc" },
    select: { kind: true, byId: true },
  });
  expect(listed.map((entry) => entry.kind).sort()).toEqual(["confirmed", "published"]);
  const record = await findRecord(cast.leadOfPhuket, "project", recordId);
  expect(record?.reviewState).toBe("published");
});

test("a confirmation goes to the representative first where the country asks for it", async () => {
  const recordId = await aPublishedProject(cast);
  const thailand = { where: { code: "TH" } };
  await database().country.update({ ...thailand, data: { requiresClearance: true } });
  const sent = await confirmRecord(cast.leadOfPhuket, { recordId });
  await database().country.update({ ...thailand, data: { requiresClearance: false } });
  const { submissionId } = must(sent);

  expect(await approveSubmission(cast.reviewer, { submissionId })).toEqual(
    refusedBecause("not_cleared_yet"),
  );
  must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
  must(await approveSubmission(cast.reviewer, { submissionId }));
  expect(await editionsOf(recordId)).toHaveLength(2);
});

test("it changes no total, and derived rows still agree with the editions", async () => {
  const recordId = await aPublishedProject(cast, lastYear);
  const newestAggregate = async () => {
    const { fromDay: _, ...aggregate } = await database().cityAggregate.findFirstOrThrow({
      where: { city: { slug: "phuket" }, kind: "city" },
      orderBy: { fromDay: "desc" },
    });
    return aggregate;
  };
  const before = await newestAggregate();
  const sent = must(await confirmRecord(cast.leadOfPhuket, { recordId }, today));
  must(await approveSubmission(cast.reviewer, sent));
  expect(await newestAggregate()).toEqual(before);
  expect(await listCitiesWithWrongDerivedRows()).toEqual([]);
});

test("it is refused with advice: never published, in review, or changed", async () => {
  const unpublished = await aReadyProject(cast);
  expect(await confirmRecord(cast.leadOfPhuket, { recordId: unpublished })).toEqual(
    refusedBecause("never_published"),
  );

  const { recordId: inReview } = await database().submission.findUniqueOrThrow({
    where: { id: await aSubmission(cast) },
  });
  expect(await confirmRecord(cast.leadOfPhuket, { recordId: inReview })).toEqual(
    refusedBecause("already_in_review"),
  );

  const changed = await aPublishedProject(cast);
  await typeInto(cast, changed, { dataNote: ["", "Something new"] });
  expect(await confirmRecord(cast.leadOfPhuket, { recordId: changed })).toEqual(
    refusedBecause("changes_not_submitted"),
  );
  expect(
    await database().submission.count({ where: { change: "confirmation", recordId: changed } }),
  ).toBe(0);
});

test("the reviewer sees that it is a confirmation, and since when each part has not changed", async () => {
  const recordId = await aPublishedProject(cast, lastYear);
  await typeInto(cast, recordId, { dataNote: ["", "Added since"] });
  const update = must(await submitRecord(cast.leadOfPhuket, { recordId }, today));
  const found = await findSubmission(cast.reviewer, update.submissionId);
  expect(found).toMatchObject({
    change: "update",
    ages: { confirmedOn: "2025-09-25", isUnchanged: false },
  });
  expect(found?.ages?.since).toMatchObject({ summary: "2025-09-25" });
  expect(found?.ages?.since).not.toHaveProperty("dataNote");

  must(await approveSubmission(cast.reviewer, update));
  const sent = must(await confirmRecord(cast.leadOfPhuket, { recordId }));
  const confirmation = await findSubmission(cast.reviewer, sent.submissionId);
  expect(confirmation).toMatchObject({ change: "confirmation", ages: { isUnchanged: true } });
  expect(confirmation?.ages?.since).toMatchObject({
    summary: "2025-09-25",
    dataNote: "2026-09-30",
  });
  const desk = await findRecord(cast.leadOfPhuket, "project", recordId);
  expect(desk?.ages).toEqual(confirmation?.ages);
});

test("a second click is refused because the first one is in review", async () => {
  const recordId = await aPublishedProject(cast);
  const answers = await Promise.all([
    confirmRecord(cast.leadOfPhuket, { recordId }),
    confirmRecord(cast.leadOfPhuket, { recordId }),
  ]);
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers).toContainEqual(refusedBecause("already_in_review"));
});

test("what the first schema version wrote is confirmed, and its draft then counts as published", async () => {
  const recordId = await aReadyProject(cast);
  const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
  const old = asVersionOne(draft.content);
  const { record } = await database().draft.findUniqueOrThrow({
    where: { recordId },
    select: { record: { select: { cityId: true, project: { select: { slug: true } } } } },
  });
  // The hash of an edition of version 1 is computed from the bytes of version 1.
  const hash = editionHash(old as Parameters<typeof editionHash>[0]);
  await database().edition.create({
    data: {
      id: randomUUID(),
      recordId,
      cityId: record.cityId,
      kind: "project",
      slug: record.project?.slug ?? "",
      number: 1,
      content: old,
      hash,
      effectiveOn: lastYear,
      publishedAt: lastYear,
      origin: "documents",
    },
  });
  await database().draft.update({
    where: { recordId },
    data: { content: old.fields, contentHash: hash },
  });

  const sent = must(await confirmRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, sent));

  const [first, second] = await editionsOf(recordId);
  expect(second?.hash).not.toBe(first?.hash);
  const found = await findRecord(cast.leadOfPhuket, "project", recordId);
  expect(found?.reviewState).toBe("published");
});

/** Returns the content as schema version 1 stored it, without the fields that came later. */
function asVersionOne(content: unknown) {
  const later = [
    "budget",
    "responsibleOffice",
    "responsibleAddress",
    "relatedProjects",
    "locations",
  ];
  const fields = Object.entries(projectFields.parse(content)).filter(
    ([name]) => !later.includes(name),
  );
  return { schemaVersion: 1, kind: "project", fields: Object.fromEntries(fields) };
}
