import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect, test } from "vitest";
import { GET as getCity } from "@/app/api/v1/cities/[slug]/route";
import { GET as getCities } from "@/app/api/v1/cities/route";
import { GET as getEditions } from "@/app/api/v1/projects/[id]/editions/route";
import { GET as getProject } from "@/app/api/v1/projects/[id]/route";
import { GET as getProjects } from "@/app/api/v1/projects/route";
import { GET as getSummary } from "@/app/api/v1/summary/route";
import { BadParameter, dayParameters, listParameters, readParameters } from "@/lib/web/open-data";

// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is anything until it is expected to be something
type Json = any;

function ask(path: string, headers: Record<string, string> = {}) {
  return new Request(`http://localhost/api/v1/${path}`, { headers });
}

async function read(answer: Promise<Response>): Promise<Json> {
  return (await answer).json();
}

test("the summary of a day is the one the network printed", async () => {
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

test("lists go on where they ended", async () => {
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

test("a project has the fields that others rely on, and its hash is that of its content", async () => {
  const page = await read(getProjects(ask("projects?city=phuket&limit=1")));
  const [project] = page.items;
  const params = Promise.resolve({ id: project.id });
  expect(await read(getProject(ask("projects/id"), { params }))).toEqual(project);
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

test("a city tells its plan and figures, and nothing that is not for everybody", async () => {
  const params = Promise.resolve({ slug: "phuket" });
  const text = JSON.stringify(await read(getCity(ask("cities/phuket"), { params })));
  expect(text).toContain('"period":"2018-2025"');
  expect(text).not.toMatch(/@|password|internalNotes/);
});

test("an answer may be kept for a second and is not sent twice", async () => {
  const first = await getSummary(ask("summary?asOf=2025-09-30"));
  expect(first.headers.get("cache-control")).toBe(
    "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
  );
  const etag = String(first.headers.get("etag"));
  const again = await getSummary(ask("summary?asOf=2025-09-30", { "if-none-match": etag }));
  expect([again.status, await again.text()]).toEqual([304, ""]);
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
  const reading = () => readParameters(new URLSearchParams(query), listParameters);
  expect(reading).toThrow(BadParameter);
  expect(reading).toThrow(expect.objectContaining({ parameter, reason }));
});

test("what takes a day takes nothing else", () => {
  expect(readParameters(new URLSearchParams("asOf=2024-02-29"), dayParameters)).toEqual({
    asOf: "2024-02-29",
  });
  expect(() => readParameters(new URLSearchParams("limit=5"), dayParameters)).toThrow(BadParameter);
});
