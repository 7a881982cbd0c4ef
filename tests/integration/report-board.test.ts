import { beforeAll, describe, expect, test } from "vitest";
import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { createReport } from "@/lib/commands/report/create-report";
import { extendReport } from "@/lib/commands/report/extend-report";
import { freezeReport } from "@/lib/commands/report/freeze-report";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { askForClarification } from "@/lib/commands/review/ask-for-clarification";
import { clearSubmission } from "@/lib/commands/review/clear-submission";
import { database } from "@/lib/db/client";
import { listReportsWithWrongAggregates } from "@/lib/db/report-progress";
import type { SignedIn } from "@/lib/domain/people/actor";
import {
  cityStateOf,
  countRecords,
  reportStates,
  type StateCounts,
} from "@/lib/domain/report/progress";
import { listReportHistory } from "@/lib/queries/report/history";
import {
  findOfficeReport,
  listMissingRecords,
  listReportCities,
} from "@/lib/queries/report/reports";
import { type Cast, getCast } from "@/tests/support/cast";
import { aReadyProject, must, typeInto } from "@/tests/support/factories";
import { manyProjects } from "@/tests/support/many-projects";
import { aReport, aReportForm } from "@/tests/support/reports";
import { countRowsRead } from "@/tests/support/rows-read";
import { countStatements } from "@/tests/support/statements";

let cast: Cast;
let slug: string;

beforeAll(async () => {
  cast = await getCast();
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const today = new Date().toISOString().slice(0, 10);
  const form = aReportForm({ opensOn: today, dueOn: tomorrow, asOf: tomorrow });
  ({ slug } = must(await createReport(cast.administrator, form)));
  await database().report.update({ where: { slug }, data: { opensAt: new Date() } });
});

async function reportFor(reader: SignedIn, address = slug) {
  const report = await findOfficeReport(reader, address);
  if (!report) throw new Error("There is no such report");
  return report;
}

async function boardOf(reader: SignedIn, address = slug) {
  return listReportCities(reader, await reportFor(reader, address));
}

async function phuketSeenBy(reader: SignedIn) {
  const city = (await boardOf(reader)).find((row) => row.slug === "phuket");
  if (!city) throw new Error("Phuket is not on the board");
  return city;
}

async function missingOfPhuket(reader: SignedIn, address = slug) {
  return listMissingRecords(reader, await reportFor(reader, address), "phuket");
}

describe("the board", () => {
  test("starts with every plan and listed project of each city not started", async () => {
    const cities = await boardOf(cast.reviewer);
    expect(cities).toHaveLength(38);
    for (const { name, counts } of cities) {
      expect(cityStateOf(counts), name).toBe("not_started");
      expect(countRecords(counts), name).toBeGreaterThan(0);
    }
    // The network has 134 listed projects and 38 plans.
    expect(cities.reduce((sum, city) => sum + countRecords(city.counts), 0)).toBe(172);
  });

  test("shows every city to the secretariat, those of their country to a representative, and their own to a city's staff", async () => {
    const names = async (reader: SignedIn) => (await boardOf(reader)).map((city) => city.slug);
    expect(await names(cast.administrator)).toHaveLength(38);
    const thai = await names(cast.representativeOfThailand);
    expect(thai).toHaveLength(6);
    expect(thai).toContain("phuket");
    expect(thai).not.toContain("makassar");
    expect(await names(cast.editorOfPhuket)).toEqual(["phuket"]);
    expect(await missingOfPhuket(cast.editorOfMakassar)).toEqual([]);
    expect(await missingOfPhuket(cast.representativeOfIndonesia)).toEqual([]);
    expect((await missingOfPhuket(cast.leadOfPhuket)).length).toBeGreaterThan(0);
  });

  test("follows a record from draft to publication, and never shows the content of a draft", async () => {
    const counts = async () => (await phuketSeenBy(cast.reviewer)).counts;
    const before = await counts();
    const stateOf = async (recordId: string) =>
      (await missingOfPhuket(cast.reviewer)).find((record) => record.id === recordId);

    const recordId = await aReadyProject(cast);
    expect(await stateOf(recordId)).toMatchObject({ state: "drafting", title: null });
    expect(cityStateOf(await counts())).toBe("drafting");

    await database().country.update({ where: { code: "TH" }, data: { requiresClearance: true } });
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    await database().country.update({ where: { code: "TH" }, data: { requiresClearance: false } });
    const submitted = await stateOf(recordId);
    expect(submitted?.state).toBe("submitted");
    expect(submitted?.title).toMatch(/^A project /);

    must(await clearSubmission(cast.representativeOfThailand, { submissionId }));
    expect((await stateOf(recordId))?.state).toBe("cleared");
    await database().submission.update({
      where: { id: submissionId },
      data: { assignedToId: cast.reviewer.personId },
    });
    expect((await stateOf(recordId))?.state).toBe("in_review");

    must(await askForClarification(cast.reviewer, { submissionId, reason: "Which year?" }));
    expect((await stateOf(recordId))?.state).toBe("drafting");
    await typeInto(cast, recordId, { dataNote: ["", "This year"] });
    const again = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, again));
    expect(await stateOf(recordId)).toBeUndefined();
    expect((await counts()).published).toBe(before.published + 1);
  });

  test("counts confirmed and published records separately", async () => {
    const record = (await missingOfPhuket(cast.reviewer)).find((each) => each.kind === "project");
    if (!record) throw new Error("Nothing of Phuket is missing");
    const before = (await phuketSeenBy(cast.reviewer)).counts.confirmed;
    const sent = must(await confirmRecord(cast.leadOfPhuket, { recordId: record.id }));
    must(await approveSubmission(cast.reviewer, sent));
    expect((await phuketSeenBy(cast.reviewer)).counts.confirmed).toBe(before + 1);
  });

  test("does not change after the freeze, for every reader", async () => {
    const form = aReportForm({ opensOn: "2026-01-01", dueOn: "2026-06-01", asOf: "2026-06-01" });
    const own = must(await createReport(cast.administrator, form));
    const readers = [cast.reviewer, cast.representativeOfThailand, cast.leadOfPhuket];
    const asSeen = (reader: SignedIn) =>
      Promise.all([boardOf(reader, own.slug), missingOfPhuket(reader, own.slug)]);
    const before = await Promise.all(readers.map(asSeen));
    const work = await aReadyProject(cast);
    must(await freezeReport(cast.administrator, { reportId: own.reportId }));
    const frozen = await Promise.all(readers.map(asSeen));
    // The frozen board includes the draft that was begun after the first reading.
    expect(frozen).not.toEqual(before);
    const { submissionId } = must(await submitRecord(cast.leadOfPhuket, { recordId: work }));
    must(await approveSubmission(cast.reviewer, { submissionId }));
    expect(await Promise.all(readers.map(asSeen))).toEqual(frozen);
    expect(frozen[2]?.[1].find((record) => record.id === work)?.state).toBe("drafting");
    expect(await missingOfPhuket(cast.editorOfMakassar, own.slug)).toEqual([]);
  });

  test("shows the history of the report only to the secretariat", async () => {
    const own = await aReport(cast);
    const { slug: address } = await database().report.findUniqueOrThrow({ where: { id: own } });
    const { id: cityId } = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } });
    const more = { reportId: own, cityId, untilOn: "2020-09-20", reason: "The flood" };
    must(await extendReport(cast.administrator, more));
    must(await freezeReport(cast.administrator, { reportId: own }));
    const listed = await listReportHistory(cast.reviewer, address);
    expect(listed.map((entry) => entry.kind)).toEqual([
      "report_frozen",
      "report_extended",
      "report_created",
    ]);
    expect(listed[1]?.detail).toMatchObject({ city: "Phuket", reason: "The flood" });
    expect(await listReportHistory(cast.leadOfPhuket, address)).toEqual([]);
    expect(await listReportHistory(cast.representativeOfThailand, address)).toEqual([]);
  });

  test("takes the same number of statements for everybody", async () => {
    const readers = [
      cast.administrator,
      cast.reviewer,
      cast.representativeOfThailand,
      cast.leadOfPhuket,
      cast.editorOfMakassar,
    ];
    const numbers = [];
    for (const reader of readers) {
      const statements = await countStatements(async () => {
        await boardOf(reader);
        await missingOfPhuket(reader);
      });
      numbers.push(statements.length);
    }
    expect(new Set(numbers).size).toBe(1);
    // The count includes the look-up of the report in this test. The session and the navigation need two more
    // statements.
    expect(numbers[0]).toBeLessThanOrEqual(6);
  });

  test("agrees with the records after all of these tests, and a wrong count is found", async () => {
    expect(await listReportsWithWrongAggregates()).toEqual([]);
    const own = await aReport(cast);
    await database().reportAggregate.updateMany({
      where: { reportId: own, city: { slug: "phuket" } },
      data: { counts: { not_started: 1 } },
    });
    const { slug: address } = await database().report.findUniqueOrThrow({ where: { id: own } });
    expect(await listReportsWithWrongAggregates()).toEqual([address]);
    // The days of the report are changed, so everything is counted again.
    await database().report.update({ where: { id: own }, data: { opensAt: new Date(0) } });
    expect(await listReportsWithWrongAggregates()).toEqual([]);
  });

  test("counts two records of a city that change state at once", async () => {
    const before = (await phuketSeenBy(cast.reviewer)).counts.submitted;
    const ids = await Promise.all(Array.from({ length: 6 }, () => aReadyProject(cast)));
    for (const sent of await Promise.all(
      ids.map((recordId) => submitRecord(cast.leadOfPhuket, { recordId })),
    ))
      must(sent);
    expect((await phuketSeenBy(cast.reviewer)).counts.submitted).toBe(before + ids.length);
    expect(await listReportsWithWrongAggregates()).toEqual([]);
  });

  test("reads no record, with any number of records", async () => {
    const report = await reportFor(cast.administrator);
    const read = () => countRowsRead(() => boardOf(cast.administrator));
    const ofCity = () => countRowsRead(() => missingOfPhuket(cast.administrator));
    const before = await ofCity();
    const plans = await database().plan.findMany({
      where: { city: { slug: { not: "phuket" } } },
      select: { id: true },
    });
    await manyProjects(
      plans.map(({ id }) => id),
      Array.from({ length: 2_000 }, () => ({})),
    );
    await database().$executeRaw`
      update "Draft" set "editedAt" = now(), "editedById" = ${cast.leadOfPhuket.personId}::uuid`;
    const cities = await listReportCities(cast.administrator, report);
    expect(cities.reduce((sum, { counts }) => sum + counts.drafting, 0)).toBeGreaterThan(2_000);
    expect(Object.keys(await read()).toSorted()).toEqual([
      "City",
      "Country",
      // The table of the person who froze the report.
      "Person",
      "Report",
      "ReportAggregate",
      "ReportExtension",
      "ReportFreeze",
    ]);
    // Only the rows of that city are read to show what it lacks.
    const { ReportProgress, Record, Submission } = await ofCity();
    expect(ReportProgress).toBeLessThan(2 * (before["ReportProgress"] ?? 0) + 10);
    expect(Record).toBeLessThan(2 * (before["Record"] ?? 0) + 10);
    expect(Submission ?? 0).toBeLessThan(2 * (before["Submission"] ?? 0) + 10);
    expect(await listReportsWithWrongAggregates()).toEqual([]);
  });
});

describe("the progress of a city", () => {
  const counts = (some: Partial<StateCounts>): StateCounts => ({
    ...(Object.fromEntries(reportStates.map((state) => [state, 0])) as StateCounts),
    ...some,
  });

  test.each([
    [{}, "not_started"],
    [{ not_started: 3 }, "not_started"],
    [{ not_started: 1, published: 4 }, "drafting"],
    [{ drafting: 1, in_review: 4 }, "drafting"],
    [{ submitted: 1, cleared: 2, published: 1 }, "submitted"],
    [{ cleared: 1, in_review: 2 }, "cleared"],
    [{ in_review: 1, confirmed: 2 }, "in_review"],
    [{ published: 1, confirmed: 2 }, "published"],
    [{ confirmed: 2 }, "confirmed"],
  ] as const)("%o is %s", (some, state) => {
    expect(cityStateOf(counts(some))).toBe(state);
  });
});
