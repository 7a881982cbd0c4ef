import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { database } from "@/lib/db/client";
import { locales } from "@/lib/domain/language/locale";
import { countProjects, listPublicProjects } from "@/lib/queries/public/projects";
import { subjectsIn } from "@/lib/site/framework-names";

type SubjectData = {
  slug: string;
  name: string;
  names: Record<string, string>;
  searchWords: Record<string, string[]>;
};
const { subjects, of }: { subjects: SubjectData[]; of: Record<string, string[]> } = JSON.parse(
  readFileSync("prisma/seed/data/subjects.json", "utf8"),
);
const listed = { asOf: null, limit: 1000 };

async function slugsOf(filters: Parameters<typeof listPublicProjects>[0]) {
  const page = await listPublicProjects(filters, listed);
  if ("unknown" in page) throw new Error(page.unknown);
  return page.isClose ? [] : page.projects.map(({ citySlug, slug }) => `${citySlug}--${slug}`);
}

test("the network has its 22 subjects in their order, named in every language", async () => {
  for (const locale of locales) {
    const named = subjects.map(({ slug, name, names }) => ({
      slug,
      name: locale === "en" ? name : names[locale],
    }));
    expect(await subjectsIn(locale)).toEqual(named);
  }
});

test("every project, target and indicator of the data has its subjects, and no edition holds them", async () => {
  const links = await database().subjectLink.count();
  expect(links).toBe(Object.values(of).flat().length);
  const [{ count } = { count: -1 }] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from "Edition" where content::text like '%flood-drainage%'`;
  expect(count).toBe(0);
});

test.each(subjects.map(({ slug }) => slug))("the list has the projects about %s", async (slug) => {
  const about = Object.keys(of)
    .filter((key) => key.startsWith("project|") && of[key]?.includes(slug))
    .map((key) => key.slice("project|".length));
  const found = await slugsOf({ subject: slug, closing: "any" });
  expect(found.sort()).toEqual(about.sort());
});

test.each(locales)("projects are found by the words of their subjects in %s", async (locale) => {
  for (const { slug, name, names, searchWords } of subjects) {
    const about = await slugsOf({ subject: slug });
    const words = [
      locale === "en" ? name : String(names[locale]),
      searchWords[locale]?.[0] ?? name,
    ];
    for (const q of words) {
      const found = await slugsOf({ q });
      expect(
        about.filter((each) => !found.includes(each)),
        `${slug}: ${q}`,
      ).toEqual([]);
    }
  }
});

test("flood projects are found whose titles do not say so, and a subject that is not there is said", async () => {
  const flood = await slugsOf({ q: "flood" });
  const banjir = await slugsOf({ q: "banjir" });
  for (const found of [flood, banjir]) expect(found).toContain("davao-city--stormwater");
  expect(await slugsOf({ q: "banjir davao" })).toEqual(["davao-city--stormwater"]);
  expect(await listPublicProjects({ subject: "nothing" }, listed)).toEqual({ unknown: "subject" });
  expect(await countProjects({ subject: "nothing" }, { asOf: null, max: 10 })).toBe(0);
});
