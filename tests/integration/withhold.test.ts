import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { correctEdition } from "@/lib/commands/review/correct-edition";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { missingProjectError } from "@/lib/open-data/answer";
import { NotFoundError } from "@/lib/open-data/problem";
import { listChanges } from "@/lib/queries/public/changes";
import { findCity } from "@/lib/queries/public/city";
import { listEditions } from "@/lib/queries/public/editions";
import { findProject, findProjectById } from "@/lib/queries/public/project";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { findPublished } from "@/lib/queries/record/published";
import { namesOfProjects } from "@/lib/queries/record/related-projects";
import { type Cast, getCast } from "@/tests/support/cast";
import { aMilestone } from "@/tests/support/examples";
import { aPublishedProject, must, typeInto } from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const said = { reason: "The ministry asked us.", notice: "Not shown while it is looked into." };

async function aProject() {
  const recordId = await aPublishedProject(cast);
  const { slug } = await database().project.findUniqueOrThrow({ where: { id: recordId } });
  const { title } = await database().editionPeriod.findFirstOrThrow({ where: { recordId } });
  return { recordId, slug, title };
}

/** Returns everything that the public reads about projects, as one text. */
async function everythingPublic(slug: string, title: string) {
  const year = new Date().getFullYear();
  return JSON.stringify([
    await listPublicProjects({ city: "phuket" }, { asOf: null, limit: 100 }),
    await listPublicProjects({ city: "phuket", closing: "closed" }, { asOf: null, limit: 100 }),
    await listPublicProjects({ q: title }, { asOf: null, limit: 100 }),
    await listPublicProjects({ city: "phuket" }, { asOf: `${year + 1}-01-01`, limit: 100 }),
    await listChanges({ asOf: null, limit: 100 }),
    await findProject("phuket", slug, null),
    await findProject("phuket", slug, `${year + 1}-01-01`),
  ]);
}

describe("a withheld record", () => {
  test("is shown only at its address, with the notice, until the withholding ends", async () => {
    const { recordId, slug, title } = await aProject();
    const before = await findCity("phuket", null);
    expect(await everythingPublic(slug, title)).toContain(title);

    must(await withholdRecord(cast.reviewer, { recordId, ...said }));

    const shown = await everythingPublic(slug, title);
    expect(shown).not.toContain(title);
    expect(shown).not.toContain(said.reason);
    expect(await findProject("phuket", slug, null)).toMatchObject({
      project: null,
      withheld: { notice: said.notice },
      editions: [],
    });
    expect((await findCity("phuket", null))?.aggregate.total).toBe(
      (before?.aggregate.total ?? 0) - 1,
    );
    expect(await namesOfProjects(cast.leadOfMakassar, [recordId])).toEqual({});
    expect(await listCitiesWithWrongDerivedRows()).toEqual([]);

    must(await endWithholding(cast.otherReviewer, { recordId }));
    expect(await everythingPublic(slug, title)).toContain(title);
    expect((await findCity("phuket", null))?.aggregate).toEqual(before?.aggregate);
  });

  test("is answered by open data with its notice, and not as missing", async () => {
    const { recordId } = await aProject();
    must(await withholdRecord(cast.reviewer, { recordId, ...said }));
    for (const asOf of [null, "2999-01-01"]) {
      expect(await findProjectById(recordId, asOf)).toBeNull();
      expect(await listEditions(recordId, { asOf, cursor: null, limit: 10 })).toBeNull();
    }
    // The routes answer with these errors (lib/open-data/answer.ts).
    expect(await missingProjectError(recordId)).toMatchObject({ notice: said.notice });
    expect(await missingProjectError(randomUUID())).toBeInstanceOf(NotFoundError);
  });

  test("may be a plan's profile, and its city's page then shows the notice", async () => {
    const { id: recordId } = await database().plan.findFirstOrThrow({
      where: { city: { slug: "makassar" } },
    });
    must(await withholdRecord(cast.reviewer, { recordId, ...said }));
    expect(await findCity("makassar", null)).toMatchObject({
      plan: null,
      withheldPlan: { notice: said.notice },
    });
    must(await endWithholding(cast.reviewer, { recordId }));
    expect(await findCity("makassar", null)).toMatchObject({ withheldPlan: null });
  });

  test("is withheld once, and a second attempt is refused", async () => {
    const { recordId } = await aProject();
    const refused = (reason: string) => ({ refusal: { code: "wrong_state", reason } });
    expect(await endWithholding(cast.reviewer, { recordId })).toMatchObject(
      refused("not_withheld"),
    );
    must(await withholdRecord(cast.reviewer, { recordId, ...said }));
    expect(await withholdRecord(cast.reviewer, { recordId, ...said })).toMatchObject(
      refused("already_withheld"),
    );
  });
});

describe("a correction", () => {
  const correct = (recordId: string, number: number, more: Record<string, string>) =>
    correctEdition(cast.reviewer, { recordId, number, correction: "Corrected a name.", ...more });

  test("is a new edition of the same day with its reason, and also corrects the draft", async () => {
    const { recordId, slug } = await aProject();
    must(await correct(recordId, 1, { summary: "What it is all about." }));

    const [newest, first] = await database().edition.findMany({
      where: { recordId },
      orderBy: { number: "desc" },
    });
    expect(newest).toMatchObject({
      number: 2,
      effectiveOn: first?.effectiveOn,
      correction: "Corrected a name.",
      submissionId: null,
    });
    const found = await findProject("phuket", slug, null);
    expect(found?.project?.fields.summary).toBe("What it is all about.");
    expect(found?.editions[0]).toMatchObject({
      correction: "Corrected a name.",
      changedFields: ["summary"],
    });
    const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
    expect(draft.content).toMatchObject({ summary: "What it is all about." });
    expect(draft.contentHash).toBe(newest?.hash);
  });

  test("keeps other changes in the city's draft", async () => {
    const { recordId } = await aProject();
    await typeInto(cast, recordId, { summary: ["What it is about.", "Quite another thing."] });
    must(await correct(recordId, 1, { summary: "What it is all about." }));
    const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
    expect(draft.content).toMatchObject({ summary: "Quite another thing." });
  });

  test("includes texts within lists, and in the draft those that did not change", async () => {
    const { recordId, slug } = await aProject();
    const [first, second] = [aMilestone({ title: "Desing" }), aMilestone({ title: "Bilding" })];
    await typeInto(cast, recordId, { milestones: [[], [first, second]] });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, { submissionId }));
    const written = { ...second, title: "Building in two steps" };
    await typeInto(cast, recordId, {
      milestones: [
        [first, second],
        [first, written],
      ],
    });

    const found = await findPublished(cast.reviewer, recordId);
    expect(found?.texts).toContainEqual(
      expect.objectContaining({ name: `milestones.${second.id}.title`, text: "Bilding", place: 2 }),
    );
    must(
      await correct(recordId, 2, {
        [`milestones.${first.id}.title`]: "Design",
        [`milestones.${second.id}.title`]: "Building",
        // Fields that hold no text cannot be corrected.
        [`milestones.${first.id}.dueOn`]: "2020",
        [`milestones.${first.id}.note`]: "Anew",
      }),
    );

    const project = (await findProject("phuket", slug, null))?.project;
    expect(project?.fields.milestones).toEqual([
      { ...first, title: "Design" },
      { ...second, title: "Building" },
    ]);
    const draft = await database().draft.findUniqueOrThrow({ where: { recordId } });
    expect(draft.content).toMatchObject({
      milestones: [{ ...first, title: "Design" }, written],
    });
    expect(
      await correct(recordId, 3, { [`milestones.${first.id}.title`]: "x".repeat(301) }),
    ).toMatchObject({
      refusal: { code: "invalid", fields: { [`milestones.${first.id}.title`]: expect.anything() } },
    });
  });

  test("changes no stage and no date", async () => {
    const { recordId } = await aProject();
    expect(await correct(recordId, 1, { stage: "completed", startsOn: "2020" })).toMatchObject({
      refusal: { reason: "nothing_corrected" },
    });
  });

  test("is refused while a submission is open, and for an older edition", async () => {
    const { recordId } = await aProject();
    expect(await correct(recordId, 7, { summary: "Anew." })).toMatchObject({
      refusal: { reason: "published_meanwhile" },
    });
    await typeInto(cast, recordId, { dataNote: ["", "Counted anew."] });
    must(await submitRecord(cast.leadOfPhuket, { recordId }));
    expect(await correct(recordId, 1, { summary: "Anew." })).toMatchObject({
      refusal: { reason: "correction_in_review" },
    });
    // The page shows this before anything is typed.
    expect(await findPublished(cast.reviewer, recordId)).toMatchObject({ isInReview: true });
  });

  test("is offered only to reviewers", async () => {
    const { recordId, title } = await aProject();
    expect(await findPublished(cast.reviewer, recordId)).toMatchObject({ title, number: 1 });
    for (const reader of [cast.leadOfPhuket, cast.representativeOfThailand, cast.administrator]) {
      expect(await findPublished(reader, recordId)).toBeNull();
    }
  });
});
