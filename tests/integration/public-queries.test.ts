import { expect, test } from "vitest";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { database } from "@/lib/db/client";
import { findFirstDay, listNetworkDays } from "@/lib/queries/public/as-of";
import { listChanges } from "@/lib/queries/public/changes";
import { findCity, listProjectsOfCity } from "@/lib/queries/public/city";
import { findProject, findProjectById } from "@/lib/queries/public/project";
import type { ProjectFilters } from "@/lib/queries/public/project-filters";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { getCast } from "@/tests/support/cast";
import { aSubmission, must } from "@/tests/support/factories";
import { countStatements } from "@/tests/support/statements";

const reports = [
  { on: "2018-07-08", total: 53, planning: 0, ongoing: 0, completed: 0 },
  { on: "2022-09-21", total: 77 },
  { on: "2023-08-14", total: 86 },
  { on: "2024-09-25", total: 108 },
  { on: "2025-09-30", total: 134, planning: 8, ongoing: 108, completed: 18, not_stated: 0 },
];

/** Returns every project of a list, read page by page. */
async function readAll(filters: ProjectFilters, asOf: string | null, limit = 7) {
  const projects = [];
  let cursor: string | null = null;
  do {
    const page = await listPublicProjects(filters, { asOf, cursor, limit });
    if ("unknown" in page) throw new Error(page.unknown);
    projects.push(...page.projects);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return projects;
}

test.each(reports)("on $on the totals are those the network printed", async ({ on, ...wanted }) => {
  const { total, byStage } = totalOfCities(await listCityTotals(on));
  expect({ total, ...byStage }).toMatchObject(wanted);
});

test("a day between two reports shows the earlier one, a day before the first one nothing", async () => {
  expect(totalOfCities(await listCityTotals("2025-09-29")).total).toBe(108);
  expect(totalOfCities(await listCityTotals("2018-07-07")).total).toBe(0);
  expect(await findFirstDay()).toBe("2018-07-08");
});

test("the days of the network are those of the reports and of the first editions, found in two statements", async () => {
  const days: string[] = [];
  const statements = await countStatements(async () => {
    days.push(...(await listNetworkDays()));
  });
  expect(days).toEqual(reports.map(({ on }) => on).toReversed());
  expect(statements.length, statements.join("\n")).toBe(2);
});

test("every number links to the list that it counts", async () => {
  const asOf = "2025-09-30";
  const cities = await listCityTotals(asOf);
  const { byStage, byFocusArea } = totalOfCities(cities);
  for (const [stage, count] of Object.entries(byStage))
    expect([stage, (await readAll({ stage: stage as never }, asOf)).length]).toEqual([
      stage,
      count,
    ]);
  for (const [focusArea, count] of Object.entries(byFocusArea))
    expect((await readAll({ focusArea }, asOf)).length).toBe(count);
  for (const { slug, aggregate } of cities)
    expect([slug, (await readAll({ city: slug }, asOf)).length]).toEqual([slug, aggregate.total]);
  expect((await readAll({ focusArea: "none" }, "2018-07-08")).length).toBe(49);
});

test("pages of a list neither repeat nor miss a project, in the order of titles", async () => {
  const whole = await readAll({}, null, 100);
  const paged = await readAll({}, null, 3);
  expect(paged.map((project) => project.id)).toEqual(whole.map((project) => project.id));
  expect(new Set(paged.map((project) => project.id)).size).toBe(134);
});

test("an unknown filter value is named", async () => {
  const page = { asOf: null, limit: 5 };
  expect(await listPublicProjects({ city: "nowhere" }, page)).toEqual({ unknown: "city" });
  expect(await listPublicProjects({ country: "XX" }, page)).toEqual({ unknown: "country" });
  expect(await listPublicProjects({ focusArea: "nothing" }, page)).toEqual({
    unknown: "focusArea",
  });
  expect(await listPublicProjects({ outcome: "nothing" }, page)).toEqual({ unknown: "outcome" });
  expect(await listPublicProjects({}, { ...page, cursor: "nonsense" })).toEqual({
    unknown: "cursor",
  });
});

test("a search has no wildcards", async () => {
  expect((await readAll({ q: "PHUKET" }, null)).every((p) => p.citySlug === "phuket")).toBe(true);
  expect(await readAll({ q: "%_%" }, null)).toEqual([]);
});

test("a city lists closed projects separately, and a city without projects lists none", async () => {
  const phuket = await listProjectsOfCity("phuket", null, 50);
  expect(phuket.closed.length).toBeGreaterThan(0);
  expect(phuket.closed.every((project) => project.fields.closing !== null)).toBe(true);
  expect((await findCity("phuket", null))?.aggregate.total).toBe(phuket.listed.length);

  expect(await listProjectsOfCity("dili", null, 50)).toMatchObject({ listed: [], closed: [] });
  expect(await findCity("dili", null)).toMatchObject({ name: "Dili", aggregate: { total: 0 } });
  expect(await findCity("nowhere", null)).toBeNull();
});

test("a project has its history, and none before its first edition", async () => {
  const address = ["bandar-seri-begawan", "digital-payment-hub"] as const;
  const now = await findProject(...address, null);
  expect(now?.project?.fields.stage).toBe("completed");
  expect(now?.editions.map((edition) => edition.number)).toEqual([4, 3, 2, 1]);
  expect(now?.editions[0]?.stage).toEqual({ before: "ongoing", after: "completed" });

  const then = await findProject(...address, "2023-12-31");
  expect(then?.project?.edition).toMatchObject({ number: 2, effectiveOn: "2023-08-14" });
  expect(await findProject(...address, "2020-01-01")).toMatchObject({
    project: null,
    editions: [],
  });
  expect(await findProject("phuket", "nothing-like-it", null)).toBeNull();
  expect(await findProjectById("not-an-id", null)).toBeNull();
});

test("the pages of changes go back to the first editions", async () => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await listChanges({ asOf: null, cursor, limit: 90 });
    ids.push(...(page?.changes.map((change) => change.id) ?? []));
    cursor = page?.nextCursor ?? null;
  } while (cursor !== null);
  expect(ids.length).toBe(await database().edition.count());
  expect(new Set(ids).size).toBe(ids.length);
  expect(await listChanges({ asOf: null, cursor: "nonsense", limit: 1 })).toBeNull();
});

test("drafts and submissions are nowhere public, and an approved one is public everywhere at once", async () => {
  const cast = await getCast();
  const before = totalOfCities(await listCityTotals(null)).total;
  const submissionId = await aSubmission(cast);
  const { recordId } = await database().submission.findUniqueOrThrow({
    where: { id: submissionId },
  });
  expect(await findProjectById(recordId, null)).toBeNull();
  expect(totalOfCities(await listCityTotals(null)).total).toBe(before);

  must(await approveSubmission(cast.reviewer, { submissionId }));

  expect((await findProjectById(recordId, null))?.edition.number).toBe(1);
  expect(totalOfCities(await listCityTotals(null)).total).toBe(before + 1);
  expect(totalOfCities(await listCityTotals("2025-09-30")).total).toBe(134);
  expect((await listChanges({ asOf: null, limit: 1 }))?.changes[0]?.citySlug).toBe("phuket");
});
