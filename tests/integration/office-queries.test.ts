import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { defaultColumns, noFilters, type ProjectListState } from "@/lib/domain/table/project-list";
import { listTimeline } from "@/lib/queries/history/timeline";
import { getMyWork } from "@/lib/queries/record/my-work";
import { listOwnPlans, listPlans } from "@/lib/queries/record/plans";
import { findRecord, listEarlierTitles } from "@/lib/queries/record/records";
import { parseProjectList } from "@/lib/queries/table/project-asked";
import { listTableProjects } from "@/lib/queries/table/projects";
import { type Cast, getCast } from "@/tests/support/cast";
import { aMilestone } from "@/tests/support/examples";
import { aPlanOf, aReadyProject, aSubmission, must, typeInto } from "@/tests/support/factories";

let cast: Cast;
let phuket: string;
beforeAll(async () => {
  cast = await getCast();
  phuket = await aPlanOf("phuket");
});

const beginning: ProjectListState = {
  ...noFilters,
  sort: { by: "title", isDescending: false },
  columns: defaultColumns,
  position: null,
};

/** Returns the rows that the table of one plan shows for these filters. */
function list(asked: Partial<ProjectListState>, reader: SignedIn = cast.editorOfPhuket) {
  return listTableProjects(reader, phuket, { ...beginning, ...asked });
}

/** Returns a project of Phuket with a word in its title that no other project has. */
async function aFindableProject() {
  const id = await aReadyProject(cast);
  const word = `w${randomUUID().slice(0, 8)}`;
  await typeInto(cast, id, { summary: ["What it is about.", word] });
  return { id, word };
}

describe("a plan's drafts", () => {
  test("are for the city's staff and administrators; nobody else learns that they exist", async () => {
    const projectId = await aReadyProject(cast);
    const sees = async (reader: SignedIn) => [
      (await findRecord(reader, "plan", phuket)) !== null,
      (await findRecord(reader, "project", projectId)) !== null,
      (await list({}, reader)).total > 0,
      (await listTimeline(reader, projectId)).entries.length > 0,
      (await listPlans(reader)).some((plan) => plan.id === phuket),
    ];

    for (const reader of [cast.editorOfPhuket, cast.leadOfPhuket, cast.administrator]) {
      expect(await sees(reader), reader.name).toEqual([true, true, true, true, true]);
    }
    for (const reader of [
      cast.editorOfMakassar,
      cast.leadOfMakassar,
      cast.representativeOfThailand,
      cast.reviewer,
    ]) {
      expect(await sees(reader), reader.name).toEqual([false, false, false, false, false]);
    }
  });

  test("are found by the id of their own kind only, and by no text that is no id", async () => {
    expect(await findRecord(cast.editorOfPhuket, "project", phuket)).toBeNull();
    expect(await findRecord(cast.editorOfPhuket, "plan", randomUUID())).toBeNull();
    expect(await findRecord(cast.editorOfPhuket, "plan", "1' or 1=1")).toBeNull();
  });

  test("are a person's own by their grants, not by what they may read", async () => {
    expect(await listOwnPlans(cast.administrator)).toEqual([]);
    expect(await listOwnPlans(cast.leadOfPhuket)).toMatchObject([
      { id: phuket, cityName: "Phuket", period: "2018–2025" },
    ]);
  });
});

describe("the query of a plan's table", () => {
  const framework = {
    slug: "f",
    name: "F",
    outcomes: [{ slug: "known-outcome", name: "", description: "" }],
    focusAreas: [{ slug: "known-area", name: "", description: "", projectTypes: [] }],
  };
  const terms = { framework, cities: [{ slug: "phuket", name: "" }] };

  test("is parsed", () => {
    const asked = parseProjectList(
      {
        q: " bus ",
        stage: "ongoing",
        schedule: "late",
        focusArea: "known-area",
        outcome: "known-outcome",
        review: "changed",
        sort: "-endsOn",
        columns: "review,stage",
        city: "phuket",
        before: "abc",
      },
      terms,
    );

    expect(asked).toEqual({
      q: "bus",
      stage: "ongoing",
      schedule: "late",
      focusArea: "known-area",
      outcome: "known-outcome",
      review: "changed",
      sort: { by: "endsOn", isDescending: true },
      columns: ["title", "stage", "review"],
      city: "phuket",
      position: { side: "before", cursor: "abc" },
    });
  });

  test("is ignored when it cannot be parsed", () => {
    const asked = parseProjectList(
      {
        q: "\u0000",
        stage: "finished",
        schedule: "",
        focusArea: "another-area",
        outcome: "'; drop table",
        review: "rejected",
        sort: "-password",
        columns: "secret",
        city: "atlantis",
        after: "",
      },
      terms,
    );

    expect(asked).toEqual({ ...beginning, columns: ["title"] });
    expect(parseProjectList({}, terms)).toEqual(beginning);
    expect(parseProjectList({ sort: ["title", "stage"] }, terms)).toEqual(beginning);
  });
});

describe("a plan's table", () => {
  test("searches titles, local titles and summaries for the typed text, without wildcards", async () => {
    const { id, word } = await aFindableProject();
    await typeInto(cast, id, { localTitle: ["", `${word} ขนส่งสาธารณะ 100%`] });
    const found = async (q: string) => (await list({ q })).rows.map((row) => row.id);

    expect(await found(word.toUpperCase())).toEqual([id]);
    expect(await found(`${word} สาธารณะ`)).toEqual([id]);
    expect(await found(`${word} 100%`)).toEqual([id]);
    expect(await found(`${word} 1_0`)).toEqual([]);
    expect(await found(`${word} \\`)).toEqual([]);
  });

  test("filters by the value of each column", async () => {
    const { id, word } = await aFindableProject();
    await typeInto(cast, id, {
      schedule: [null, "late"],
      contributions: [
        [],
        [{ id: randomUUID(), outcome: "high-quality-of-life", how: "It helps." }],
      ],
    });
    const isFound = async (asked: Partial<ProjectListState>) =>
      (await list({ q: word, ...asked })).total === 1;

    expect(await isFound({ stage: "planning" })).toBe(true);
    expect(await isFound({ stage: "ongoing" })).toBe(false);
    expect(await isFound({ schedule: "late" })).toBe(true);
    expect(await isFound({ schedule: "on_time" })).toBe(false);
    expect(await isFound({ focusArea: "civic-social" })).toBe(true);
    expect(await isFound({ focusArea: "built-infrastructure" })).toBe(false);
    expect(await isFound({ outcome: "high-quality-of-life" })).toBe(true);
    expect(await isFound({ outcome: "competitive-economy" })).toBe(false);
  });

  test("counts milestones with a date that are done among those not dropped", async () => {
    const { id, word } = await aFindableProject();
    const milestone = { ...aMilestone(), dueOn: "2025" };
    await typeInto(cast, id, {
      milestones: [
        [],
        [
          { ...milestone, id: randomUUID(), title: "Done", doneOn: "2025", weight: 3 },
          { ...milestone, id: randomUUID(), title: "Open" },
          { ...aMilestone(), title: "Done, no date had been named", doneOn: "2024" },
          { ...milestone, id: randomUUID(), title: "Dropped", droppedReason: "No money" },
        ],
      ],
    });

    expect((await list({ q: word })).rows).toMatchObject([
      {
        milestonesDone: 1,
        milestones: 2,
        progress: { doneWeight: 3, wholeWeight: 4, percent: 75 },
      },
    ]);
  });

  test("shows the same review state as the record's own page, in every state", async () => {
    const states: Record<string, string> = { [await aReadyProject(cast)]: "never_published" };
    const recordOf = async (submissionId: string) => {
      const where = { where: { id: submissionId }, select: { recordId: true } };
      return (await database().submission.findUniqueOrThrow(where)).recordId;
    };
    const [inReview, asked, withdrawn, published, changed] = [
      await aSubmission(cast),
      await aSubmission(cast),
      await aSubmission(cast),
      await aSubmission(cast),
      await aSubmission(cast),
    ];
    states[await recordOf(inReview)] = "in_review";
    must(await askForClarification(cast.reviewer, { submissionId: asked, reason: "Why?" }));
    states[await recordOf(asked)] = "clarification_asked";
    must(await withdrawSubmission(cast.leadOfPhuket, { submissionId: withdrawn }));
    states[await recordOf(withdrawn)] = "never_published";
    must(await approveSubmission(cast.reviewer, { submissionId: published }));
    states[await recordOf(published)] = "published";
    must(await approveSubmission(cast.reviewer, { submissionId: changed }));
    await typeInto(cast, await recordOf(changed), { dataNote: ["", "Changed"] });
    states[await recordOf(changed)] = "changed";

    for (const [id, state] of Object.entries(states)) {
      const record = await findRecord(cast.editorOfPhuket, "project", id);
      expect(record?.reviewState).toBe(state);
      const { rows } = await list({ q: record?.fields.title ?? "" });
      expect(rows).toMatchObject([{ id, review: state, title: record?.fields.title }]);
    }
  });
});

describe("a record's page", () => {
  test("has the question of the secretariat, who asked, and the public edition", async () => {
    const submissionId = await aSubmission(cast);
    const { recordId } = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    must(await approveSubmission(cast.reviewer, { submissionId }));
    await typeInto(cast, recordId, { dataNote: ["", "More"] });
    const again = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await askForClarification(cast.reviewer, { ...again, reason: "Since when?" }));

    const record = await findRecord(cast.editorOfPhuket, "project", recordId);

    expect(record).toMatchObject({
      reviewState: "clarification_asked",
      edition: { number: 1 },
      editedByName: cast.leadOfPhuket.name,
      submission: {
        id: again.submissionId,
        submittedByName: cast.leadOfPhuket.name,
        question: { reason: "Since when?", decidedBy: { name: cast.reviewer.name } },
      },
    });
  });

  test("lists the titles it was published under before", async () => {
    const renamed = await database().editionPeriod.findFirstOrThrow({
      where: { kind: "project", untilDay: { not: null }, city: { slug: "phuket" } },
      orderBy: { fromDay: "asc" },
    });
    const titles = (now: string) => listEarlierTitles(cast.editorOfPhuket, renamed.recordId, now);

    expect((await titles("A new title")).map(({ title }) => title)).toContain(renamed.title);
    expect((await titles(renamed.title)).map(({ title }) => title)).not.toContain(renamed.title);
    expect(await listEarlierTitles(cast.editorOfMakassar, renamed.recordId, "")).toEqual([]);
  });

  test("shows the edits of one session as one entry, newest first, and says when there are more", async () => {
    const projectId = await aReadyProject(cast);
    await typeInto(cast, projectId, { dataNote: ["", "One"] });
    await typeInto(cast, projectId, { internalNotes: ["", "Two"] });

    const { entries, isWhole } = await listTimeline(cast.editorOfPhuket, projectId);

    expect(isWhole).toBe(true);
    expect(entries.map((entry) => entry.kind)).toEqual(["draft_edited", "project_created"]);
    expect(entries[0]?.detail).toEqual({
      fields: ["summary", "stage", "focusAreas", "dataNote", "internalNotes"],
    });
  });

  test("is limited, and says when there is more", async () => {
    const recordId = await aReadyProject(cast);
    const { personId } = cast.editorOfPhuket;
    await database().timelineEntry.createMany({
      data: Array.from({ length: 300 }, (_, minute) => ({
        id: randomUUID(),
        at: new Date(Date.UTC(2025, 0, 1, 0, minute)),
        kind: "draft_edited",
        recordId,
        byId: personId,
        detail: { fields: ["dataNote"] },
      })),
    });
    const { entries, isWhole } = await listTimeline(cast.editorOfPhuket, recordId);

    // The three entries are the lead's edit session, the creation of the project, and one long edit session of the
    // editor.
    expect(entries).toHaveLength(3);
    expect(isWhole).toBe(false);
  });
});

describe("the work list of a person", () => {
  test("has one list for each next step", async () => {
    const ready = await aReadyProject(cast);
    const incomplete = await aReadyProject(cast);
    await typeInto(cast, incomplete, { summary: ["What it is about.", ""] });
    const inReview = await aSubmission(cast);
    const returned = await aSubmission(cast);
    must(await askForClarification(cast.reviewer, { submissionId: returned, reason: "Why?" }));

    const work = await getMyWork(cast.editorOfPhuket);

    const ids = (items: { id: string }[]) => items.map((item) => item.id);
    const recordOf = async (id: string) =>
      (await database().submission.findUniqueOrThrow({ where: { id } })).recordId;
    expect(ids(work.ready)).toContain(ready);
    expect(ids(work.incomplete)).toContain(incomplete);
    expect(ids(work.inReview)).toContain(await recordOf(inReview));
    expect(ids(work.returned)).toContain(await recordOf(returned));
    expect([work.toClear, work.toDecide]).toEqual([null, null]);
    expect(await getMyWork(cast.editorOfMakassar)).toMatchObject({ ready: [], returned: [] });
  });

  test("counts the submissions of a representative and a reviewer", async () => {
    const [clear, decide] = [
      (await getMyWork(cast.representativeOfThailand)).toClear,
      (await getMyWork(cast.reviewer)).toDecide,
    ];
    await aSubmission(cast, { needsClearance: true });
    await aSubmission(cast);

    expect((await getMyWork(cast.representativeOfThailand)).toClear).toBe((clear ?? 0) + 1);
    expect((await getMyWork(cast.representativeOfIndonesia)).toClear).toBe(0);
    expect((await getMyWork(cast.reviewer)).toDecide).toBe((decide ?? 0) + 1);
    expect((await getMyWork(cast.administrator)).toDecide).toBeNull();
  });
});
