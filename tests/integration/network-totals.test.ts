import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { rebuildDerived } from "@/lib/db/rebuild-derived";
import { toDay } from "@/lib/domain/values/day";
import { readAims } from "@/lib/queries/public/aims";
import { listNetworkDays } from "@/lib/queries/public/as-of";
import { getOutcomeSums } from "@/lib/queries/public/assessments";
import { listChanges } from "@/lib/queries/public/changes";
import { findCountry } from "@/lib/queries/public/country";
import { listLate } from "@/lib/queries/public/late";
import { findNewestEdition } from "@/lib/queries/public/newest";
import { countOrigins, listPublicProjects } from "@/lib/queries/public/projects";
import { listRatingsOf } from "@/lib/queries/public/ratings";
import { getTermTotals } from "@/lib/queries/public/term-totals";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { listTotalsInTime } from "@/lib/queries/public/totals-in-time";
import { isDerived } from "@/prisma/seed/is-seeded";
import { type Cast, getCast } from "@/tests/support/cast";
import { aMilestone, anIndicator, aReading } from "@/tests/support/examples";
import { aReadyProject, must, typeInto } from "@/tests/support/factories";
import { countStatements, namesReadBy } from "@/tests/support/statements";

const life = "high-quality-of-life";
const whole = { kind: "city", term: "" } as const;

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

test("the totals on the network's report days are the printed ones, followed by today's", async () => {
  const points = await listTotalsInTime(null, whole);
  expect(points.map(({ day, aggregate }) => [day, aggregate.total])).toEqual([
    ["2018-07-08", 53],
    ["2022-09-21", 77],
    ["2023-08-14", 86],
    ["2024-09-25", 108],
    ["2025-09-30", 134],
    [null, 134],
  ]);
  expect(points[4]).toMatchObject({
    report: { slug: "2025" },
    aggregate: { byStage: { planning: 8, ongoing: 108, completed: 18, not_stated: 0 } },
  });
  const then = await listTotalsInTime("2023-12-31", whole);
  expect(then.map(({ day, aggregate }) => [day, aggregate.total]).slice(-2)).toEqual([
    ["2023-08-14", 86],
    ["2023-12-31", 86],
  ]);
  expect(await listTotalsInTime("2018-01-01", whole)).toEqual([]);
});

test("the totals of countries and of focus areas add up to the network's, on every day", async () => {
  for (const asOf of ["2022-09-21", "2025-09-30", null]) {
    const cities = await listCityTotals(asOf);
    const { byFocusArea } = totalOfCities(cities);
    const terms = await getTermTotals(asOf);
    for (const [area, total] of Object.entries(byFocusArea)) {
      const choice = { kind: "focus_area", term: area } as const;
      expect(terms.focus_area[area]?.total).toBe(total);
      expect(totalOfCities(await listCityTotals(asOf, choice)).total).toBe(total);
      expect((await listTotalsInTime(asOf, choice)).at(-1)?.aggregate.total).toBe(total);
    }
    for (const country of new Set(cities.map((city) => city.countryCode))) {
      const own = cities.filter((city) => city.countryCode === country);
      const points = await listTotalsInTime(asOf, { ...whole, country });
      expect(points.at(-1)?.aggregate.total).toBe(totalOfCities(own).total);
    }
  }
});

test("a published project changes the totals of outcomes, delays and support, and another edition changes them back", async () => {
  const before = await getTermTotals(null);
  const recordId = await aReadyProject(cast);
  await typeInto(cast, recordId, {
    stage: ["planning", "ongoing"],
    schedule: [null, "late"],
    scheduleReason: ["", "The tender was repeated."],
    endsOn: [null, "2024"],
    contributions: [[], [{ id: randomUUID(), outcome: life, how: "Cleaner air." }]],
    milestones: [
      [],
      [aMilestone({ dueOn: "2024", doneOn: "2024" }), aMilestone({ dueOn: "2199" })],
    ],
    indicators: [
      [],
      [
        anIndicator({
          outcome: life,
          baseline: 0,
          target: 10,
          readings: [aReading("2025", 10)],
        }),
      ],
    ],
    supportNeeded: [
      [],
      [{ id: randomUUID(), kind: "finance", text: "A loan.", isMet: false, metBy: "" }],
    ],
  });
  const sent = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, sent));

  const after = await getTermTotals(null);
  const added = (of: typeof after) => of.outcome[life]?.total ?? 0;
  expect(added(after)).toBe(added(before) + 1);
  expect(after.outcome[life]).toMatchObject({
    byFocusArea: { "civic-social": 1 },
    byLateReason: { late: 1, missed: 1 },
    byNeed: { finance: 1 },
    byStanding: { reached: 1 },
    milestones: { done: 1, kept: 2 },
  });
  const ofPhuket = await listCityTotals(null, { kind: "outcome", term: life });
  expect(ofPhuket.find((city) => city.slug === "phuket")?.aggregate.total).toBe(1);
  expect(await listLate(null, { country: "TH", outcome: life }, 5)).toMatchObject([
    {
      id: recordId,
      citySlug: "phuket",
      effectiveOn: toDay(new Date()),
      reasons: ["late", "missed"],
      fields: { scheduleReason: "The tender was repeated.", endsOn: "2024" },
    },
  ]);
  expect(await listLate(null, { country: "ID", outcome: life }, 5)).toEqual([]);
  expect(await listLate("2025-09-30", { outcome: life }, 5)).toEqual([]);
  expect(await listCitiesWithWrongDerivedRows()).toEqual([]);

  await typeInto(cast, recordId, {
    closing: [null, "withdrawn"],
    closingReason: ["", "The site was sold."],
  });
  const again = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, again));
  expect(added(await getTermTotals(null))).toBe(added(before));
  expect(await listLate(null, { outcome: life }, 5)).toEqual([]);
});

// Each page also reads the messages of its language and the terms of the framework, with four statements.
const pages: { file: string; maxStatements: number; reads: Record<string, () => unknown> }[] = [
  {
    file: "app/(public)/[locale]/page.tsx",
    maxStatements: 13,
    reads: {
      countOrigins: () => countOrigins(null),
      getOutcomeSums: () => getOutcomeSums(null),
      listCityTotals: () => listCityTotals(null),
      totalOfCities: () => totalOfCities([]),
      getTermTotals: () => getTermTotals(null),
      listTotalsInTime: () => listTotalsInTime(null, whole),
      listLate: () => listLate(null, {}, 8),
      listChanges: () => listChanges({ asOf: null, limit: 6 }),
      findNewestEdition: () => findNewestEdition(null),
      listNetworkDays: () => listNetworkDays(),
    },
  },
  {
    file: "app/(public)/outcome-page.tsx",
    maxStatements: 18,
    reads: {
      readAims: () => readAims({ outcome: life }, null),
      listCityTotals: () => listCityTotals(null, { kind: "outcome", term: life }),
      totalOfCities: () => totalOfCities([]),
      listTotalsInTime: () => listTotalsInTime(null, { kind: "outcome", term: life }),
      listLate: () => listLate(null, { outcome: life }, 8),
      listPublicProjects: () => listPublicProjects({ outcome: life }, { asOf: null, limit: 20 }),
      listRatingsOf: () => listRatingsOf([randomUUID()], null),
      findNewestEdition: () => findNewestEdition(null),
      listNetworkDays: () => listNetworkDays(),
    },
  },
  {
    file: "app/(public)/[locale]/focus-areas/[area]/page.tsx",
    maxStatements: 12,
    reads: {
      listCityTotals: () => listCityTotals(null, { kind: "focus_area", term: "civic-social" }),
      totalOfCities: () => totalOfCities([]),
      listTotalsInTime: () => listTotalsInTime(null, { kind: "focus_area", term: "civic-social" }),
      listLate: () => listLate(null, { focusArea: "civic-social" }, 8),
      listPublicProjects: () =>
        listPublicProjects({ focusArea: "civic-social" }, { asOf: null, limit: 20 }),
      findNewestEdition: () => findNewestEdition(null),
      listNetworkDays: () => listNetworkDays(),
    },
  },
  {
    file: "app/(public)/[locale]/countries/[code]/page.tsx",
    maxStatements: 20,
    reads: {
      findCountry: () => findCountry("TH"),
      readAims: () => readAims({ country: "TH" }, null),
      getOutcomeSums: () => getOutcomeSums(null, { country: "TH" }),
      listCityTotals: () => listCityTotals(null),
      totalOfCities: () => totalOfCities([]),
      getTermTotals: () => getTermTotals(null, "TH"),
      listTotalsInTime: () => listTotalsInTime(null, { ...whole, country: "TH" }),
      listLate: () => listLate(null, { country: "TH" }, 8),
      listPublicProjects: () => listPublicProjects({ country: "TH" }, { asOf: null, limit: 20 }),
      findNewestEdition: () => findNewestEdition(null),
      listNetworkDays: () => listNetworkDays(),
    },
  },
];

test.each(pages)(
  "$file takes at most $maxStatements statements, whatever there is",
  async ({ file, maxStatements, reads }) => {
    expect(Object.keys(reads).sort()).toEqual(namesReadBy(file));
    const statements = await countStatements(async () => {
      for (const read of Object.values(reads)) await read();
    });
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(maxStatements);
  },
);

test("rows that an older version did not derive are derived at the next start", async () => {
  expect(await isDerived()).toBe(true);
  await database().$executeRaw`update "EditionPeriod" set measures = null`;
  await database().$executeRaw`update "CityAggregate" set "byNeed" = '{}'`;
  expect(await isDerived()).toBe(false);
  await rebuildDerived();
  expect(await isDerived()).toBe(true);
  expect(await listCitiesWithWrongDerivedRows()).toEqual([]);
});
