import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { withholdRecord } from "@/lib/commands/review/withhold-record";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { rebuildDerived } from "@/lib/db/rebuild-derived";
import { partnerSlug } from "@/lib/domain/organisation/partner";
import { projectOrders } from "@/lib/domain/site/list";
import { toSearchWords } from "@/lib/domain/site/search-words";
import { lastDayOf } from "@/lib/domain/values/partial-date";
import { compareCities, compareProjects } from "@/lib/queries/public/compare";
import { findPartner, listPartners, type PublicPartner } from "@/lib/queries/public/partners";
import type { ProjectFilters } from "@/lib/queries/public/project-filters";
import {
  countByValue,
  countProjects,
  type ListedProject,
  listPublicProjects,
} from "@/lib/queries/public/projects";
import { getCast } from "@/tests/support/cast";
import { aReadyProject, must, typeInto } from "@/tests/support/factories";
import { countStatements } from "@/tests/support/statements";

const asOf = "2025-09-30";

/** Returns every project that matches these filters, read in pages of this size. */
async function readAll(
  filters: ProjectFilters,
  { order, limit = 20 }: { order?: (typeof projectOrders)[number]; limit?: number } = {},
) {
  const projects: ListedProject[] = [];
  let cursor: string | null = null;
  do {
    const page = await listPublicProjects(filters, { asOf, cursor, limit, order });
    if ("unknown" in page) throw new Error(page.unknown);
    projects.push(...page.projects);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return projects;
}

const everything = await readAll({ closing: "any" }, { limit: 100 });
const listed = everything.filter(({ fields }) => !fields.closing || fields.closing === "completed");

function openMilestones({ milestones }: ListedProject["fields"]) {
  return milestones.filter(
    (each) => each.dueOn !== null && each.doneOn === null && each.droppedReason === "",
  );
}

/** Pairs each filter with a predicate that says what it means. */
const filters: [ProjectFilters, (project: ListedProject) => boolean][] = [
  [{ city: "cebu-city" }, (project) => project.citySlug === "cebu-city"],
  [{ country: "PH" }, (project) => project.countryCode === "PH"],
  [{ stage: "completed" }, ({ fields }) => fields.stage === "completed"],
  [{ schedule: "none" }, ({ fields }) => fields.schedule === null],
  [
    { focusArea: "built-infrastructure" },
    ({ fields }) => fields.focusAreas[0]?.focusArea === "built-infrastructure",
  ],
  [{ startsIn: "2021" }, ({ fields }) => fields.startsOn?.startsWith("2021") === true],
  [{ endsIn: "none" }, ({ fields }) => fields.endsOn === null],
  [
    { schedule: "missed" },
    ({ fields, edition }) =>
      (fields.endsOn !== null && fields.endsOn < "2025" && fields.stage !== "completed") ||
      openMilestones(fields).some(
        (each) => lastDayOf(each.dueOn ?? "9") < (each.lastReportedOn ?? edition.effectiveOn),
      ),
  ],
  [
    { schedule: "silent" },
    ({ fields, edition }) =>
      openMilestones(fields).some(
        (each) =>
          lastDayOf(each.dueOn ?? "9") < asOf &&
          lastDayOf(each.dueOn ?? "9") >= (each.lastReportedOn ?? edition.effectiveOn),
      ),
  ],
  [{ support: "any" }, ({ fields }) => fields.supportNeeded.some((need) => !need.isMet)],
  [
    { support: "finance" },
    ({ fields }) => fields.supportNeeded.some((need) => !need.isMet && need.kind === "finance"),
  ],
  [
    { partner: "japan-international-cooperation-agency-jica" },
    ({ fields }) =>
      fields.partners.some(({ name }) => name === "Japan International Cooperation Agency (JICA)"),
  ],
  [{ indicators: "yes" }, ({ fields }) => fields.indicators.length > 0],
  [{ evidence: "no" }, ({ fields }) => fields.evidence.length === 0],
  [{ origin: "documents" }, ({ edition }) => edition.origin === "documents"],
  [{ effectiveFrom: "2025-01-01" }, ({ edition }) => edition.effectiveOn >= "2025-01-01"],
  [{ effectiveBefore: "2025-01-01" }, ({ edition }) => edition.effectiveOn < "2025-01-01"],
];

describe("the list of projects", () => {
  test.each(filters)(
    "narrowed to %j holds what it says, and is counted so",
    async (asked, holds) => {
      const found = await readAll(asked);
      const wanted = listed.filter(holds);
      expect(found.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
      expect(await countProjects(asked, { asOf, max: 1000 })).toBe(wanted.length);
    },
  );

  test("shows closed projects only with the filter for them", async () => {
    expect(listed.length).toBe(134);
    const closed = await readAll({ closing: "closed" });
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.length).toBe(everything.length - listed.length);
    const gone = await readAll({ closing: "no_longer_listed" });
    expect(gone.every(({ fields }) => fields.closing === "no_longer_listed")).toBe(true);
  });

  test.each(projectOrders)(
    "ordered by %s shows each project once, in that order",
    async (order) => {
      if (order === "relevance") {
        expect(await listPublicProjects({}, { asOf, limit: 5, order })).toEqual({
          unknown: "sort",
        });
        return;
      }
      const paged = await readAll({}, { order, limit: 13 });
      expect(new Set(paged.map(({ id }) => id)).size).toBe(134);
      const whole = await readAll({}, { order, limit: 100 });
      expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      const dates = whole.map(({ fields }) => fields.endsOn);
      if (order === "ends" || order === "-ends") {
        const known = dates.filter((date) => date !== null);
        expect(dates.slice(0, known.length)).toEqual(
          order === "ends" ? [...known].sort() : [...known].sort().reverse(),
        );
      }
    },
  );

  test("is sorted as a dictionary sorts, and not by capitals", async () => {
    const titles = (await readAll({}, { order: "title", limit: 100 })).map(
      ({ fields }) => fields.title,
    );
    expect(titles).toEqual(titles.toSorted(new Intl.Collator("en").compare));
    const upper = titles.findIndex((title) => title.startsWith("CCTV"));
    const lower = titles.findIndex((title) => title.startsWith("Cadast"));
    expect(lower).toBeGreaterThan(-1);
    expect(upper).toBeGreaterThan(lower);
  });

  test("accepts a cursor only for the order in which it was made", async () => {
    const page = await listPublicProjects({}, { asOf, limit: 5, order: "city" });
    const cursor = "unknown" in page ? null : page.nextCursor;
    expect(cursor).not.toBeNull();
    expect(await listPublicProjects({}, { asOf, limit: 5, cursor })).toEqual({ unknown: "cursor" });
  });

  test("takes the same number of statements for one project and for a hundred", async () => {
    for (const asked of [{}, { country: "TH", stage: "ongoing" as const, q: "smart" }]) {
      const costs = [];
      for (const limit of [1, 100])
        costs.push(
          (await countStatements(() => listPublicProjects(asked, { asOf, limit }))).length,
        );
      expect(costs[0]).toBe(costs[1]);
      expect(costs[0]).toBeLessThanOrEqual("q" in asked ? 4 : 2);
    }
  });
});

test("no searched character becomes an operator of the search query", async () => {
  const letters = Array.from({ length: 0x2fff }, (_, index) => String.fromCharCode(index + 1));
  const words = letters.flatMap((letter) => toSearchWords(letter));
  const [row] = await database().$queryRaw<{ strange: string[] }[]>`
    select coalesce(array_agg(word), '{}') as strange from unnest(${words}::text[]) word
    where search_fold(word) ~ '[''\\&|!<>():*]'`;
  expect(row?.strange).toEqual([]);
});

test("validity periods of an earlier version are derived again", async () => {
  await database().editionPeriod.updateMany({ data: { facets: [], searchTitle: "" } });
  expect((await listCitiesWithWrongDerivedRows()).length).toBeGreaterThan(30);
  await rebuildDerived();
  expect(await listCitiesWithWrongDerivedRows()).toEqual([]);
});

describe("the partners", () => {
  const readPartners = async (limit: number) => {
    const partners: PublicPartner[] = [];
    let cursor: string | null = null;
    do {
      const page = await listPartners({ asOf, cursor, limit });
      partners.push(...(page?.partners ?? []));
      cursor = page?.nextCursor ?? null;
    } while (cursor !== null);
    return partners;
  };

  test("are all partners that listed projects name, each once, with a filter of the list", async () => {
    const named = listed.flatMap(({ fields, organisations }) =>
      fields.partners.map(({ id, name }) => organisations[id]?.slug ?? partnerSlug(name)),
    );
    const partners = await readPartners(7);
    expect(partners.map(({ slug }) => slug).sort()).toEqual([...new Set(named)].sort());
    const byName = partners.map(({ name }) => partnerSlug(name));
    expect(byName).toEqual([...byName].sort());
    expect(await readPartners(100)).toEqual(partners);
    for (const { slug, projects, cities } of partners.slice(0, 20)) {
      const found = await readAll({ partner: slug });
      expect([slug, found.length]).toEqual([slug, projects]);
      expect(new Set(found.map(({ citySlug }) => citySlug)).size).toBe(cities);
    }
  });

  test("are found by the name that a project wrote, and other names are not", async () => {
    expect(await findPartner("jica")).toMatchObject({
      name: "Japan International Cooperation Agency (JICA)",
      organisation: { kind: "donor", countryCode: "JP" },
    });
    expect(await findPartner("nobody-at-all")).toBeNull();
    expect(await listPartners({ asOf, cursor: "nonsense", limit: 5 })).toBeNull();
    expect((await listPartners({ asOf: "2018-01-01", cursor: null, limit: 5 }))?.partners).toEqual(
      [],
    );
  });

  test("also have a page when only closed projects name them", async () => {
    const cast = await getCast();
    const recordId = await aReadyProject(cast);
    const name = `Closed Partner ${randomUUID()}`;
    await typeInto(cast, recordId, {
      partners: [[], [{ id: randomUUID(), name, kind: null, role: "Paid for it" }]],
      closing: [null, "withdrawn"],
      closingReason: ["", "The site was sold."],
    });
    const sent = must(await submitRecord(cast.leadOfPhuket, { recordId }));
    must(await approveSubmission(cast.reviewer, sent));
    const partner = partnerSlug(name);
    expect(await findPartner(partner)).toEqual({ name, organisation: null });
    const closed = await listPublicProjects(
      { partner, closing: "closed" },
      { asOf: null, limit: 5 },
    );
    expect(closed).toMatchObject({ projects: [{ id: recordId }] });
    expect(await countProjects({ partner }, { asOf: null, max: 5 })).toBe(0);

    must(
      await withholdRecord(cast.reviewer, { recordId, reason: "Asked.", notice: "Not for now." }),
    );
    expect(await findPartner(partner)).toBeNull();
  });

  test("take one statement for each page", async () => {
    for (const limit of [1, 50])
      expect(
        await countStatements(() => listPartners({ asOf: null, cursor: null, limit })),
      ).toHaveLength(1);
  });
});

test("projects that ask for support are counted by kind as the list shows them", async () => {
  const counts = await countByValue("support", ["any", "finance", "training"], {
    filters: { country: "KH" },
    asOf,
    max: 1000,
  });
  for (const support of ["any", "finance", "training"] as const)
    expect(counts).toMatchObject({
      [support]: (await readAll({ country: "KH", support })).length,
    });
});

describe("a comparison", () => {
  test("of cities counts the projects with each value, by name and not by number", async () => {
    const slugs = ["phuket", "bangkok", "dili"];
    const cities = await compareCities(slugs, { asOf, focusArea: null });
    expect(cities?.map(({ name }) => name)).toEqual(["Bangkok", "Dili", "Phuket"]);
    for (const { slug, total, counts } of cities ?? []) {
      const own = listed.filter(({ citySlug }) => citySlug === slug);
      expect([slug, total]).toEqual([slug, own.length]);
      expect(counts["endsIn:none"] ?? 0).toBe(
        own.filter(({ fields }) => fields.endsOn === null).length,
      );
      const silent = await countProjects({ city: slug, schedule: "silent" }, { asOf, max: 100 });
      expect([slug, counts["schedule:silent"] ?? 0]).toEqual([slug, silent]);
      expect(counts["indicators:yes"] ?? 0).toBe(
        own.filter(({ fields }) => fields.indicators.length > 0).length,
      );
    }
    expect(await compareCities(["phuket", "nowhere"], { asOf, focusArea: null })).toBeNull();
  });

  test("of cities in one focus area counts only projects that have it first", async () => {
    const cities = await compareCities(["phuket"], { asOf, focusArea: "civic-social" });
    const own = await readAll({ city: "phuket", focusArea: "civic-social" });
    expect(cities?.[0]?.total).toBe(own.length);
  });

  test("of projects has those that were public on the day, also closed ones", async () => {
    const closed = await readAll({ closing: "no_longer_listed" });
    const ids = [closed[0], listed[0]].map((project) => String(project?.id));
    const compared = await compareProjects(ids, asOf);
    expect(compared.map(({ id }) => id).sort()).toEqual([...ids].sort());
    expect(await compareProjects(ids, "2017-01-01")).toEqual([]);
  });

  test("takes two statements for every comparison", async () => {
    for (const slugs of [["phuket"], ["phuket", "bangkok", "makassar", "ha-noi"]])
      expect(
        await countStatements(() => compareCities(slugs, { asOf: null, focusArea: null })),
      ).toHaveLength(2);
  });
});
