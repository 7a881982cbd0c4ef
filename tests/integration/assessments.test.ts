import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { answerAssessment } from "@/lib/commands/assessment/answer-assessment";
import { correctAssessment } from "@/lib/commands/assessment/correct-assessment";
import { withdrawAssessment } from "@/lib/commands/assessment/withdraw-assessment";
import { writeAssessment } from "@/lib/commands/assessment/write-assessment";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { database } from "@/lib/db/client";
import { assessmentChecks } from "@/lib/domain/review/assessment-checks";
import {
  countWaiting,
  findPlanAssessments,
  listWaitingPlans,
} from "@/lib/queries/assessment/of-plan";
import { findAssessments } from "@/lib/queries/assessment/of-record";
import { listTimeline } from "@/lib/queries/history/timeline";
import { getOutcomeSums, listAssessments } from "@/lib/queries/public/assessments";
import { findCity } from "@/lib/queries/public/city";
import { findProjectById } from "@/lib/queries/public/project";
import { findRecord } from "@/lib/queries/record/records";
import { findSubmission } from "@/lib/queries/review/submissions";
import { anAssessment, anAssessmentForm, assessmentWords } from "@/tests/support/assessments";
import { type Cast, getCast } from "@/tests/support/cast";
import { anIndicator } from "@/tests/support/examples";
import { aPlanOf, aPublishedProject, must, typeInto } from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const environment = "sustainable-environment";
const economy = "competitive-economy";

const answer = (assessmentId: string, more: Record<string, unknown>) =>
  answerAssessment(cast.leadOfPhuket, { assessmentId, ...more });

async function publish(recordId: string) {
  const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, { submissionId }));
  return submissionId;
}

const publicOf = async (recordId: string, asOf: string | null = null) =>
  (await listAssessments({ asOf, recordIds: [recordId] })).map(({ outcome }) => outcome);

const contributionsOf = async (recordId: string) =>
  (await findRecord(cast.leadOfPhuket, "project", recordId))?.fields.contributions;

describe("a city", () => {
  test("confirms: a contribution of the draft, and with the next edition a statement", async () => {
    const { recordId, assessmentId } = await anAssessment(cast);
    const before = await getOutcomeSums(null, { city: "phuket" });
    must(await answer(assessmentId, { answer: "confirmed" }));

    expect(await contributionsOf(recordId)).toEqual([
      { id: expect.any(String), outcome: environment, how: assessmentWords.why },
    ]);
    const changes = await database().draftChange.findMany({
      where: { recordId, field: "contributions" },
    });
    expect(changes).toMatchObject([{ byId: cast.leadOfPhuket.personId, before: [] }]);
    // The public reads the assessment until the edition.
    expect(await publicOf(recordId)).toEqual([environment]);
    expect(await getOutcomeSums(null, { city: "phuket" })).toEqual(before);

    await publish(recordId);
    expect(await publicOf(recordId)).toEqual([]);
    const project = await findProjectById(recordId, null);
    expect(project?.fields.contributions).toMatchObject([{ outcome: environment }]);
    const after = await getOutcomeSums(null, { city: "phuket" });
    expect(after).toMatchObject({ stated: before.stated + 1, assessed: before.assessed - 1 });
    const { entries } = await listTimeline(cast.leadOfPhuket, recordId);
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["assessment_written", "assessment_answered", "draft_edited"]),
    );
  });

  test("refuses with a reason: gone with the next edition, kept before it and in the history", async () => {
    const recordId = await aPublishedProject(cast, new Date("2026-02-01T08:00:00Z"));
    const form = anAssessmentForm(recordId);
    const { assessmentId } = must(await writeAssessment(cast.reviewer, form));
    expect(await answer(assessmentId, { answer: "refused" })).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { reason: [{ key: "missing" }] } },
    });
    must(await answer(assessmentId, { answer: "refused", reason: "It is about tourism." }));
    expect(await contributionsOf(recordId)).toEqual([]);
    expect(await publicOf(recordId)).toEqual([environment]);

    await typeInto(cast, recordId, { summary: ["What it is about.", "About tourism."] });
    const submissionId = await publish(recordId);
    expect(await publicOf(recordId)).toEqual([]);
    expect(await publicOf(recordId, "2026-03-01")).toEqual([environment]);
    // It was known before the project was public, and is shown no earlier than that.
    expect(await publicOf(recordId, "2026-01-01")).toEqual([]);
    const kept = await findAssessments(cast.reviewer, recordId);
    expect(kept).toMatchObject({
      open: [],
      ended: [{ step: { kind: "refused", reason: "It is about tourism." } }],
    });
    const submission = await findSubmission(cast.reviewer, submissionId);
    if (!submission) throw new Error("it was submitted");
    expect(assessmentChecks(submission.fields, submission.assessments, {})).toMatchObject([
      { check: "assessment_refused", was: environment, is: "It is about tourism." },
    ]);
  });

  test("an edition that was submitted on an earlier day ends no answer", async () => {
    const recordId = await aPublishedProject(cast, new Date("2026-02-01T08:00:00Z"));
    const form = anAssessmentForm(recordId);
    const { assessmentId } = must(await writeAssessment(cast.reviewer, form));
    await typeInto(cast, recordId, { summary: ["What it is about.", "Something else."] });
    const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000);
    const sent = must(await submitRecord(cast.leadOfPhuket, { recordId }, yesterday));
    must(await answer(assessmentId, { answer: "refused", reason: "It is not." }));
    must(await approveSubmission(cast.reviewer, sent));
    expect((await findProjectById(recordId, null))?.fields.summary).toBe("Something else.");
    expect(await publicOf(recordId)).toEqual([environment]);
  });

  test("names another outcome: that one goes into the draft", async () => {
    const { recordId, assessmentId } = await anAssessment(cast);
    const other = { answer: "other_outcome", reason: "It brings work." };
    for (const outcome of ["", "no-such-outcome", environment]) {
      expect(await answer(assessmentId, { ...other, outcome })).toEqual({
        ok: false,
        refusal: { code: "invalid", fields: { outcome: [{ key: "unknown_choice" }] } },
      });
    }
    must(await answer(assessmentId, { ...other, outcome: economy }));
    expect(await contributionsOf(recordId)).toMatchObject([
      { outcome: economy, how: "It brings work." },
    ]);
    await publish(recordId);
    expect(await publicOf(recordId)).toEqual([]);
  });

  test("answers once", async () => {
    const { assessmentId } = await anAssessment(cast);
    must(await answer(assessmentId, { answer: "confirmed" }));
    const ended = { ok: false, refusal: { code: "wrong_state", reason: "assessment_ended" } };
    expect(await answer(assessmentId, { answer: "confirmed" })).toEqual(ended);
    const reason = "Misread.";
    expect(await withdrawAssessment(cast.reviewer, { assessmentId, reason })).toEqual(ended);
    const correction = { assessmentId, reason, ...assessmentWords };
    expect(await correctAssessment(cast.reviewer, correction)).toEqual(ended);
  });

  test("confirms of an indicator: its outcome", async () => {
    const recordId = await aPublishedProject(cast);
    const indicator = anIndicator({ name: "Trees" });
    await typeInto(cast, recordId, { indicators: [[], [indicator]] });
    await publish(recordId);
    const form = anAssessmentForm(recordId, { entryId: indicator.id });
    const { assessmentId } = must(await writeAssessment(cast.administrator, form));
    must(await answer(assessmentId, { answer: "confirmed" }));
    const record = await findRecord(cast.leadOfPhuket, "project", recordId);
    expect(record?.fields.indicators).toMatchObject([{ name: "Trees", outcome: environment }]);
    expect(record?.fields.contributions).toEqual([]);
    await publish(recordId);
    expect(await publicOf(recordId)).toEqual([]);
  });

  test("confirms of a target of the plan: its one outcome", async () => {
    const planId = await aPlanOf("phuket");
    const seeded = await listAssessments({ asOf: null, recordIds: [planId] });
    const first = seeded[0];
    if (!first) throw new Error("Targets of Phuket are assessed");
    const others = [economy, environment, "high-quality-of-life"];
    const outcome = others.find(
      (slug) => !seeded.some((each) => each.entryId === first.entryId && each.outcome === slug),
    );
    const form = anAssessmentForm(planId, { entryId: first.entryId, outcome });
    const second = must(await writeAssessment(cast.reviewer, form));
    must(await answer(first.id, { answer: "confirmed" }));
    expect(await answer(second.assessmentId, { answer: "confirmed" })).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "states_other_outcome" },
    });
    must(await answer(second.assessmentId, { answer: "refused", reason: "The other one." }));
    await publish(planId);
    const city = await findCity("phuket", null);
    const target = city?.plan?.fields.strategicTargets.find(({ id }) => id === first.entryId);
    expect(target?.outcome).toBe(first.outcome);
    const left = await listAssessments({ asOf: null, recordIds: [planId] });
    expect(left.filter(({ entryId }) => entryId === first.entryId)).toEqual([]);
  });

  test("reads what waits in its own plans, and nothing of another city", async () => {
    const planId = await aPlanOf("phuket");
    const { recordId, assessmentId } = await anAssessment(cast);
    const before = await countWaiting(cast.editorOfPhuket, planId);
    expect(await listWaitingPlans(cast.editorOfPhuket)).toMatchObject([{ planId, count: before }]);
    const plan = await findPlanAssessments(cast.editorOfPhuket, planId);
    expect(plan?.open.length).toBe(before);
    expect(plan?.open.find(({ id }) => id === assessmentId)).toMatchObject({
      ...{ recordId, kind: "project", outcome: environment, page: 7, knownOn: "2025-09-30" },
      ...{ summary: "What it is about.", entryName: "" },
    });
    expect(plan?.framework.outcomes.every(({ description }) => description !== "")).toBe(true);

    must(await answer(assessmentId, { answer: "confirmed" }));
    expect(await countWaiting(cast.editorOfPhuket, planId)).toBe(before - 1);
    const answered = (await findPlanAssessments(cast.editorOfPhuket, planId))?.answered;
    expect(answered?.[0]).toMatchObject({ kind: "confirmed", assessedOutcome: environment });

    expect(await findPlanAssessments(cast.editorOfMakassar, planId)).toBeNull();
    expect(await countWaiting(cast.editorOfMakassar, planId)).toBe(0);
    expect(await findPlanAssessments(cast.reviewer, planId)).toBeNull();
    expect(await findAssessments(cast.leadOfPhuket, recordId)).toBeNull();
  });
});

describe("the secretariat", () => {
  test("writes what the public reads at once, once for each outcome", async () => {
    const recordId = await aPublishedProject(cast);
    const form = anAssessmentForm(recordId);
    must(await writeAssessment(cast.reviewer, form));
    expect(await listAssessments({ asOf: null, recordIds: [recordId] })).toMatchObject([
      {
        ...{ kind: "project", entryId: null, outcome: environment, page: 7 },
        ...{ sourceTitle: "A report", confidence: "medium", citySlug: "phuket" },
      },
    ]);
    expect(await writeAssessment(cast.reviewer, form)).toEqual({
      ok: false,
      refusal: { code: "wrong_state", reason: "already_assessed" },
    });
    must(await writeAssessment(cast.reviewer, { ...form, outcome: economy, page: "" }));
    expect(await publicOf(recordId)).toEqual([economy, environment]);
  });

  test.each([
    ["entryId", { entryId: randomUUID() }, "unknown_choice"],
    ["outcome", { outcome: "no-such-outcome" }, "unknown_choice"],
    ["knownOn", { knownOn: "2199-01-01" }, "day_to_come"],
    ["knownOn", { knownOn: "2025" }, "day"],
    ["why", { why: "" }, "missing"],
    ["sourceAddress", { sourceAddress: "a page" }, "web_address"],
    ["page", { page: "seven" }, "whole_number"],
    ["confidence", { confidence: "total" }, "unknown_choice"],
  ])("is told what is wrong in %s", async (field, wrong, key) => {
    const recordId = await aPublishedProject(cast);
    expect(await writeAssessment(cast.reviewer, anAssessmentForm(recordId, wrong))).toEqual({
      ok: false,
      refusal: { code: "invalid", fields: { [field]: [{ key }] } },
    });
  });

  test("corrects: another one in its place, and both are kept", async () => {
    const { recordId, assessmentId } = await anAssessment(cast);
    const correction = { ...assessmentWords, outcome: economy, why: "Brings work" };
    const corrected = must(
      await correctAssessment(cast.reviewer, { assessmentId, reason: "Misread.", ...correction }),
    );
    expect(await publicOf(recordId)).toEqual([economy]);
    expect(await publicOf(recordId, "2026-01-01")).toEqual([]);
    const step = await database().assessmentStep.findUniqueOrThrow({ where: { assessmentId } });
    expect(step).toMatchObject({
      ...{ kind: "corrected", reason: "Misread.", correctionId: corrected.assessmentId },
      byId: cast.reviewer.personId,
    });
    expect(await database().assessment.count({ where: { recordId } })).toBe(2);
  });

  test("withdraws: gone from the public on every day, and kept", async () => {
    const recordId = await aPublishedProject(cast, new Date("2026-02-01T08:00:00Z"));
    const form = anAssessmentForm(recordId);
    const { assessmentId } = must(await writeAssessment(cast.administrator, form));
    expect(await publicOf(recordId, "2026-03-01")).toEqual([environment]);
    must(await withdrawAssessment(cast.reviewer, { assessmentId, reason: "Another project." }));
    expect(await publicOf(recordId)).toEqual([]);
    expect(await publicOf(recordId, "2026-03-01")).toEqual([]);
    expect(await findAssessments(cast.administrator, recordId)).toMatchObject({
      open: [],
      ended: [{ step: { kind: "withdrawn", reason: "Another project." } }],
    });
  });
});

test("what a city states itself is no assessment", async () => {
  const { recordId } = await anAssessment(cast);
  const stated = { id: randomUUID(), outcome: environment, how: "Trees." };
  await typeInto(cast, recordId, { contributions: [[], [stated]] });
  expect(await publicOf(recordId)).toEqual([environment]);
  await publish(recordId);
  expect(await publicOf(recordId)).toEqual([]);
  const open = (await findPlanAssessments(cast.leadOfPhuket, await aPlanOf("phuket")))?.open;
  expect(open?.some((each) => each.recordId === recordId)).toBe(false);
});
