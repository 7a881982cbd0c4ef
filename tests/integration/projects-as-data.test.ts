import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { GET as getTable } from "@/app/api/v1/[table]/route";
import { GET as getProjects } from "@/app/api/v1/projects/route";
import { toProjectQuery } from "@/lib/domain/open-data/project-query";
import { projectParameters } from "@/lib/open-data/parameters";
import { projectFilters } from "@/lib/queries/public/project-filters";
import { pageAt } from "@/lib/site/pages.mjs";
import { readProjectList } from "@/lib/site/project-list";

// The page of projects and the open data that it links to show the same projects.

const asOf = "2025-09-30";
const names = Object.keys(projectFilters.shape).sort();

/** The queries of the page. Each one finds something, except that no printed report states the type of a project. */
const asked: Record<string, string>[] = [
  {},
  { q: "smart water" },
  { q: "Digtal Paymnt Hub" },
  { subject: "flood-drainage", q: "banjir" },
  { q: "waste", closing: "any", sort: "-title" },
  { city: "cebu-city", evidence: "no" },
  { country: "MY", cohort: "2018", stage: "ongoing" },
  { focusArea: "built-infrastructure", sort: "ends" },
  { projectType: "mobility" },
  { outcome: "none" },
  { schedule: "none", endsIn: "none" },
  { closing: "no_longer_listed" },
  { closing: "closed", country: "ID" },
  { startsIn: "2021", indicators: "no" },
  { support: "any" },
  { partner: "jica" },
  { origin: "documents", city: "cebu-city" },
  { effectiveFrom: "2021-01-01", effectiveBefore: "2025-01-01", closing: "any" },
];

async function onThePage(typed: Record<string, string>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query: Record<string, string> = { ...typed, ...(cursor && { cursor }) };
    const { found } = await readProjectList({ locale: "en", asOf }, query);
    if (!found) throw new Error("The page cannot be asked this");
    ids.push(...found.projects.map(({ id }) => id));
    cursor = found.nextCursor;
  }
  return ids;
}

async function asJson(query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page = `&limit=20${cursor && `&cursor=${cursor}`}`;
    const request = new Request(`http://localhost/api/v1/projects${query}${page}`);
    const { items, nextCursor } = await (await getProjects(request)).json();
    ids.push(...items.map(({ id }: { id: string }) => id));
    cursor = nextCursor;
  }
  return ids;
}

async function asCsv(query: string): Promise<string[]> {
  const request = new Request(`http://localhost/api/v1/projects.csv${query}`);
  const answer = await getTable(request, { params: Promise.resolve({ table: "projects.csv" }) });
  const rows: { id: string }[] = parse(await answer.text(), { bom: true, columns: true });
  return rows.map(({ id }) => id);
}

describe("the list of projects and open data", () => {
  test.each(asked)("find the same projects for %j", async (typed) => {
    const shown = await onThePage(typed);
    expect(shown.length > 0).toBe(typed["projectType"] === undefined);
    const query = toProjectQuery(typed, asOf);
    const answered = await asJson(query);
    if (typed["sort"]) expect(answered.toSorted()).toEqual(shown.toSorted());
    else expect(answered).toEqual(shown);
    expect((await asCsv(query)).toSorted()).toEqual(shown.toSorted());
  });

  test("take the same filters", () => {
    expect(Object.keys(projectParameters).sort()).toEqual(names);
    const onPage = pageAt("/projects")?.parameters?.filter(
      (name) => !["sort", "cursor"].includes(name),
    );
    expect(onPage?.toSorted()).toEqual(names);
    expect(
      [...new Set(asked.flatMap(Object.keys))].filter((name) => name !== "sort").sort(),
    ).toEqual(names);
  });

  test("refuse the same filters; open data names the refused one", async () => {
    for (const name of names) {
      const bad = name === "q" ? "a".repeat(201) : "~";
      const { found, unknown } = await readProjectList(
        { locale: "en", asOf: null },
        { [name]: bad },
      );
      expect([found, unknown]).toEqual([null, name]);
      const query = toProjectQuery({ [name]: bad }, null);
      const answer = await getProjects(new Request(`http://localhost/api/v1/projects${query}`));
      expect([answer.status, (await answer.json()).parameter]).toEqual([400, name]);
    }
  });
});

test("a query has choices as answers spell them, and words as they were typed", () => {
  expect(toProjectQuery({}, null)).toBe("");
  expect(
    toProjectQuery(
      { q: "smart_city", stage: "not_stated", schedule: "missed", sort: "-ends" },
      asOf,
    ),
  ).toBe("?q=smart_city&stage=notStated&schedule=missed&asOf=2025-09-30");
});
