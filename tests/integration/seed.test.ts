import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import { type Aggregate, addAggregates, aggregateOf } from "@/lib/domain/progress/aggregate";
import { budgetSums } from "@/lib/domain/progress/budget";
import { readEditionContent } from "@/lib/domain/record/edition";
import { unknownTerms } from "@/lib/domain/record/framework";
import type { ProjectFields } from "@/lib/domain/record/project";
import { parseFields } from "@/lib/domain/record/record";
import { fromDay, toDay } from "@/lib/domain/values/day";
import { cast } from "@/prisma/seed/cast";

/** The days of the plans of 2018 and of the four reports. */
const reportDays = ["2018-07-08", "2022-09-21", "2023-08-14", "2024-09-25", "2025-09-30"];

/** Returns the counts of what is public on a day, computed from the editions alone. */
async function aggregateOn(day: string) {
  const editions = await database().edition.findMany({
    where: { kind: "project", effectiveOn: { lte: fromDay(day) } },
    orderBy: [{ recordId: "asc" }, { effectiveOn: "asc" }, { number: "asc" }],
    select: { recordId: true, content: true, city: { select: { slug: true, countryCode: true } } },
  });
  const effective = new Map(editions.map((edition) => [edition.recordId, edition]));
  const projects = [...effective.values()].map(({ content, city }) => {
    const fields = content as unknown as { fields: ProjectFields };
    const { closing, stage, focusAreas } = fields.fields;
    const leadFocusArea = focusAreas[0]?.focusArea ?? null;
    const isListed = closing === null || closing === "completed";
    return { ...city, isListed, stage, leadFocusArea, outcomes: [] };
  });
  const listed = projects.filter((project) => project.isListed);
  return {
    ...aggregateOf(projects),
    cities: new Set(listed.map((project) => project.slug)).size,
    byCountry: countsOf(listed.map((project) => project.countryCode)),
  };
}

function countsOf(names: string[]) {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Returns the same counts from the stored aggregates. */
async function storedAggregateOn(day: string): Promise<Aggregate> {
  const rows = await database().cityAggregate.findMany({
    where: { kind: "city", fromDay: { lte: fromDay(day) } },
    orderBy: { fromDay: "desc" },
    distinct: ["cityId"],
  });
  return addAggregates(
    rows.map((row) => ({
      total: row.total,
      byStage: {
        planning: row.planning,
        ongoing: row.ongoing,
        completed: row.completed,
        not_stated: row.notStated,
      },
      byFocusArea: row.byFocusArea as Record<string, number>,
      byOutcome: row.byOutcome as Record<string, number>,
    })),
  );
}

async function editionsOf(city: string, slug: string) {
  const editions = await database().edition.findMany({
    where: { slug, city: { slug: city } },
    orderBy: { number: "asc" },
  });
  return editions.map((edition) => ({
    on: toDay(edition.effectiveOn),
    fields: (edition.content as unknown as { fields: ProjectFields }).fields,
  }));
}

describe("the network's history", () => {
  // The figures are those that the reports print, except for stages that they show only as "planning or ongoing".
  test.each([
    ["2018-07-07", 0, 0, 0, 0, 0, 0],
    ["2018-07-08", 53, 0, 0, 0, 53, 26],
    ["2022-09-20", 53, 0, 0, 0, 53, 26],
    ["2022-09-21", 77, 16, 57, 2, 2, 26],
    ["2023-08-14", 86, 14, 65, 2, 5, 26],
    ["2024-09-25", 108, 13, 79, 11, 5, 31],
    ["2025-09-30", 134, 8, 108, 18, 0, 35],
    ["2026-11-22", 134, 8, 108, 18, 0, 35],
  ])(
    "on %s adds up to %i projects",
    async (day, total, planning, ongoing, completed, notStated, cities) => {
      const { cities: counted, byCountry, ...aggregate } = await aggregateOn(day);
      expect(aggregate.total).toBe(total);
      expect(aggregate.byStage).toEqual({ planning, ongoing, completed, not_stated: notStated });
      expect(counted).toBe(cities);
      expect(await storedAggregateOn(day)).toEqual(aggregate);
    },
  );

  test("on 30 September 2025 has the printed totals, by country and by focus area", async () => {
    const { byCountry, byFocusArea } = await aggregateOn("2025-09-30");
    expect(byCountry).toEqual({
      BN: 7,
      KH: 17,
      ID: 18,
      LA: 9,
      MY: 29,
      MM: 14,
      PH: 8,
      SG: 6,
      TH: 20,
      VN: 6,
    });
    expect(byFocusArea).toEqual({
      "civic-social": 34,
      "health-wellbeing": 8,
      "safety-security": 19,
      "quality-environment": 25,
      "built-infrastructure": 32,
      "industry-innovation": 16,
    });
  });

  test("closes a project that a report leaves out, and reopens it when a later one lists it", async () => {
    const editions = await editionsOf("phuket", "city-data-platform");
    const closedOn = (day: string) => editions.findLast(({ on }) => on <= day)?.fields;
    expect(reportDays.map((day) => [day, closedOn(day)?.closing])).toEqual([
      ["2018-07-08", null],
      ["2022-09-21", "no_longer_listed"],
      ["2023-08-14", null],
      ["2024-09-25", null],
      ["2025-09-30", null],
    ]);
    expect(closedOn("2022-09-21")?.closingReason).toContain("monitoring report 2022");
    expect(closedOn("2023-08-14")?.closingReason).toBe("");
  });

  test("closes a project once while it stays unlisted", async () => {
    for (const [city, slug] of [
      ["manila", "e-education"],
      ["manila", "e-health"],
      ["phuket", "eagle-eyes"],
      ["da-nang", "traffic-control"],
    ] as const) {
      const editions = await editionsOf(city, slug);
      const closed = editions.filter(({ fields }) => fields.closing !== null);
      expect(closed[0]?.on, slug).toBe("2022-09-21");
      expect(editions[0], slug).toMatchObject({ on: "2018-07-08", fields: { closing: null } });
      expect(closed[0]?.fields.closing, slug).toBe("no_longer_listed");
      // Later press articles about a closed project make editions with the same closing reason.
      expect(new Set(closed.map(({ fields }) => fields.closingReason)).size, slug).toBe(1);
      const later = closed.slice(1).map(({ on }) => on);
      expect(
        reportDays.filter((day) => later.includes(day)),
        slug,
      ).toEqual([]);
    }
  });

  test("keeps former titles of a project, each on its day", async () => {
    const editions = await editionsOf("chonburi", "microgrid");
    const titles = (from: string, until: string) =>
      new Set(
        editions.filter(({ on }) => from <= on && on < until).map(({ fields }) => fields.title),
      );
    expect(titles("2018-07-08", "2022-09-21")).toEqual(new Set(["Smart Grid Project"]));
    expect(titles("2022-09-21", "9")).toEqual(
      new Set(["Smart Data Utilisation for Smart Microgrid Development"]),
    );
  });

  test("names each source once, with a title and an address", async () => {
    const editions = await database().edition.findMany({ select: { content: true } });
    for (const { content } of editions) {
      const { sources } = readEditionContent(content).fields;
      expect(sources.length).toBeGreaterThan(0);
      expect(new Set(sources.map((source) => source.address)).size).toBe(sources.length);
      for (const { title, address } of sources) {
        expect(title).not.toBe("");
        expect(address).toMatch(/^https?:/);
      }
    }
  });

  test("uses only terms of the framework", async () => {
    const framework = await getFrameworkTerms(database(), { slug: "ascf-2018" });
    for (const { content } of await database().edition.findMany({ select: { content: true } })) {
      const { fields } = readEditionContent(content);
      expect(unknownTerms(framework, "focusAreas", fields.focusAreas)).toEqual({});
    }
  });
});

describe("a new installation", () => {
  test("has the whole network", async () => {
    expect(await database().country.count()).toBe(11);
    expect(await database().city.count()).toBe(38);
    expect(await database().plan.count()).toBe(38);
    expect(await database().project.count()).toBe(144);
    expect(await database().editionPeriod.count({ where: { kind: "plan", untilDay: null } })).toBe(
      26,
    );
  });

  test("has a draft equal to each published record", async () => {
    const drafts = await database().draft.findMany({
      select: {
        contentHash: true,
        record: {
          select: {
            kind: true,
            editions: { orderBy: { number: "desc" }, take: 1 },
          },
        },
      },
    });
    expect(drafts).toHaveLength(182);
    const unpublished = drafts.filter(({ record }) => record.editions.length === 0);
    expect(unpublished.map(({ record }) => record.kind)).toEqual(Array(12).fill("plan"));
    for (const { contentHash, record } of drafts) {
      const [edition] = record.editions;
      if (!edition) continue;
      expect(edition.hash).toBe(contentHash);
      expect(editionHash(readEditionContent(edition.content))).toBe(edition.hash);
    }
  });

  test("has separate budget lines where the sources name separate amounts", async () => {
    const project = await database().project.findFirstOrThrow({
      where: { slug: "transport", city: { slug: "davao-city" } },
      select: { record: { select: { draft: { select: { content: true } } } } },
    });
    const { budget } = parseFields("project", project.record.draft?.content);
    expect(budget).toMatchObject([
      { amount: "1014690000", currency: "USD", kind: "committed", year: 2023 },
      { amount: "50000000", funder: "Green Climate Fund" },
      { amount: "10000000", funder: "ASEAN Infrastructure Fund" },
    ]);
    for (const line of budget) expect(line.note).toContain("Source: Asian Development Bank");
    const sums = budgetSums(budget).map(({ kind, currency, amount }) => [kind, currency, amount]);
    expect(sums).toEqual([["committed", "USD", "1074690000"]]);
  });

  test("has the origin of each edition in its timeline", async () => {
    const entries = await database().timelineEntry.findMany({ where: { kind: "imported" } });
    expect(entries).toHaveLength(await database().edition.count());
    expect(entries.every((entry) => entry.byId === null)).toBe(true);
    const numbered = await database().edition.findMany({
      select: { recordId: true, number: true, effectiveOn: true },
    });
    const dayOf = new Map(
      numbered.map((each) => [`${each.recordId} ${each.number}`, toDay(each.effectiveOn)]),
    );
    const sources = new Map<string, Set<string>>();
    for (const { recordId, detail } of entries) {
      const { number, source } = detail as { number: number; source: string };
      expect(source).not.toBe("");
      const day = dayOf.get(`${recordId} ${number}`) ?? "";
      sources.set(day, (sources.get(day) ?? new Set()).add(source));
    }
    expect(reportDays.map((day) => [day, [...(sources.get(day) ?? [])][0]])).toEqual([
      ["2018-07-08", "Smart City Action Plan of 2018"],
      ["2022-09-21", "ASCN monitoring report 2022"],
      ["2023-08-14", "ASCN monitoring report 2023"],
      ["2024-09-25", "ASCN monitoring report 2024"],
      ["2025-09-30", "ASCN monitoring report 2025"],
    ]);
    expect([...(sources.get("2019-08-23") ?? [])]).toEqual([
      "ASCN report of the chairmanship 2019",
    ]);
  });

  test("names offices and no persons", async () => {
    for (const file of readdirSync("prisma/seed/data", { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".json")) continue;
      const text = readFileSync(join("prisma/seed/data", file), "utf8");
      expect(text, file).not.toMatch(/[\w.]@[\w-]+\./);
      expect(text, file).not.toMatch(/"(e-?mail|phone|contact|officer|csco|person)\w*"\s*:/i);
    }
    const people = await database().person.findMany({ select: { email: true, name: true } });
    expect(people.map((person) => person.name).toSorted()).toEqual(
      Object.values(cast)
        .map((account) => account.name)
        .toSorted(),
    );
    expect(people.every((person) => person.email.endsWith("@demo.example"))).toBe(true);
  });
});
