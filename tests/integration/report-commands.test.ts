import { beforeAll, describe, expect, test } from "vitest";
import { changeReport } from "@/lib/commands/report/change-report";
import { createReport } from "@/lib/commands/report/create-report";
import { extendReport } from "@/lib/commands/report/extend-report";
import { freezeReport } from "@/lib/commands/report/freeze-report";
import { endWithholding } from "@/lib/commands/review/end-withholding";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { openReport } from "@/lib/db/reports";
import { changesBetween, changesOfKind } from "@/lib/domain/report/changes";
import { dueOf } from "@/lib/domain/report/deadline";
import { listedProjects } from "@/lib/domain/report/report";
import { getFrozenContent } from "@/lib/queries/public/report-content";
import { findReport } from "@/lib/queries/public/reports";
import { type Cast, getCast } from "@/tests/support/cast";
import { aPublishedProject, must } from "@/tests/support/factories";
import { aReport, aReportForm } from "@/tests/support/reports";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

/** Creates a report that counts as of this day. */
async function aReportOf(asOf: string, dueOn = asOf) {
  const form = aReportForm({ asOf, opensOn: "2020-01-01", dueOn });
  return must(await createReport(cast.administrator, form));
}

async function openedOf(slug: string, number: string | null = null) {
  const opened = await findReport(slug, number);
  if (!opened) throw new Error(`There is no report ${slug}`);
  return opened;
}

const wrongState = (reason: string) => ({ ok: false, refusal: { code: "wrong_state", reason } });
const invalid = (field: string, key: string) => ({
  ok: false,
  refusal: { code: "invalid", fields: { [field]: [{ key }] } },
});

describe("the days of a report", () => {
  test("are in order, and nothing is due after the day that counts", async () => {
    const make = (days: Parameters<typeof aReportForm>[0]) =>
      createReport(cast.administrator, aReportForm(days));
    expect(await make({ dueOn: "2020-05-31" })).toEqual(invalid("dueOn", "due_before_opening"));
    expect(await make({ dueOn: "2020-10-01" })).toEqual(invalid("dueOn", "due_after_report_day"));
    expect(await make({ asOf: "" })).toMatchObject(invalid("asOf", "missing"));
  });

  test("may be changed until it is frozen, but not beyond an existing extension", async () => {
    const reportId = await aReport(cast);
    const city = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } });
    const more = { reportId, cityId: city.id, untilOn: "2020-09-20", reason: "The flood" };
    must(await extendReport(cast.administrator, more));
    const change = (days: Parameters<typeof aReportForm>[0]) =>
      changeReport(cast.administrator, { ...aReportForm(days), reportId });
    expect(await change({ asOf: "2020-09-19" })).toEqual(invalid("asOf", "before_extension"));
    must(await change({ asOf: "2020-09-20" }));
    must(await freezeReport(cast.administrator, { reportId }));
    expect(await change({})).toEqual(wrongState("already_frozen"));
    expect(await extendReport(cast.administrator, { ...more, untilOn: "2020-09-21" })).toEqual(
      wrongState("already_frozen"),
    );
  });

  test("limit the extension of a city, of which the last one counts", async () => {
    const form = aReportForm({ opensOn: "2019-01-01", dueOn: "2019-02-01" });
    const { reportId } = must(await createReport(cast.administrator, form));
    const [phuket, makassar] = await Promise.all(
      ["phuket", "makassar"].map((slug) => database().city.findUniqueOrThrow({ where: { slug } })),
    );
    const extend = (untilOn: string) =>
      extendReport(cast.administrator, { reportId, cityId: phuket?.id, untilOn, reason: "Flood" });
    expect(await extend("2019-02-01")).toEqual(invalid("untilOn", "no_extension"));
    expect(await extend("2020-10-01")).toEqual(invalid("untilOn", "due_after_report_day"));
    must(await extend("2019-04-01"));
    must(await extend("2019-03-01"));
    const open = await openReport(database(), new Date("2019-01-15T00:00:00Z"));
    expect(open?.id).toBe(reportId);
    if (!open) return;
    expect(dueOf(open, phuket?.id ?? "").toISOString()).toBe("2019-03-01T23:59:59.000Z");
    expect(dueOf(open, makassar?.id ?? "").toISOString()).toBe("2019-02-01T23:59:59.000Z");
    must(await freezeReport(cast.administrator, { reportId }));
    expect((await openReport(database(), new Date("2019-01-15T00:00:00Z")))?.id).not.toBe(reportId);
  });

  test("in the same year give each report an address of its own", async () => {
    const made = await Promise.all([aReportOf("2021-05-01"), aReportOf("2021-06-01")]);
    expect(new Set(made.map((report) => report.slug)).size).toBe(2);
  });
});

describe("a freeze", () => {
  test("has the editions that were valid on the report's day, and a correction does not change it", async () => {
    const sentOn = new Date("2025-10-05T08:00:00Z");
    const first = await aPublishedProject(cast, sentOn);
    const { reportId, slug } = await aReportOf("2025-10-10");
    must(await freezeReport(cast.administrator, { reportId }));
    const { freeze, before } = await openedOf(slug);
    expect(freeze).toMatchObject({ number: 1, correction: "" });
    expect(before?.slug).toBe("2025");
    const { projects } = await getFrozenContent(freeze.id, null);
    expect(projects.map((project) => project.recordId)).toContain(first);
    expect(listedProjects(projects)).toHaveLength(135);
    const former = await getFrozenContent(before?.id ?? "", null);
    const changes = changesBetween(former.projects, projects);
    expect(changesOfKind(changes, "new").map(({ project }) => project.recordId)).toEqual([first]);
    expect(changesOfKind(changes, "unchanged")).toHaveLength(134);

    // Both are published after the freeze: one is valid from a day before it, the other from a day after it.
    const late = await aPublishedProject(cast, sentOn);
    const later = await aPublishedProject(cast, new Date("2025-10-11T08:00:00Z"));
    const again = (correction: string) =>
      freezeReport(cast.administrator, { reportId, correction });
    expect(await again("")).toEqual(invalid("correction", "missing"));
    must(await again("A project of Phuket was sent in time and published late."));
    expect(await again("Once more")).toEqual(wrongState("same_freeze"));

    const corrected = await openedOf(slug);
    expect(corrected.freeze).toMatchObject({ number: 2 });
    expect(corrected.freeze.hash).not.toBe(freeze.hash);
    const ids = async (freezeId: string) =>
      (await getFrozenContent(freezeId, "phuket")).projects.map((project) => project.recordId);
    expect(await ids(corrected.freeze.id)).toEqual(expect.arrayContaining([first, late]));
    expect(await ids(corrected.freeze.id)).not.toContain(later);
    const old = await openedOf(slug, "1");
    expect(old.freeze.hash).toBe(freeze.hash);
    expect(await ids(old.freeze.id)).not.toContain(late);
    expect(corrected.report.freezes.map(({ number, correction }) => [number, correction])).toEqual([
      [2, "A project of Phuket was sent in time and published late."],
      [1, ""],
    ]);
  });

  test("is not possible before the day is over in every time zone", async () => {
    const { reportId } = await aReportOf("2026-05-31");
    const at = (instant: string) =>
      freezeReport(cast.administrator, { reportId }, new Date(instant));
    expect(await at("2026-05-31T23:59:59Z")).toEqual(wrongState("report_day_not_over"));
    must(await at("2026-06-01T00:00:00Z"));
  });

  test("leaves out withheld records, and shows later that they are withheld", async () => {
    const recordId = await aPublishedProject(cast, new Date("2026-06-10T08:00:00Z"));
    const words = { recordId, reason: "A court asked.", notice: "Withheld for a while." };
    must(await withholdRecord(cast.reviewer, words));
    const { reportId, slug } = await aReportOf("2026-06-30");
    must(await freezeReport(cast.administrator, { reportId }));
    const without = await openedOf(slug);
    const idsOf = async (freezeId: string) =>
      (await getFrozenContent(freezeId, "phuket")).projects.map((project) => project.recordId);
    expect(await idsOf(without.freeze.id)).not.toContain(recordId);

    must(await endWithholding(cast.reviewer, { recordId }));
    must(await freezeReport(cast.administrator, { reportId, correction: "It is back." }));
    const { freeze } = await openedOf(slug);
    expect(await idsOf(freeze.id)).toContain(recordId);
    must(await withholdRecord(cast.reviewer, words));
    const { projects } = await getFrozenContent(freeze.id, "phuket");
    expect(projects.filter((project) => project.isWithheld)).toMatchObject([{ recordId }]);
  });

  test("is made once when several people press the button at once", async () => {
    const { reportId } = await aReportOf("2026-07-31");
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        freezeReport(cast.administrator, { reportId, correction: "Pressed twice" }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok)).toEqual(
      Array(7).fill(wrongState("same_freeze")),
    );
  });

  test.each([
    [`update "ReportFreeze" set correction = 'changed'`, "is only ever added to"],
    [`delete from "ReportFreeze"`, "is only ever added to"],
    [`update "ReportEdition" set "cityId" = "cityId"`, "is only ever added to"],
    [`delete from "ReportEdition"`, "is only ever added to"],
    [`truncate "ReportFreeze" cascade`, "is only ever added to"],
    [
      `insert into "ReportEdition" ("freezeId", "editionId", "cityId")
        select f.id, e.id, e."cityId" from "ReportFreeze" f, "Edition" e
        where not exists (select 1 from "ReportEdition" r where r."freezeId" = f.id and r."editionId" = e.id) limit 1`,
      "A freeze is complete once it is made",
    ],
  ])("is not touched by %s", async (statement, said) => {
    await expect(database().$executeRawUnsafe(statement)).rejects.toThrow(said);
  });
});
