import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { createProject } from "@/lib/commands/record/create-project";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { claimSubmission } from "@/lib/commands/review/claim-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { commentOnSubmission } from "@/lib/commands/review/comment-on-submission";
import { scheduleSubmission } from "@/lib/commands/review/schedule-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { database } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { readEditionContent } from "@/lib/domain/record/edition";
import { queueState } from "@/lib/domain/review/queue";
import { refusalOf } from "@/lib/domain/review/steps";
import { listQueue } from "@/lib/queries/review/queue";
import { findSubmission } from "@/lib/queries/review/submissions";
import { type Cast, getCast } from "@/tests/support/cast";
import {
  aPlanOf,
  aPublishedProject,
  aReadyProject,
  aSave,
  aSubmission,
  must,
  typeInto,
} from "@/tests/support/factories";
import { countRows } from "@/tests/support/rows";

const ownChanges = { ok: false, refusal: { code: "wrong_state", reason: "own_changes" } };
const aFocusArea = { focusArea: "civic-social", projectType: null, ownLabel: "" };

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

/** Returns the latest timeline entry of a record. */
function lastEntry(recordId: string) {
  return database().timelineEntry.findFirst({
    where: { recordId },
    orderBy: { at: "desc" },
    select: { kind: true, byId: true, detail: true, submissionId: true },
  });
}

async function draftOf(recordId: string) {
  const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
  return { ...draft, content: draft.content as Record<string, unknown> };
}

describe("createProject", () => {
  test("creates a project with a title and an address, and a timeline entry", async () => {
    const planId = await aPlanOf("phuket");
    const title = "Café at the Old Pier";

    const first = must(await createProject(cast.editorOfPhuket, { planId, title }));
    const second = must(await createProject(cast.editorOfPhuket, { planId, title }));

    const slugs = await database().project.findMany({
      where: { id: { in: [first.projectId, second.projectId] } },
      orderBy: { slug: "asc" },
      select: { slug: true },
    });
    expect(slugs.map((row) => row.slug)).toEqual([
      "cafe-at-the-old-pier",
      "cafe-at-the-old-pier-2",
    ]);
    expect((await draftOf(first.projectId)).content["title"]).toBe(title);
    expect(await lastEntry(first.projectId)).toMatchObject({
      kind: "project_created",
      byId: cast.editorOfPhuket.personId,
      detail: { title },
    });
  });

  test("gives an address to a title that Latin letters cannot write", async () => {
    const planId = await aPlanOf("phuket");
    const { projectId } = must(await createProject(cast.editorOfPhuket, { planId, title: "ภูเก็ต" }));
    const { slug } = await database().project.findUniqueOrThrow({ where: { id: projectId } });
    expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
  });

  test("refuses an empty title by field, and a plan that is not there", async () => {
    const planId = await aPlanOf("phuket");
    expect(await createProject(cast.editorOfPhuket, { planId, title: "  " })).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { title: [{ key: "missing" }] } },
    });
    expect(
      await createProject(cast.editorOfPhuket, { planId: randomUUID(), title: "A title" }),
    ).toEqual({ ok: false, refusal: { code: "not_found" } });
  });
});

describe("saveDraft", () => {
  test("saves the edits, records who changed what, and adds a timeline entry", async () => {
    const recordId = await aReadyProject(cast);
    const saved = await typeInto(cast, recordId, {
      summary: ["What it is about.", "It does more."],
    });

    expect(saved).toMatchObject({ savedFields: ["summary"], conflicts: [] });
    expect((await draftOf(recordId)).content["summary"]).toBe("It does more.");
    const [change] = await database().draftChange.findMany({
      where: { recordId, field: "summary" },
      orderBy: { at: "desc" },
    });
    expect(change).toMatchObject({
      before: "What it is about.",
      after: "It does more.",
      byId: cast.leadOfPhuket.personId,
    });
    expect(await lastEntry(recordId)).toMatchObject({
      kind: "draft_edited",
      detail: { fields: ["summary"] },
    });
  });

  test("keeps both when two people change different fields of one project", async () => {
    const recordId = await aReadyProject(cast);
    await typeInto(cast, recordId, { summary: ["What it is about.", "The lead’s summary"] });
    const changes = [{ field: "dataNote", seen: "", value: "The editor’s note" }];
    must(await saveDraft(cast.editorOfPhuket, aSave(recordId, changes)));

    expect((await draftOf(recordId)).content).toMatchObject({
      summary: "The lead’s summary",
      dataNote: "The editor’s note",
    });
  });

  test("returns both values of a conflict, and saves the other fields", async () => {
    const recordId = await aReadyProject(cast);
    await typeInto(cast, recordId, { summary: ["What it is about.", "Theirs"] });
    const changes = [
      { field: "summary", seen: "What it is about.", value: "Mine" },
      { field: "dataNote", seen: "", value: "Kept" },
    ];
    const saved = must(await saveDraft(cast.editorOfPhuket, aSave(recordId, changes)));

    expect(saved.savedFields).toEqual(["dataNote"]);
    expect(saved.conflicts).toEqual([
      expect.objectContaining({
        field: "summary",
        mine: "Mine",
        theirs: "Theirs",
        byName: cast.leadOfPhuket.name,
      }),
    ]);
    expect((await draftOf(recordId)).content).toMatchObject({
      summary: "Theirs",
      dataNote: "Kept",
    });
  });

  test("loses nothing when twenty saves of different items arrive at once", async () => {
    const recordId = await aReadyProject(cast);
    const items = Array.from({ length: 20 }, (_, number) => ({
      id: randomUUID(),
      text: `Challenge ${number}`,
    }));
    // Fewer saves run at the same time than the pool has connections.
    for (let start = 0; start < items.length; start += 5) {
      await Promise.all(
        items
          .slice(start, start + 5)
          .map((item) => typeInto(cast, recordId, { challenges: [[], [item]] })),
      );
    }
    const texts = ((await draftOf(recordId)).content["challenges"] as { text: string }[]).map(
      (item) => item.text,
    );
    expect(texts.toSorted()).toEqual(items.map((item) => item.text).toSorted());
  });

  test("refuses values that are not well-formed by field and item, and then changes no row", async () => {
    const recordId = await aReadyProject(cast);
    const milestone = {
      id: randomUUID(),
      title: "Opening",
      dueOn: "2025-13",
      doneOn: null,
      droppedReason: "",
      note: "",
      weight: 1,
    };
    const changes = [
      { field: "milestones", seen: [], value: [milestone] },
      { field: "title", seen: "x", value: "two\nlines" },
      { field: "dataNote", seen: "", value: "well-formed" },
      { field: "stage", seen: "planning", value: "done" },
      { field: "slug", seen: "a", value: "b" },
    ];
    const before = await countRows();

    const result = await saveDraft(cast.leadOfPhuket, aSave(recordId, changes));

    expect(result).toEqual({
      ok: false,
      refusal: {
        code: "invalid",
        fields: {
          [`milestones.${milestone.id}.dueOn`]: [{ key: "partial_date" }],
          title: [{ key: "one_line" }],
          stage: [{ key: "unknown_choice" }],
          slug: [{ key: "unknown_field" }],
        },
      },
    });
    expect(await countRows()).toEqual(before);
  });

  test("refuses focus areas, types and outcomes that the framework does not have", async () => {
    const recordId = await aReadyProject(cast);
    const area = {
      id: randomUUID(),
      focusArea: "industry-innovation",
      projectType: "tourism",
      ownLabel: "",
    };
    const contribution = { id: randomUUID(), outcome: "happiness", how: "somehow" };
    const changes = [
      { field: "focusAreas", seen: (await draftOf(recordId)).content["focusAreas"], value: [area] },
      { field: "contributions", seen: [], value: [contribution] },
    ];
    expect(await saveDraft(cast.leadOfPhuket, aSave(recordId, changes))).toEqual({
      ok: false,
      refusal: {
        code: "invalid",
        fields: {
          [`focusAreas.${area.id}.projectType`]: [{ key: "type_of_other_area" }],
          [`contributions.${contribution.id}.outcome`]: [{ key: "unknown_choice" }],
        },
      },
    });
  });

  test("refuses input that is not a list of changes", async () => {
    const recordId = await aReadyProject(cast);
    for (const changes of ["[]", null, [{ field: 1 }], 7, undefined]) {
      expect(await saveDraft(cast.leadOfPhuket, aSave(recordId, changes))).toMatchObject({
        ok: false,
        refusal: { code: "invalid" },
      });
    }
  });

  test("stores internal notes beside the draft and not in the submission", async () => {
    const recordId = await aReadyProject(cast);
    await typeInto(cast, recordId, { internalNotes: ["", "for us alone"] });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    const submission = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    expect((await draftOf(recordId)).internalNotes).toBe("for us alone");
    expect(JSON.stringify(submission.content)).not.toContain("for us alone");
  });

  test("writes neither a version nor history when nothing changed", async () => {
    const recordId = await aReadyProject(cast);
    const before = await countRows();
    await typeInto(cast, recordId, { summary: ["What it is about.", "What it is about."] });
    expect(await countRows()).toEqual(before);
  });
});

describe("submitRecord", () => {
  test("copies the draft, counts the differences, and adds a timeline entry", async () => {
    const recordId = await aReadyProject(cast);
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));

    const submission = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    expect(submission.content).toEqual((await draftOf(recordId)).content);
    // The four missing fields are title, summary, focus areas and stage.
    expect(submission).toMatchObject({
      state: "submitted",
      needsClearance: false,
      changedFields: 4,
    });
    expect(await lastEntry(recordId)).toMatchObject({ kind: "submitted", submissionId });
  });

  test("leaves the draft editable, and the submission as it was", async () => {
    const submissionId = await aSubmission(cast);
    const { recordId } = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    await typeInto(cast, recordId, { summary: ["What it is about.", "Typed later"] });
    const submission = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    expect(submission.content).toMatchObject({ summary: "What it is about." });
  });

  test("refuses with everything that is needed", async () => {
    const planId = await aPlanOf("phuket");
    const { projectId } = must(
      await createProject(cast.leadOfPhuket, { planId, title: "Only a title" }),
    );
    const result = await submitRecord(cast.leadOfPhuket, { recordId: projectId });
    expect(result).toMatchObject({ ok: false, refusal: { code: "not_ready" } });
    const issues = !result.ok && result.refusal.code === "not_ready" ? result.refusal.issues : [];
    expect(issues.filter((issue) => issue.weight === "needed").map((issue) => issue.field)).toEqual(
      ["summary", "focusAreas", "stage"],
    );
  });

  test("refuses a second submission while one is open, and one that changes nothing", async () => {
    const recordId = await aReadyProject(cast);
    must(await submitRecord(cast.leadOfPhuket, { recordId }));
    expect(await submitRecord(cast.leadOfPhuket, { recordId })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "already_in_review" },
    });
    const published = await aPublishedProject(cast);
    expect(await submitRecord(cast.leadOfPhuket, { recordId: published })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "nothing_changed" },
    });
  });

  test("fixes the review steps when it is sent: a later change of the country's rule does not block it", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    expect(await approveSubmission(cast.reviewer, { submissionId })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "not_cleared_yet" },
    });
    must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
    must(await approveSubmission(cast.reviewer, { submissionId }));
  });

  test("takes one of several at once", async () => {
    const recordId = await aReadyProject(cast);
    const results = await Promise.all(
      Array.from({ length: 6 }, () => submitRecord(cast.leadOfPhuket, { recordId })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe("withdrawSubmission", () => {
  test("closes the submission, adds a timeline entry, and allows the draft to be submitted again", async () => {
    const submissionId = await aSubmission(cast);
    const { recordId } = must(await withdrawSubmission(cast.leadOfPhuket, { submissionId }));
    expect(await lastEntry(recordId)).toMatchObject({ kind: "withdrawn", submissionId });
    expect(await withdrawSubmission(cast.leadOfPhuket, { submissionId })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "already_withdrawn" },
    });
    must(await submitRecord(cast.leadOfPhuket, { recordId }));
  });
});

describe("clearSubmission", () => {
  test("clears a submission once, and only when clearance is needed", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
    const { recordId, state } = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    expect(state).toBe("cleared");
    expect(await lastEntry(recordId)).toMatchObject({ kind: "cleared", submissionId });
    expect(await clearSubmission(cast.representativeOfThailand, { submissionId })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "already_cleared" },
    });
    const direct = await aSubmission(cast);
    expect(await clearSubmission(cast.representativeOfThailand, { submissionId: direct })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "no_clearance_needed" },
    });
  });
});

describe("askForClarification", () => {
  test("closes the submission with the question, and adds a timeline entry", async () => {
    const submissionId = await aSubmission(cast);
    const reason = "Which year is this figure from?";
    must(await askForClarification(cast.reviewer, { submissionId, reason }));
    const submission = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { decisions: true },
    });
    expect(submission.state).toBe("clarification_asked");
    expect(submission.decisions).toMatchObject([{ kind: "clarification_asked", reason }]);
    expect(await lastEntry(submission.recordId)).toMatchObject({
      kind: "clarification_asked",
      detail: { reason },
    });
  });

  test("needs the question", async () => {
    const submissionId = await aSubmission(cast);
    expect(await askForClarification(cast.reviewer, { submissionId, reason: " " })).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { reason: [{ key: "missing" }] } },
    });
  });
});

describe("approveSubmission", () => {
  test("publishes the next edition with a hash that anybody can compute, and adds a timeline entry", async () => {
    const recordId = await aPublishedProject(cast);
    await typeInto(cast, recordId, { stage: ["planning", "ongoing"] });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, { submissionId }));

    const editions = await database().edition.findMany({
      where: { recordId },
      orderBy: { number: "asc" },
    });
    expect(editions.map((edition) => edition.number)).toEqual([1, 2]);
    const content = readEditionContent(editions[1]?.content);
    expect(content.fields).toMatchObject({ stage: "ongoing" });
    expect(editions[1]?.hash).toBe(editionHash(content));
    expect(await lastEntry(recordId)).toMatchObject({
      kind: "published",
      submissionId,
      detail: { number: 2, bySubmitter: false },
    });
  });

  test("moves the totals of the city in the same transaction", async () => {
    const total = async () => {
      const aggregate = await database().cityAggregate.findFirst({
        where: { city: { slug: "phuket" }, kind: "city" },
        orderBy: { fromDay: "desc" },
      });
      return aggregate?.total ?? 0;
    };
    const before = await total();
    const recordId = await aPublishedProject(cast);
    expect(await total()).toBe(before + 1);

    await typeInto(cast, recordId, {
      closing: [null, "withdrawn"],
      closingReason: ["", "The site was sold."],
    });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, { submissionId }));
    expect(await total()).toBe(before);
  });

  test("decides once; the second reviewer sees what the first decided", async () => {
    const submissionId = await aSubmission(cast);
    const results = await Promise.all([
      approveSubmission(cast.reviewer, { submissionId }),
      approveSubmission(cast.reviewer, { submissionId }),
      approveSubmission(cast.otherReviewer, { submissionId }),
      askForClarification(cast.otherReviewer, { submissionId, reason: "Why?" }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const decisions = await database().decision.findMany({ where: { submissionId } });
    expect(decisions).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) {
        expect(result.refusal).toEqual({
          code: "wrong_state",
          reason: `already_${decisions[0]?.kind}`,
        });
      }
    }
  });

  test("is refused to the submitter until the country's rule is lifted; the timeline then says so", async () => {
    const both = { ...cast.leadOfPhuket };
    both.grants = [...both.grants, { role: "reviewer" }];
    const submissionId = await aSubmission({ ...cast, leadOfPhuket: both });
    expect(await approveSubmission(both, { submissionId })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "own_submission" },
    });

    const thailand = { where: { code: "TH" } };
    await database().country.update({ ...thailand, data: { submitterMayDecide: true } });
    must(await approveSubmission(both, { submissionId }));
    await database().country.update({ ...thailand, data: { submitterMayDecide: false } });
    const decision = await database().decision.findFirstOrThrow({ where: { submissionId } });
    expect(decision.bySubmitter).toBe(true);
  });

  test("is refused to everybody who edited since the last edition, and the button says why", async () => {
    const writer = { ...cast.editorOfPhuket };
    writer.grants = [...writer.grants, { role: "reviewer" }];
    const recordId = await aPublishedProject(cast);
    must(
      await saveDraft(writer, aSave(recordId, [{ field: "dataNote", seen: "", value: "Mine" }])),
    );
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));

    expect(await approveSubmission(writer, { submissionId })).toEqual(ownChanges);
    const at = { submissionId, at: "2126-01-01T09:00", timeZone: "Asia/Bangkok" };
    expect(await scheduleSubmission(writer, at)).toEqual(ownChanges);
    const shown = await findSubmission(writer, submissionId);
    expect(shown && refusalOf("approve", shown, writer)).toEqual(ownChanges.refusal);
    must(await claimSubmission(writer, { submissionId, seen: "" }));
    const mine = queueState.parse({ assigned: "me" });
    const { submissions } = await listQueue(writer, mine, new Date());
    expect(submissions.map((row) => refusalOf("approve", row, writer))).toEqual([
      ownChanges.refusal,
    ]);

    // A published edition ends the rule: they may decide on a later submission to which they wrote nothing.
    must(await approveSubmission(cast.reviewer, { submissionId }));
    await typeInto(cast, recordId, { summary: ["What it is about.", "Another summary."] });
    const next = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(writer, { submissionId: next.submissionId }));
  });

  test("is refused to the person who created the project since then", async () => {
    const beginner = { ...cast.editorOfPhuket };
    beginner.grants = [...beginner.grants, { role: "reviewer" }];
    const planId = await aPlanOf("phuket");
    const title = `A project ${randomUUID()}`;
    const { projectId } = must(await createProject(beginner, { planId, title }));
    await typeInto(cast, projectId, {
      summary: ["", "What it is about."],
      stage: ["not_stated", "planning"],
      focusAreas: [[], [{ ...aFocusArea, id: randomUUID() }]],
    });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId: projectId }));
    expect(await approveSubmission(beginner, { submissionId })).toEqual(ownChanges);
  });

  test("adds to the timeline that the country's rule allowed an editor to decide", async () => {
    const writer = { ...cast.editorOfPhuket };
    writer.grants = [...writer.grants, { role: "reviewer" }];
    const recordId = await aReadyProject(cast);
    must(
      await saveDraft(writer, aSave(recordId, [{ field: "dataNote", seen: "", value: "Mine" }])),
    );
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    const thailand = { where: { code: "TH" } };
    await database().country.update({ ...thailand, data: { submitterMayDecide: true } });
    must(await approveSubmission(writer, { submissionId }));
    await database().country.update({ ...thailand, data: { submitterMayDecide: false } });
    const decision = await database().decision.findFirstOrThrow({ where: { submissionId } });
    expect(decision.bySubmitter).toBe(true);
  });

  test("publishes a plan's profile with the same steps", async () => {
    const recordId = await aPlanOf("phuket");
    const { content } = await draftOf(recordId);
    await typeInto(cast, recordId, { vision: [content["vision"], "A vision typed anew"] });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, { submissionId }));
    const edition = await database().edition.findFirst({
      where: { recordId },
      orderBy: { number: "desc" },
    });
    expect(edition?.content).toMatchObject({ fields: { vision: "A vision typed anew" } });
  });
});

describe("commentOnSubmission", () => {
  test("stores the comment, and adds a timeline entry", async () => {
    const submissionId = await aSubmission(cast);
    must(await commentOnSubmission(cast.editorOfPhuket, { submissionId, text: "See page 3." }));
    const comments = await database().comment.findMany({ where: { submissionId } });
    expect(comments).toMatchObject([{ text: "See page 3.", byId: cast.editorOfPhuket.personId }]);
  });
});
