import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { answerSuggestion } from "@/lib/commands/review/answer-suggestion";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { openThread } from "@/lib/commands/review/open-thread";
import { rateEvidence } from "@/lib/commands/review/rate-evidence";
import { replyInThread } from "@/lib/commands/review/reply-in-thread";
import { resolveThread } from "@/lib/commands/review/resolve-thread";
import { writeNote } from "@/lib/commands/review/write-note";
import { database } from "@/lib/db/client";
import { listTimeline } from "@/lib/queries/history/timeline";
import { listRatings } from "@/lib/queries/public/ratings";
import { findSubmission } from "@/lib/queries/review/submissions";
import { type Cast, getCast } from "@/tests/support/cast";
import { aBudgetLine, aMilestone } from "@/tests/support/examples";
import {
  aReadyProject,
  aSave,
  aSubmission,
  aThread,
  must,
  typeInto,
} from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const invalid = (fields: object) => ({ ok: false, refusal: { code: "invalid", fields } });
const refusedBecause = (reason: string) => ({
  ok: false,
  refusal: { code: "wrong_state", reason },
});

const contentOf = async (recordId: string) =>
  (await database().draft.findUniqueOrThrow({ where: { recordId } })).content as Record<
    string,
    // biome-ignore lint/suspicious/noExplicitAny: a draft's content as it lies in the database
    any
  >;

async function aSubmissionWithMilestone() {
  const recordId = await aReadyProject(cast);
  const milestone = aMilestone();
  await typeInto(cast, recordId, { milestones: [[], [milestone]] });
  const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  return { recordId, submissionId, milestone };
}

describe("a thread", () => {
  test("is about a field or an item that the submission has", async () => {
    const { submissionId, milestone } = await aSubmissionWithMilestone();
    const ask = (place: object) =>
      openThread(cast.reviewer, { submissionId, text: "Why?", ...place });
    must(await ask({ field: "milestones", itemId: milestone.id }));
    must(await ask({ field: "summary", itemId: "" }));
    const unknown = invalid({ field: [{ key: "unknown_field" }] });
    expect(await ask({ field: "milestones", itemId: randomUUID() })).toEqual(unknown);
    expect(await ask({ field: "summary", itemId: milestone.id })).toEqual(unknown);
    expect(await ask({ field: "internalNotes" })).toEqual(unknown);
    expect(await ask({ field: "__proto__" })).toEqual(unknown);
    expect(await ask({ field: "summary", text: " " })).toEqual(
      invalid({ text: [{ key: "missing" }] }),
    );
  });

  test("stays when the record is submitted again, until it is resolved, with its whole content", async () => {
    const threadId = await aThread(cast);
    must(await replyInThread(cast.editorOfPhuket, { threadId, text: "Since May." }));
    const { recordId, submissionId } = await database().thread.findUniqueOrThrow({
      where: { id: threadId },
    });
    must(await askForClarification(cast.reviewer, { submissionId, reason: "See the summary." }));
    await typeInto(cast, recordId, { dataNote: ["", "Said since May"] });
    const again = must(await submitRecord(cast.leadOfPhuket, { recordId }));

    const found = await findSubmission(cast.otherReviewer, again.submissionId);
    expect(found?.threads).toMatchObject([
      {
        id: threadId,
        field: "summary",
        resolvedAt: null,
        comments: [{ text: "Is this still so?" }, { text: "Since May." }],
      },
    ]);
    expect(found?.comments).toEqual([]);

    must(await resolveThread(cast.reviewer, { threadId, to: "resolved" }));
    expect(await resolveThread(cast.reviewer, { threadId, to: "resolved" })).toEqual(
      refusedBecause("already_resolved"),
    );
    const after = await findSubmission(cast.leadOfPhuket, again.submissionId);
    expect(after?.threads).toMatchObject([
      { id: threadId, resolvedBy: { name: cast.reviewer.name }, comments: [{}, {}] },
    ]);
    must(await resolveThread(cast.otherReviewer, { threadId, to: "open" }));
  });

  test("is hidden from people who may not read the submission", async () => {
    const threadId = await aThread(cast);
    const { submissionId } = await database().thread.findUniqueOrThrow({ where: { id: threadId } });
    expect(await findSubmission(cast.leadOfMakassar, submissionId)).toBeNull();
    expect(await findSubmission(cast.representativeOfIndonesia, submissionId)).toBeNull();
    expect(
      (await findSubmission(cast.representativeOfThailand, submissionId))?.threads,
    ).toHaveLength(1);
  });
});

describe("a suggested value", () => {
  test("becomes part of the draft when the city accepts it, as a change by the city", async () => {
    const threadId = await aThread(cast, "  What it is really about. ");
    const { recordId } = await database().thread.findUniqueOrThrow({ where: { id: threadId } });
    must(await answerSuggestion(cast.editorOfPhuket, { threadId, answer: "accepted" }));
    expect((await contentOf(recordId))["summary"]).toBe("What it is really about.");
    expect(
      await database().draftChange.count({
        where: { recordId, field: "summary", byId: cast.editorOfPhuket.personId },
      }),
    ).toBe(1);
    expect(await answerSuggestion(cast.leadOfPhuket, { threadId, answer: "declined" })).toEqual(
      refusedBecause("already_answered"),
    );
  });

  test("for one part of an item keeps other changes in the list", async () => {
    const { recordId, submissionId, milestone } = await aSubmissionWithMilestone();
    const { threadId } = must(
      await openThread(cast.reviewer, {
        submissionId,
        field: "milestones",
        itemId: milestone.id,
        part: "dueOn",
        isSuggestion: "on",
        suggestion: "2031-05",
        text: "The plan says May.",
      }),
    );
    const other = aMilestone();
    await typeInto(cast, recordId, { milestones: [[milestone], [milestone, other]] });
    must(await answerSuggestion(cast.leadOfPhuket, { threadId, answer: "accepted" }));
    const { milestones } = await contentOf(recordId);
    expect(milestones).toHaveLength(2);
    expect(milestones[0]).toMatchObject({
      id: milestone.id,
      dueOn: "2031-05",
      title: milestone.title,
    });
  });

  test.each([
    ["amount", "1250000.50", "1250000.50"],
    ["currency", "THB", "THB"],
    ["kind", "spent", "spent"],
    ["year", "2026", 2026],
    ["funder", "", ""],
    ["perDollar", "", null],
  ])("may be the %s of one line of the budget: %j", async (part, suggestion, value) => {
    const recordId = await aReadyProject(cast);
    const line = aBudgetLine({
      funder: "The city",
      amount: "1",
      currency: "MYR",
      perDollar: "4.2",
    });
    await typeInto(cast, recordId, { budget: [[], [line]] });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    const place = { field: "budget", itemId: line.id, part };
    const asked = { submissionId, ...place, isSuggestion: "on", suggestion, text: "As agreed?" };
    const { threadId } = must(await openThread(cast.reviewer, asked));
    must(await answerSuggestion(cast.leadOfPhuket, { threadId, answer: "accepted" }));
    expect((await contentOf(recordId))["budget"][0]).toEqual({ ...line, [part]: value });
  });

  test("that names a term of the framework is checked when it is accepted", async () => {
    const recordId = await aReadyProject(cast);
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    const [area] = (await contentOf(recordId))["focusAreas"];
    const place = { field: "focusAreas", itemId: area.id, part: "focusArea" };
    const asked = { submissionId, ...place, isSuggestion: "on", text: "Which one leads?" };
    const unknown = must(await openThread(cast.reviewer, { ...asked, suggestion: "no-area" }));
    expect(
      await answerSuggestion(cast.leadOfPhuket, { threadId: unknown.threadId, answer: "accepted" }),
    ).toMatchObject({ refusal: { code: "invalid" } });
    const known = must(
      await openThread(cast.reviewer, { ...asked, suggestion: "safety-security" }),
    );
    must(
      await answerSuggestion(cast.leadOfPhuket, { threadId: known.threadId, answer: "accepted" }),
    );
    expect((await contentOf(recordId))["focusAreas"][0].focusArea).toBe("safety-security");
  });

  test("never overwrites a newer value of the city", async () => {
    const threadId = await aThread(cast, "Suggested");
    const { recordId } = await database().thread.findUniqueOrThrow({ where: { id: threadId } });
    const seen = (await contentOf(recordId))["summary"];
    must(
      await saveDraft(
        cast.editorOfPhuket,
        aSave(recordId, [{ field: "summary", seen, value: "Typed by the city" }]),
      ),
    );
    expect(await answerSuggestion(cast.leadOfPhuket, { threadId, answer: "accepted" })).toEqual(
      refusedBecause("draft_says_otherwise"),
    );
    expect((await contentOf(recordId))["summary"]).toBe("Typed by the city");
    must(await answerSuggestion(cast.leadOfPhuket, { threadId, answer: "declined" }));
  });

  test.each([
    ["startsOn", "2024-02-30", "partial_date"],
    ["summary", "What it is about.", "says_so_already"],
    ["stage", "nearly", "unknown_choice"],
    ["milestones", "x", "not_suggestible"],
  ])("of %s that cannot be is refused: %s", async (field, suggestion, key) => {
    const submissionId = await aSubmission(cast);
    const asked = { submissionId, field, isSuggestion: "on", suggestion, text: "Why?" };
    const answer = await openThread(cast.reviewer, asked);
    expect(answer).toMatchObject(invalid({ suggestion: [{ key }] }));
    expect(await database().thread.count({ where: { submissionId } })).toBe(0);
  });
});

test("notes of the secretariat are only for the secretariat, not in the timeline, and cannot be changed", async () => {
  const submissionId = await aSubmission(cast);
  must(await writeNote(cast.reviewer, { submissionId, text: "A secret of the secretariat" }));
  for (const person of [cast.reviewer, cast.otherReviewer, cast.administrator]) {
    const found = await findSubmission(person, submissionId);
    expect(found?.notes).toMatchObject([{ text: "A secret of the secretariat" }]);
  }
  for (const person of [cast.editorOfPhuket, cast.leadOfPhuket, cast.representativeOfThailand]) {
    const found = await findSubmission(person, submissionId);
    expect(found?.notes).toEqual([]);
    expect(JSON.stringify(found)).not.toContain("secret of the secretariat");
    const { entries } = await listTimeline(person, found?.recordId ?? "");
    expect(JSON.stringify(entries)).not.toContain("secret");
  }
  await expect(
    database().internalNote.updateMany({ where: { submissionId }, data: { text: "" } }),
  ).rejects.toThrow(/only ever added to/u);
});

test("evidence can be rated until the decision, and the last rating counts", async () => {
  const submissionId = await aSubmission(cast);
  const rate = (level: string) =>
    rateEvidence(cast.reviewer, {
      submissionId,
      claim: "progress",
      level,
      sentence: "Photographs.",
    });
  must(await rate("limited"));
  must(await rate("substantial"));
  expect((await findSubmission(cast.leadOfPhuket, submissionId))?.ratings).toMatchObject([
    { claim: "progress", level: "substantial" },
  ]);
  const { recordId } = await database().submission.findUniqueOrThrow({
    where: { id: submissionId },
  });
  expect(await listRatings(recordId, null)).toEqual([]);
  must(await approveSubmission(cast.otherReviewer, { submissionId }));
  expect(await listRatings(recordId, null)).toMatchObject([
    { claim: "progress", level: "substantial", edition: 1 },
  ]);
  expect(await listRatings(recordId, "2020-01-01")).toEqual([]);
  expect(await rate("complete")).toEqual(refusedBecause("already_approved"));
});
