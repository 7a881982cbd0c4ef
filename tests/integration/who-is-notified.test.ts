import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { saveDraft } from "@/lib/commands/record/save-draft";
import { extendReport } from "@/lib/commands/report/extend-report";
import { freezeReport } from "@/lib/commands/report/freeze-report";
import { answerSuggestion } from "@/lib/commands/review/answer-suggestion";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { callBackSubmission } from "@/lib/commands/review/call-back-submission";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { correctEdition } from "@/lib/commands/review/correct-edition";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { holdSubmission } from "@/lib/commands/review/hold-submission";
import { releaseSubmission } from "@/lib/commands/review/release-submission";
import { scheduleSubmission } from "@/lib/commands/review/schedule-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database, inTransaction } from "@/lib/db/client";
import { notify } from "@/lib/db/notices";
import { isUrgent, noticeKinds, noticePath } from "@/lib/domain/notification/notice";
import { listNotices } from "@/lib/queries/notification/notices";
import { type Cast, getCast } from "@/tests/support/cast";
import {
  aPublishedProject,
  aReadyProject,
  aSave,
  aSubmission,
  aThread,
  must,
} from "@/tests/support/factories";
import { namesOfNotified } from "@/tests/support/notified";
import { aReport } from "@/tests/support/reports";
import { situations } from "@/tests/support/situations";
import { countStatements } from "@/tests/support/statements";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});
beforeEach(() => database().notice.deleteMany());

const notified = (kind: string) => namesOfNotified(cast, kind);
const staff = ["editorOfPhuket", "leadOfPhuket"];
const city = [...staff, "representativeOfThailand"];
const reviewers = ["otherReviewer", "reviewer"];

/** Returns the newest notice of this person and the values of its sentence. */
async function newestOf(reader: Cast["leadOfPhuket"]) {
  const { notices } = await listNotices(reader, {});
  const [newest] = notices;
  if (!newest) throw new Error(`${reader.name} was told nothing`);
  return newest;
}

const titleOf = async (recordId: string) => {
  const edition = await database().edition.findFirstOrThrow({ where: { recordId } });
  return (edition.content as { fields: { title: string } }).fields.title;
};

/** Returns a submission whose sender is no longer a lead. */
async function sentByTheEditor() {
  const sent = await database().submission.findUniqueOrThrow({
    where: { id: await aSubmission(cast) },
    omit: { publishAt: true },
  });
  const id = randomUUID();
  const recordId = await aReadyProject(cast);
  const submittedById = cast.editorOfPhuket.personId;
  const content = sent.content as object;
  await database().submission.create({ data: { ...sent, id, recordId, content, submittedById } });
  return id;
}

describe("about a submission", () => {
  test("the people for whom it waits, at each step", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    expect(await notified("submitted")).toEqual(["representativeOfThailand"]);
    must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
    expect(await notified("cleared")).toEqual([...staff, ...reviewers].sort());
    must(await approveSubmission(cast.reviewer, { submissionId }));
    expect(await notified("published")).toEqual(city);
  });

  test("without clearance: the reviewers, or the one who claimed it", async () => {
    await aSubmission(cast);
    expect(await notified("submitted")).toEqual(reviewers);
    await database().notice.deleteMany();
    const submissionId = await aSubmission(cast, { needsClearance: true });
    await database().submission.update({
      where: { id: submissionId },
      data: { assignedToId: cast.otherReviewer.personId },
    });
    must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
    expect(await notified("cleared")).toEqual([...staff, "otherReviewer"].sort());
  });

  test("after a withdrawal: the people for whom it waited, and who had cleared it", async () => {
    const uncleared = await aSubmission(cast, { needsClearance: true });
    must(await withdrawSubmission(cast.leadOfPhuket, { submissionId: uncleared }));
    expect(await notified("withdrawn")).toEqual(["representativeOfThailand"]);
    const submissionId = await aSubmission(cast, { needsClearance: true });
    must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
    must(await withdrawSubmission(cast.leadOfPhuket, { submissionId }));
    expect(await notified("withdrawn")).toEqual([...reviewers, "representativeOfThailand"].sort());
  });

  test("after a hold and a release: its city and the secretariat", async () => {
    const submissionId = await aSubmission(cast, { needsClearance: true });
    const reason = "The ministry looks at it first.";
    must(await holdSubmission(cast.representativeOfThailand, { submissionId, reason }));
    expect(await notified("held")).toEqual([...staff, ...reviewers].sort());
    expect((await newestOf(cast.leadOfPhuket)).detail).toMatchObject({ reason });
    must(await releaseSubmission(cast.representativeOfThailand, { submissionId }));
    expect(await notified("released")).toEqual([...staff, ...reviewers].sort());
  });

  test("after scheduling and calling back: the lead and the sender, with the time", async () => {
    const submissionId = await sentByTheEditor();
    const at = `${new Date().getFullYear() + 1}-11-25T09:00`;
    const hour = { submissionId, at, timeZone: "Asia/Jakarta" };
    must(await scheduleSubmission(cast.reviewer, hour));
    expect(await notified("scheduled")).toEqual(staff);
    const { publishAt } = await database().submission.findUniqueOrThrow({
      where: { id: submissionId },
    });
    const { detail } = await newestOf(cast.editorOfPhuket);
    expect(detail.until).toBe(publishAt?.toISOString());
    must(await callBackSubmission(cast.otherReviewer, { submissionId }));
    expect(await notified("called_back")).toEqual(staff);
  });

  test.each(["accepted", "declined"] as const)(
    "where a suggested value is %s: whoever suggested it, with a link to the thread",
    async (answer) => {
      const threadId = await aThread(cast, "What it is really about.");
      must(await answerSuggestion(cast.leadOfPhuket, { threadId, answer }));
      expect(await notified("suggestion_answered")).toEqual(["reviewer"]);
      const notice = await newestOf(cast.reviewer);
      expect(notice.detail).toMatchObject({ answer });
      expect(noticePath(notice, "en")).toMatch(new RegExp(`#thread-${threadId}$`, "u"));
    },
  );
});

test("after a publication: its city and its representative, with the public title and a link to the public page", async () => {
  const recordId = await aPublishedProject(cast);
  const title = await titleOf(recordId);
  const { slug } = await database().project.findUniqueOrThrow({ where: { id: recordId } });
  const edit = aSave(recordId, [{ field: "title", seen: title, value: "A title nobody sent" }]);
  must(await saveDraft(cast.editorOfPhuket, edit));

  const said = { reason: "The ministry asked us.", notice: "Not shown for now." };
  must(await withholdRecord(cast.reviewer, { recordId, ...said }));
  must(await endWithholding(cast.reviewer, { recordId }));
  const correction = "Corrected the spelling.";
  must(
    await correctEdition(cast.reviewer, { recordId, number: "1", summary: "Mended.", correction }),
  );
  for (const [kind, reason] of [
    ["withheld", said.reason],
    ["withholding_ended", undefined],
    ["corrected", correction],
  ] as const) {
    expect(await notified(kind), kind).toEqual(city);
    for (const reader of [cast.leadOfPhuket, cast.representativeOfThailand]) {
      const { notices } = await listNotices(reader, {});
      const notice = notices.find((each) => each.kind === kind);
      expect(notice?.detail.title).toBe(title);
      expect(notice?.detail.reason).toBe(reason);
      expect(notice && noticePath(notice, "en")).toBe(`/en/cities/phuket/projects/${slug}`);
    }
  }
});

describe("about a report", () => {
  test("an extension: the city's staff and its representative, with the day and the reason", async () => {
    const reportId = await aReport(cast);
    const { id: cityId } = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } });
    const extension = { reportId, cityId, untilOn: "2020-09-25", reason: "The flood" };
    must(await extendReport(cast.administrator, extension));
    expect(await notified("extended")).toEqual(city);
    const { slug, name } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
    const notice = await newestOf(cast.representativeOfThailand);
    expect(notice.detail).toMatchObject({
      report: name,
      city: "Phuket",
      until: "2020-09-25T23:59:59.000Z",
      reason: "The flood",
    });
    expect(noticePath(notice, "en")).toBe(`/office/reports/${slug}?city=phuket#missing`);
  });

  test("its publication: the leads and representatives of all cities, in the digest", async () => {
    const reportId = await aReport(cast);
    must(await freezeReport(cast.administrator, { reportId }));
    expect(await notified("report_frozen")).toEqual(
      Object.keys(cast)
        .filter((name) => /^(lead|representative)Of/u.test(name))
        .sort(),
    );
    expect(isUrgent("report_frozen")).toBe(false);
    const { slug, name } = await database().report.findUniqueOrThrow({ where: { id: reportId } });
    const notice = await newestOf(cast.leadOfMakassar);
    expect(notice.detail).toMatchObject({ report: name, number: 1 });
    expect(noticePath(notice, "en")).toBe(`/office/reports/${slug}`);
  });
});

test("nobody about their own actions, and nobody about a save", async () => {
  const submissionId = await aSubmission(cast);
  await database().notice.deleteMany();
  must(await askForClarification(cast.reviewer, { submissionId, reason: "Why?" }));
  expect(await notified("clarification_asked")).toEqual(city);
  await database().notice.deleteMany();
  const recordId = await aReadyProject(cast);
  const save = aSave(recordId, [{ field: "dataNote", seen: "", value: "Typed" }]);
  const statements = await countStatements(async () => {
    must(await saveDraft(cast.editorOfPhuket, save));
  });
  expect(statements.join("\n")).not.toMatch(/Notice|graphile/u);
  expect(await database().notice.count()).toBe(0);
});

test("once, also when several processes notify at once", async () => {
  const event = randomUUID();
  const newNotice = {
    kind: "published" as const,
    event,
    personIds: [cast.editorOfPhuket.personId],
    detail: {},
  };
  await Promise.all(
    Array.from({ length: 8 }, () => inTransaction((tx) => notify(tx, [newNotice], new Date()))),
  );
  expect(await database().notice.count()).toBe(1);
  const jobs = await database().$queryRaw<unknown[]>`
    select id from graphile_worker.jobs where key = ${`digest:${cast.editorOfPhuket.personId}`}`;
  expect(jobs).toHaveLength(1);
});

describe("every command in Phuket", () => {
  /** Texts that the situations write in private places: within a city, within the secretariat, or in a thread. */
  const unsaid = [
    "Compare with last year.",
    "Is this still so?",
    "Since May.",
    "A comment",
    "What it is really about.",
    "One photograph.",
    "Typed",
  ];
  const network = ["report_frozen"];

  test("notifies nobody of another city or country, and repeats no note, discussion or draft", async () => {
    for (const { name, command, prepare } of situations) {
      for (const actor of [
        cast.leadOfPhuket,
        cast.representativeOfThailand,
        cast.reviewer,
        cast.administrator,
      ]) {
        const { input } = await prepare(cast, actor);
        const result = await command(actor, input);
        if (result.ok) break;
        expect(result.refusal.code, name).toBe("forbidden");
      }
    }
    const notices = await database().notice.findMany({
      select: {
        kind: true,
        detail: true,
        person: {
          select: {
            email: true,
            grants: { select: { role: true, city: { select: { slug: true } }, countryCode: true } },
          },
        },
      },
    });
    const kinds = new Set(notices.map(({ kind }) => kind));
    const byClock = ["due_30", "due_7", "due_1", "overdue", "stale", "waiting"];
    expect([...kinds, ...byClock].sort()).toEqual([...noticeKinds].sort());
    for (const { kind, detail, person } of notices) {
      for (const text of unsaid) expect(JSON.stringify(detail), kind).not.toContain(text);
      if (network.includes(kind)) continue;
      const isTheirs = person.grants.some(
        ({ role, city: place, countryCode }) =>
          place?.slug === "phuket" ||
          countryCode === "TH" ||
          role === "reviewer" ||
          role === "administrator",
      );
      expect(isTheirs, `${kind} to ${person.email}`).toBe(true);
    }
  });
});
