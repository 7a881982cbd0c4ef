import { createHash, randomUUID } from "node:crypto";
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { GET as getHeads } from "@/app/api/v1/audit/heads/route";
import { GET as getChanges } from "@/app/api/v1/changes/route";
import { GET as getCity } from "@/app/api/v1/cities/[slug]/route";
import { GET as getCities } from "@/app/api/v1/cities/route";
import { GET as getEditions } from "@/app/api/v1/projects/[id]/editions/route";
import { GET as getProject } from "@/app/api/v1/projects/[id]/route";
import { GET as getProjects } from "@/app/api/v1/projects/route";
import { GET as getSummary } from "@/app/api/v1/summary/route";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { correctEdition } from "@/lib/commands/review/correct-edition";
import { database } from "@/lib/db/client";
import { publishHeads } from "@/lib/db/published-heads";
import { projectFields } from "@/lib/domain/record/schemas";
import { writeOpenApi } from "@/lib/open-data/openapi";
import { dayParameters, pagedParameters, readParameters } from "@/lib/open-data/parameters";
import { BadParameter } from "@/lib/open-data/problem";
import { findMark } from "@/lib/queries/public/mark";
import { getCast } from "@/tests/support/cast";
import { aBudgetLine, aMilestone, anIndicator, aReading } from "@/tests/support/examples";
import { aPublishedProject, must, typeInto } from "@/tests/support/factories";

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is anything until it is expected to be something
type Json = any;

function ask(path: string, headers: Record<string, string> = {}) {
  return new Request(`http://localhost/api/v1/${path}`, { headers });
}

async function read(answer: Promise<Response>): Promise<Json> {
  return (await answer).json();
}

test("the summary of a day has the printed figures", async () => {
  expect(await read(getSummary(ask("summary?asOf=2025-09-30")))).toEqual({
    asOf: "2025-09-30",
    cities: 35,
    projects: { total: 134, planning: 8, ongoing: 108, completed: 18, notStated: 0 },
    byFocusArea: {
      "civic-social": 34,
      "health-wellbeing": 8,
      "safety-security": 19,
      "quality-environment": 25,
      "built-infrastructure": 32,
      "industry-innovation": 16,
    },
    byCountry: { BN: 7, KH: 17, ID: 18, LA: 9, MY: 29, MM: 14, PH: 8, SG: 6, TH: 20, VN: 6 },
  });
});

test("a cursor continues a list where it ended", async () => {
  const slugs: string[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await read(getCities(ask(`cities?limit=7${cursor && `&cursor=${cursor}`}`)));
    slugs.push(...page.items.map((city: Json) => city.slug));
    cursor = page.nextCursor;
  }
  expect(slugs.length).toBe(38);
  expect(slugs).toEqual([...new Set(slugs)].sort());

  const page = await read(getProjects(ask("projects?stage=notStated&asOf=2018-07-08&limit=100")));
  expect(page.items).toHaveLength(53);
  expect(page.nextCursor).toBeNull();
});

test("a project has the documented fields, and its hash is that of its content", async () => {
  const page = await read(getProjects(ask("projects?city=phuket&limit=1")));
  const [project] = page.items;
  const params = Promise.resolve({ id: project.id });
  expect(await read(getProject(ask("projects/id"), { params }))).toEqual({
    ...project,
    verified: [],
  });
  expect(Object.keys(project)).toEqual(
    expect.arrayContaining(
      "id slug city country title stage schedule closing focusAreas outcomes startsOn endsOn milestones indicators supportNeeded partners sources edition effectiveOn publishedAt hash".split(
        " ",
      ),
    ),
  );
  const editions = await read(getEditions(ask("projects/id/editions"), { params }));
  const [newest] = editions.items;
  const canonical = canonicalize(newest.content) ?? "";
  expect(createHash("sha256").update(canonical).digest("hex")).toBe(project.hash);
});

test("an answer contains the whole content of an edition, at every depth", async () => {
  const cast = await getCast();
  const recordId = await aPublishedProject(cast);
  const params = Promise.resolve({ id: recordId });
  const project = await read(getProject(ask("projects/id"), { params }));
  const described = (writeOpenApi().components.schemas as Json).ProjectDetails.properties;
  expect(Object.keys(described).sort()).toEqual(Object.keys(project).sort());
  const lists = Object.entries(projectFields.shape).flatMap(([name, schema]) => {
    const inside = itemOf(schema);
    return inside ? [{ name, inside }] : [];
  });
  expect(lists.length).toBeGreaterThan(10);
  for (const { name, inside } of lists) {
    const inner = described[name === "focusAreas" ? "focusAreaLabels" : name].items.properties;
    const { id: _, ...held } = inside;
    expect(Object.keys(inner), name).toEqual(expect.arrayContaining(Object.keys(held)));
  }
});

/** Returns the schema of the items of a list, without the default and the checks around it. */
function itemOf(wrapped: Json): Json {
  let schema = wrapped;
  while (schema?.unwrap && !schema.element) schema = schema.unwrap();
  while (schema?.out) schema = schema.out;
  return schema?.element?.shape ?? null;
}

test("a project has its progress, attainment and dollars", async () => {
  const cast = await getCast();
  const recordId = await aPublishedProject(cast);
  const indicator = anIndicator({ baseline: 0, baselineOn: "2020", target: 100, targetOn: "2025" });
  await typeInto(cast, recordId, {
    milestones: [
      [],
      [
        aMilestone({ weight: 3, dueOn: "2023", doneOn: "2024" }),
        aMilestone({ weight: 2, dueOn: "2199" }),
        aMilestone({ weight: 9, doneOn: "2024" }),
      ],
    ],
    indicators: [[], [{ ...indicator, readings: [aReading("2022", 35)] }]],
    budget: [[], [aBudgetLine({ amount: "1250000.50", currency: "THB", perDollar: "35.1" })]],
  });
  const sent = must(await submitRecord(cast.leadOfPhuket, { recordId }));
  must(await approveSubmission(cast.reviewer, sent));
  const params = Promise.resolve({ id: recordId });
  expect(await read(getProject(ask("projects/id"), { params }))).toMatchObject({
    progress: { percent: 60, doneWeight: 3, wholeWeight: 5 },
    milestones: [{ state: "doneLate" }, { state: "open" }, { state: null }],
    lateReasons: [],
    indicators: [{ attainmentPercent: 35, isOnCourse: false, isReached: false }],
    budget: [{ amount: "1250000.50", dollars: "35612.55" }],
    budgetSums: [{ kind: "planned", currency: "THB", amount: "1250000.5", lines: 1 }],
  });
});

test("a correction is listed with its edition and among the changes, and with no other edition", async () => {
  const cast = await getCast();
  const recordId = await aPublishedProject(cast);
  const summary = "What it is all about.";
  const correction = "Corrected a name.";
  must(await correctEdition(cast.reviewer, { recordId, number: 1, summary, correction }));

  const params = Promise.resolve({ id: recordId });
  const project = await read(getProject(ask("projects/id"), { params }));
  expect(project).toMatchObject({ edition: 2, summary, correction });
  const editions = await read(getEditions(ask("projects/id/editions"), { params }));
  expect(editions.items.map((edition: Json) => edition.correction)).toEqual([correction, null]);

  const changes: Json[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = await read(getChanges(ask(`changes?limit=100${cursor && `&cursor=${cursor}`}`)));
    changes.push(...page.items);
    cursor = page.nextCursor;
  }
  const own = changes.filter((change) => change.slug === project.slug);
  expect(own).toMatchObject([
    { edition: 2, correction, changedFields: ["summary"], publishedAt: project.publishedAt },
    { edition: 1, correction: null, changedFields: [] },
  ]);
});

test("a city has its plan and figures, and nothing private", async () => {
  const params = Promise.resolve({ slug: "phuket" });
  const text = JSON.stringify(await read(getCity(ask("cities/phuket"), { params })));
  expect(text).toContain('"period":"2018-2025"');
  expect(text).not.toMatch(/@|password|internalNotes/);
});

test("an answer may be cached for a second, and a conditional request gets 304", async () => {
  const first = await getSummary(ask("summary?asOf=2025-09-30"));
  expect(first.headers.get("cache-control")).toBe(
    "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
  );
  const etag = String(first.headers.get("etag"));
  const again = await getSummary(ask("summary?asOf=2025-09-30", { "if-none-match": etag }));
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

test("an answer has the time of the last publication when no earlier one can still be committed", async () => {
  const cast = await getCast();
  await aPublishedProject(cast);
  const now = await findMark();
  expect(now.changedAt.getTime()).toBeGreaterThan(now.stableAt.getTime());
  const later = await findMark(new Date(Date.now() + 60_000));
  expect(later.stableAt).toEqual(later.changedAt);
  expect(later.changedAt.getTime()).toBeGreaterThanOrEqual(now.changedAt.getTime());
});

test.each([
  ["city=phuket", "city", "unknown"],
  ["asOf=2025-09-30&asOf=2025-09-30", "asOf", "repeated"],
  ["asOf=2025-02-30", "asOf", "value"],
  ["asOf=", "asOf", "value"],
  ["limit=0", "limit", "value"],
  ["limit=101", "limit", "value"],
  ["limit=1e1", "limit", "value"],
  ["cursor=", "cursor", "value"],
])("?%s is refused by name", (query, parameter, reason) => {
  const read = () => readParameters(new URLSearchParams(query), pagedParameters);
  expect(read).toThrow(BadParameter);
  expect(read).toThrow(expect.objectContaining({ parameter, reason }));
});

test("an operation that takes a day refuses other parameters", () => {
  expect(readParameters(new URLSearchParams("asOf=2024-02-29"), dayParameters)).toEqual({
    asOf: "2024-02-29",
  });
  expect(() => readParameters(new URLSearchParams("limit=5"), dayParameters)).toThrow(BadParameter);
});

test("the heads of the chains are published when they have changed", async () => {
  await publishHeads(new Date("2026-01-01T10:00:00Z"));
  expect(await publishHeads(new Date("2026-01-01T11:00:00Z"))).toBe(0);
  const { id: cityId } = await database().city.findUniqueOrThrow({ where: { slug: "phuket" } });
  await database().timelineEntry.create({
    data: { id: randomUUID(), at: new Date(), kind: "draft_edited", cityId, detail: {} },
  });
  expect(await publishHeads(new Date("2026-01-02T10:00:00Z"))).toBe(1);
  const heads: Json[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await read(getHeads(ask(`audit/heads?limit=30${cursor && `&cursor=${cursor}`}`)));
    heads.push(...page.items);
    cursor = page.nextCursor;
  }
  const ofPhuket = heads.filter((head) => head.chain === "phuket");
  expect(ofPhuket.map((head) => head.day)).toEqual(["2026-01-02", "2026-01-01"]);
  expect(ofPhuket[0].hash).toMatch(/^[0-9a-f]{64}$/u);
  expect(new Set(heads.map((head) => `${head.day} ${head.chain}`)).size).toBe(heads.length);
  expect(JSON.stringify(heads)).not.toMatch(/@|[0-9a-f]{8}-[0-9a-f]{4}/u);
});
