import { describe, expect, test } from "vitest";
import { inTransaction } from "@/lib/db/client";
import { listFreezesWithWrongHash } from "@/lib/db/freeze";
import { type ChangedProject, changesBetween, changesOfKind } from "@/lib/domain/report/changes";
import { besidePrinted } from "@/lib/domain/report/printed";
import { byStage, listedProjects, reportTablesOf } from "@/lib/domain/report/report";
import { getFrozenContent } from "@/lib/queries/public/report-content";
import { findReport, getReportTerms, listReports } from "@/lib/queries/public/reports";

async function openedOf(slug: string) {
  const opened = await findReport(slug, null);
  if (!opened) throw new Error(`There is no report ${slug}`);
  return opened;
}

async function projectsOf(freezeId: string) {
  return (await getFrozenContent(freezeId, null)).projects;
}

/** Returns the changes that a past report lists since the one before it. */
async function changesOf(slug: string): Promise<ChangedProject[]> {
  const { freeze, before } = await openedOf(slug);
  if (!before) return [];
  return changesBetween(await projectsOf(before.id), await projectsOf(freeze.id));
}

describe("past reports", () => {
  // The figures are those that ASEAN printed, except for stages that a report shows only by an icon.
  test.each([
    ["2022", "2022-09-21", 77, 16, 57, 2, 2, 26],
    ["2023", "2023-08-14", 86, 14, 65, 2, 5, 26],
    ["2024", "2024-09-25", 108, 13, 79, 11, 5, 31],
    ["2025", "2025-09-30", 134, 8, 108, 18, 0, 35],
  ])("%s adds up", async (slug, asOf, total, planning, ongoing, completed, notStated, cities) => {
    const { report, freeze, printed } = await openedOf(slug);
    expect(report.asOf).toBe(asOf);
    const projects = await projectsOf(freeze.id);
    const listed = listedProjects(projects);
    const stages = byStage(listed);
    expect(listed).toHaveLength(total);
    expect(new Set(listed.map((project) => project.city.slug)).size).toBe(cities);
    expect([stages.planning, stages.ongoing, stages.completed, stages.not_stated]).toMatchObject([
      { length: planning },
      { length: ongoing },
      { length: completed },
      { length: notStated },
    ]);
    for (const { table, rows } of reportTablesOf(projects, await getReportTerms())) {
      if (table === "outcome") continue;
      const counted = rows.flatMap((row) => row.projects);
      if (table !== "projectType" || counted.length > 0) expect(counted, table).toHaveLength(total);
    }
    const [inList] = (await listReports()).filter((each) => each.slug === slug);
    expect(inList?.aggregate).toMatchObject({
      total,
      byStage: { planning, ongoing, completed, not_stated: notStated },
    });
    expect(printed).not.toBeNull();
  });

  test("explain every difference from the printed figures, and nothing else", async () => {
    for (const slug of ["2022", "2023", "2024", "2025"]) {
      const { freeze, printed } = await openedOf(slug);
      if (!printed) throw new Error(`Nothing is printed of ${slug}`);
      const projects = await projectsOf(freeze.id);
      const tables = reportTablesOf(projects, await getReportTerms());
      for (const figure of besidePrinted(printed, projects, tables)) {
        const name = `${slug} ${figure.table} ${figure.row}: ${figure.ours} beside ${figure.value}`;
        expect(figure.explanation === "", name).toBe(figure.isSame);
      }
    }
  });

  test("compare projects by id and not by title", async () => {
    const changes = (await Promise.all(["2022", "2023", "2024", "2025"].map(changesOf))).flat();
    const named = (kind: Parameters<typeof changesOfKind>[1]) =>
      new Set(changesOfKind(changes, kind).map((change) => change.project.recordId));
    // The counts were made by hand from the four reports (docs/decisions/0028).
    expect(named("renamed").size).toBe(22);
    expect(named("moved_area").size).toBe(4);
    expect(named("closed").size).toBe(6);
    expect(named("left_out").size).toBe(0);
  });

  test("start with one that has no report before it", async () => {
    expect((await openedOf("2022")).before).toBeNull();
    expect((await openedOf("2023")).before).toMatchObject({ slug: "2022", number: 1 });
  });

  test("every project of a report is new, changed or unchanged, and the numbers add up", async () => {
    const changes = await changesOf("2025");
    const countOf = (kind: Parameters<typeof changesOfKind>[1]) =>
      changesOfKind(changes, kind).length;
    expect(countOf("new") + countOf("listed_again") - countOf("closed")).toBe(134 - 108);
    expect(countOf("completed")).toBe(18 - 11);
    expect(changes.every((change) => change.kinds.length > 0)).toBe(true);
  });

  test("have a hash that anybody can compute", async () => {
    expect(await listFreezesWithWrongHash()).toEqual([]);
    await withoutTriggers(`update "ReportFreeze" set hash = repeat('0', 64) where number = 1
      and "reportId" = (select id from "Report" where slug = '2023')`);
    expect(await listFreezesWithWrongHash()).toEqual(["2023/1"]);
  });
});

/** Runs a statement without triggers, as the owner of the database can. */
async function withoutTriggers(statement: string) {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.$executeRawUnsafe(statement);
  });
}
