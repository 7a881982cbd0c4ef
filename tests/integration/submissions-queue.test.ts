import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { commentOnSubmission } from "@/lib/commands/review/comment-on-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { type QueueState, queueState } from "@/lib/domain/review/queue";
import { listQueue as listQueueAt, listQueueCities } from "@/lib/queries/review/queue";
import { findSubmission } from "@/lib/queries/review/submissions";
import { type Cast, getCast } from "@/tests/support/cast";
import { aSubmission, must, typeInto } from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const listQueue = (reader: SignedIn, state: QueueState) => listQueueAt(reader, state, new Date());
const asked = (params: Record<string, unknown>): QueueState => queueState.parse(params);

/** Returns true when a submission is in this part of the queue for this reader. */
async function isListed(reader: SignedIn, part: string, submissionId: string) {
  const { submissions } = await listQueue(reader, asked({ part }));
  return submissions.some((submission) => submission.id === submissionId);
}

async function recordOf(submissionId: string) {
  const { recordId } = await database().submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { recordId: true },
  });
  return recordId;
}

describe("who may see a submission", () => {
  test("the city's staff, its representative and the secretariat; nobody else", async () => {
    const submissionId = await aSubmission(cast);
    const sees = async (reader: SignedIn) => [
      await isListed(reader, "decision", submissionId),
      (await findSubmission(reader, submissionId)) !== null,
    ];

    for (const reader of [
      cast.editorOfPhuket,
      cast.leadOfPhuket,
      cast.representativeOfThailand,
      cast.reviewer,
      cast.administrator,
    ]) {
      expect(await sees(reader), reader.name).toEqual([true, true]);
    }
    for (const reader of [
      cast.editorOfMakassar,
      cast.leadOfMakassar,
      cast.representativeOfIndonesia,
    ]) {
      expect(await sees(reader), reader.name).toEqual([false, false]);
    }
  });

  test("a missing one and an invalid id are answered like one that the reader may not see", async () => {
    expect(await findSubmission(cast.reviewer, randomUUID())).toBeNull();
    expect(await findSubmission(cast.reviewer, "1' or 1=1")).toBeNull();
  });

  test("the city's internal notes are in neither the list nor the page", async () => {
    const submissionId = await aSubmission(cast);
    const note = `for ourselves ${randomUUID()}`;
    await typeInto(cast, await recordOf(submissionId), { internalNotes: ["", note] });

    const shown = [
      await listQueue(cast.reviewer, asked({})),
      await findSubmission(cast.reviewer, submissionId),
      await findSubmission(cast.editorOfPhuket, submissionId),
    ];

    expect(JSON.stringify(shown)).not.toContain(note);
  });

  test("the filter of cities has those whose submissions the reader may see", async () => {
    await aSubmission(cast);
    const slugs = async (reader: SignedIn) =>
      (await listQueueCities(reader)).map((city) => city.slug);

    expect(await slugs(cast.reviewer)).toContain("phuket");
    expect(await slugs(cast.leadOfMakassar)).toEqual([]);
  });
});

describe("the queue", () => {
  test("has separate parts for submissions to decide, to clear, and decided", async () => {
    const [toDecide, toClear, withdrawn] = [
      await aSubmission(cast),
      await aSubmission(cast, { needsClearance: true }),
      await aSubmission(cast),
    ];
    must(await withdrawSubmission(cast.leadOfPhuket, { submissionId: withdrawn }));

    for (const [part, inIt] of [
      ["decision", toDecide],
      ["clearance", toClear],
      ["decided", withdrawn],
    ] as const) {
      const listed = [];
      for (const id of [toDecide, toClear, withdrawn]) {
        if (await isListed(cast.reviewer, part, id)) listed.push(id);
      }
      expect(listed, part).toEqual([inIt]);
    }
  });

  test("starts with submissions to clear for a representative, and with submissions to decide for a reviewer", async () => {
    await aSubmission(cast);
    await aSubmission(cast, { needsClearance: true });

    expect((await listQueue(cast.representativeOfThailand, asked({}))).part).toBe("clearance");
    expect((await listQueue(cast.reviewer, asked({}))).part).toBe("decision");
  });

  test("shows the subject of each row, the longest waiting first", async () => {
    await aSubmission(cast);
    const last = await aSubmission(cast);

    const { submissions } = await listQueue(cast.reviewer, asked({ part: "decision" }));

    const times = submissions.map((submission) => submission.submittedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(submissions.find((submission) => submission.id === last)).toMatchObject({
      title: expect.stringMatching(/^A project /u),
      city: "Phuket",
      country: "Thailand",
      submittedBy: cast.leadOfPhuket.name,
      changedFields: 4,
      change: "first_publication",
    });
  });

  test("distinguishes an update from a first publication, before and after the decision", async () => {
    const first = await aSubmission(cast);
    must(await approveSubmission(cast.reviewer, { submissionId: first }));
    const recordId = await recordOf(first);
    await typeInto(cast, recordId, { dataNote: ["", "Counted anew."] });
    const { submissionId: second } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    const changeOf = async (part: string, id: string) =>
      (await listQueue(cast.reviewer, asked({ part }))).submissions.find((row) => row.id === id)
        ?.change;

    expect(await changeOf("decided", first)).toBe("first_publication");
    expect(await changeOf("decision", second)).toBe("update");
    must(await approveSubmission(cast.reviewer, { submissionId: second }));
    expect(await changeOf("decided", second)).toBe("update");
  });

  test("is filtered by country and city", async () => {
    const submissionId = await aSubmission(cast);
    const has = async (place: object) => {
      const { submissions } = await listQueue(cast.reviewer, asked({ ...place, part: "decision" }));
      return submissions.some((submission) => submission.id === submissionId);
    };

    expect(await has({ country: "TH" })).toBe(true);
    expect(await has({ country: "TH", city: "phuket" })).toBe(true);
    expect(await has({ country: "ID" })).toBe(false);
    expect(await has({ country: "ID", city: "phuket" })).toBe(false);
  });

  test("is paged without losing or repeating a row, also with rows of the same instant", async () => {
    const recordId = await recordOf(await aSubmission(cast));
    const made = await manyWithdrawn(recordId, 60);

    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page = await listQueue(cast.leadOfPhuket, asked({ part: "decided", after }));
      expect(page.submissions.length).toBeLessThanOrEqual(25);
      seen.push(...page.submissions.map((submission) => submission.id));
      after = page.after;
    } while (after !== null);

    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(made));
  });

  test.each([
    { part: "everything" },
    { country: ["TH", "ID"] },
    { country: "Thailand" },
    { after: "yesterday" },
    { after: "2026-01-01T00:00:00.000Z_1" },
    { after: { gt: "" } },
  ])("leaves out of an address what cannot be read: %j", (params) => {
    expect(queueState.parse(params)).toEqual({});
  });
});

describe("a submission's page", () => {
  test("compares an open one with the public edition, and a decided one with the edition before it", async () => {
    const first = await aSubmission(cast);
    expect((await findSubmission(cast.reviewer, first))?.before).toBeNull();
    must(await approveSubmission(cast.reviewer, { submissionId: first }));

    const recordId = await recordOf(first);
    const asking = await changeAndSubmit(recordId, ["", "Second."]);
    must(
      await askForClarification(cast.reviewer, { submissionId: asking, reason: "Which count?" }),
    );
    const second = await changeAndSubmit(recordId, ["Second.", "Second, clearer."]);
    expect((await findSubmission(cast.reviewer, second))?.before?.number).toBe(1);
    must(await approveSubmission(cast.reviewer, { submissionId: second }));

    expect((await findSubmission(cast.reviewer, first))?.before).toBeNull();
    expect((await findSubmission(cast.reviewer, asking))?.before?.number).toBe(1);
    const decided = await findSubmission(cast.reviewer, second);
    expect(decided).toMatchObject({ before: { number: 1 }, edition: { number: 2 } });
    expect(decided?.fields).toMatchObject({ dataNote: "Second, clearer." });
  });

  test("shows the decisions and comments, with author and reason", async () => {
    const submissionId = await aSubmission(cast);
    must(await commentOnSubmission(cast.editorOfPhuket, { submissionId, text: "Numbers of May." }));
    must(await askForClarification(cast.reviewer, { submissionId, reason: "Of which year?" }));

    expect(await findSubmission(cast.leadOfPhuket, submissionId)).toMatchObject({
      state: "clarification_asked",
      comments: [{ text: "Numbers of May.", by: { name: cast.editorOfPhuket.name } }],
      decisions: [
        {
          kind: "clarification_asked",
          reason: "Of which year?",
          decidedBy: { name: cast.reviewer.name },
        },
      ],
    });
  });

  test("of two reviewers at once, one decides and the other is refused with that decision", async () => {
    const submissionId = await aSubmission(cast);

    const results = await Promise.all([
      approveSubmission(cast.reviewer, { submissionId }),
      askForClarification(cast.otherReviewer, { submissionId, reason: "Why?" }),
      approveSubmission(cast.reviewer, { submissionId }),
    ]);

    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const found = await findSubmission(cast.reviewer, submissionId);
    expect(found?.decisions).toHaveLength(1);
    for (const result of results.filter((each) => !each.ok)) {
      expect(result).toMatchObject({
        refusal: { code: "wrong_state", reason: `already_${found?.state}` },
      });
    }
  });
});

async function changeAndSubmit(recordId: string, dataNote: [string, string]) {
  await typeInto(cast, recordId, { dataNote });
  return must(await submitRecord(cast.leadOfPhuket, { recordId })).submissionId;
}

/** Adds withdrawn submissions of a record. All but ten of them were sent at the same instant. */
async function manyWithdrawn(recordId: string, count: number) {
  const like = await database().submission.findFirstOrThrow({ where: { recordId } });
  const rows = Array.from({ length: count }, (_, number) => ({
    id: randomUUID(),
    recordId,
    cityId: like.cityId,
    content: like.content as object,
    contentHash: like.contentHash,
    draftVersion: 1,
    changedFields: 1,
    needsClearance: false,
    state: "withdrawn" as const,
    submittedAt: new Date(Date.UTC(2026, 0, number < 10 ? 2 + number : 1)),
    submittedById: like.submittedById,
  }));
  await database().submission.createMany({ data: rows });
  return rows.map((row) => row.id);
}
