import { readdirSync, readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { GET as getTable } from "@/app/api/v1/[table]/route";
import { GET as getCity } from "@/app/api/v1/cities/[slug]/route";
import { GET as getProjects } from "@/app/api/v1/projects/route";
import { OutcomeSums } from "@/components/public/network/outcome-sums";
import { AssessedOutcomes } from "@/components/public/shared/assessed-outcomes";
import { database } from "@/lib/db/client";
import { getOutcomeSums, listAssessments } from "@/lib/queries/public/assessments";
import { words } from "../../messages/en/index";

// What is assessed of projects, indicators and targets, against the data files. What is expected is worked out here.

type Assessed = { outcome: string; why: string; confidence: string };
type Said = { asOf: string; source: string };
type City = {
  citySlug: string;
  planTargets: { text: string; outcomes: Assessed[] }[];
  projects: {
    id: string;
    outcomes: (Assessed & { source: string; page: number | null })[];
    editions: Said[];
    milestones: { said: Said[] }[];
    indicators: { name: string; outcome: string | null; targets: Said[]; readings: Said[] }[];
  }[];
};
// biome-ignore lint/suspicious/noExplicitAny: what came over the wire is anything until it is expected to be something
type Json = any;

const data = "prisma/seed/data";
const history: City[] = readdirSync(`${data}/history`).flatMap((name) =>
  JSON.parse(readFileSync(`${data}/history/${name}`, "utf8")),
);
const reportDays = ["2018-07-08", "2022-09-21", "2023-08-14", "2024-09-25", "2025-09-30"];
const days = [...reportDays, "2026-11-01"];
const cities = [
  "battambang",
  "phnom-penh",
  "banyuwangi",
  "vientiane",
  "kuching",
  "bangkok",
  "cebu-city",
  "luang-prabang",
  "khon-kaen",
  "da-nang",
];

const documents: Record<string, string> = {
  SCAP: "2018-07-08",
  R19: "2019-08-23",
  ME22: "2022-09-21",
  ME23: "2023-08-14",
  ME24: "2024-09-25",
  ME25: "2025-09-30",
};
const everything = history.flatMap(({ projects }) =>
  projects.flatMap((project) => [
    ...project.editions,
    ...project.milestones.flatMap(({ said }) => said),
    ...project.indicators.flatMap(({ targets, readings }) => [...targets, ...readings]),
  ]),
);

/** The day of a document: the network's, the one that the data name, the one in its address, else the last report's. */
function dayOf(source: string): string {
  const named = documents[source] ?? everything.findLast((said) => said.source === source)?.asOf;
  if (named) return named;
  const [, year, month, dayOfMonth] = /\/(\d{4})\/(\d{2})(?:\/(\d{2}))?\//u.exec(source) ?? [];
  if (!year || !month) return "2025-09-30";
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return `${year}-${month}-${dayOfMonth ?? String(last).padStart(2, "0")}`;
}

/** The names of what is assessed to serve an outcome on a day: "outcome: name", in order. */
function expectedOf(city: City, day: string) {
  return {
    projects: Object.fromEntries(
      city.projects.map(({ id, outcomes }) => [
        id.split("--")[1],
        outcomes
          .filter(({ source }) => dayOf(source) <= day)
          .map(({ outcome, why, confidence, page }) => ({ outcome, why, confidence, page }))
          .toSorted((a, b) => a.outcome.localeCompare(b.outcome)),
      ]),
    ),
    indicators: Object.fromEntries(
      city.projects.map(({ id, indicators, editions }) => [
        id.split("--")[1],
        indicators
          .filter(({ outcome, targets, readings }) => {
            const said = [...targets, ...readings];
            const known = (said.length > 0 ? said : editions).map(({ asOf }) => asOf).toSorted()[0];
            return outcome !== null && known !== undefined && known <= day;
          })
          .map(({ name, outcome }) => `${name}: ${outcome}`)
          .toSorted(),
      ]),
    ),
    targets: city.planTargets
      .flatMap(({ text, outcomes }) => outcomes.map(({ outcome }) => `${text}: ${outcome}`))
      .toSorted(),
  };
}

async function readCity(slug: string, day: string) {
  const closed = ["", "&closing=closed"];
  const pages = await Promise.all(
    closed.map(async (more) => {
      const request = new Request(
        `http://localhost/api/v1/projects?city=${slug}&asOf=${day}&limit=100${more}`,
      );
      return (await (await getProjects(request)).json()).items as Json[];
    }),
  );
  const request = new Request(`http://localhost/api/v1/cities/${slug}?asOf=${day}`);
  const city = await (await getCity(request, { params: Promise.resolve({ slug }) })).json();
  return { listed: pages[0] ?? [], all: pages.flat(), targets: city.plan?.strategicTargets ?? [] };
}

describe.each(cities)("what is assessed of %s", (slug) => {
  const city = history.find((each) => each.citySlug === slug) as City;

  test.each(days)("on %s is what the documents until then say", async (day) => {
    const { listed, all, targets } = await readCity(slug, day);
    const expected = expectedOf(city, day);
    for (const project of all) {
      expect(
        project.assessedOutcomes
          .map(({ outcome, why, confidence, page }: Json) => ({ outcome, why, confidence, page }))
          .toSorted((a: Json, b: Json) => a.outcome.localeCompare(b.outcome)),
        project.slug,
      ).toEqual(expected.projects[project.slug]);
      expect(
        project.indicators
          .flatMap(({ name, assessedOutcomes }: Json) =>
            assessedOutcomes.map(({ outcome }: Json) => `${name}: ${outcome}`),
          )
          .toSorted(),
        project.slug,
      ).toEqual(expected.indicators[project.slug]);
      // Nobody but the tracker says so.
      expect([project.outcomes, project.contributions]).toEqual([[], []]);
    }
    expect(
      targets
        .flatMap(({ text, assessedOutcomes }: Json) =>
          assessedOutcomes.map(({ outcome }: Json) => `${text}: ${outcome}`),
        )
        .toSorted(),
    ).toEqual(expected.targets);

    const served = listed.map((project: Json) =>
      (expected.projects[project.slug] ?? []).map(({ outcome }: { outcome: string }) => outcome),
    );
    const outcomes = [...new Set(served.flat())];
    expect(await getOutcomeSums(day, { city: slug })).toEqual({
      stated: 0,
      assessed: served.filter((each) => each.length > 0).length,
      neither: served.filter((each) => each.length === 0).length,
      byOutcome: Object.fromEntries(
        outcomes.map((outcome) => [
          outcome,
          { stated: 0, assessed: served.filter((each) => each.includes(outcome)).length },
        ]),
      ),
    });
  });
});

test("the sums of the network are those of all listed projects, and of its countries", async () => {
  const listed = await database().editionPeriod.findMany({
    where: { kind: "project", isListed: true, untilDay: null },
    select: { slug: true, city: { select: { slug: true } } },
  });
  const outcomesOf = new Map(
    history.flatMap(({ projects }) => projects.map(({ id, outcomes }) => [id, outcomes.length])),
  );
  const assessed = listed.filter(
    ({ slug, city }) => (outcomesOf.get(`${city.slug}--${slug}`) ?? 0) > 0,
  ).length;
  const whole = await getOutcomeSums(null);
  expect(whole).toMatchObject({ stated: 0, assessed, neither: listed.length - assessed });
  expect(listed.length).toBe(134);
  const countries = await database().country.findMany({ select: { code: true } });
  const each = await Promise.all(
    countries.map(({ code }) => getOutcomeSums(null, { country: code })),
  );
  expect(each.reduce((sum, { assessed }) => sum + assessed, 0)).toBe(whole.assessed);
});

test("the table of all assessments has each of them once, with its document", async () => {
  const all = await listAssessments({ asOf: null });
  const expected = history.flatMap((city) => [
    ...city.projects.flatMap(({ outcomes, indicators }) => [
      ...outcomes,
      ...indicators.filter(({ outcome }) => outcome !== null),
    ]),
    ...city.planTargets.flatMap(({ outcomes }) => outcomes),
  ]);
  expect(all.length).toBe(expected.length);
  const request = new Request("http://localhost/api/v1/assessments.csv");
  const answer = await getTable(request, {
    params: Promise.resolve({ table: "assessments.csv" }),
  });
  const lines = (await answer.text()).trim().split("\n");
  expect(lines[0]).toContain(
    "id,kind,city,recordId,entryId,outcome,why,confidence,source,sourceAddress,page,knownOn",
  );
  expect(lines.length - 1).toBe(all.length);
  expect(all.every(({ sourceAddress }) => /^https?:\/\/\S+$/u.test(sourceAddress))).toBe(true);
});

describe("a page", () => {
  const reading = { locale: "en", asOf: null } as const;
  const say = (children: React.ReactElement) => {
    const page = { locale: "en-GB", messages: words, timeZone: "UTC", children };
    return renderToStaticMarkup(createElement(NextIntlClientProvider, page)).replaceAll(
      /<!-- -->|<svg.*?<\/svg>/gsu,
      "",
    );
  };

  test("says both sums side by side, each with its word", async () => {
    const sums = await getOutcomeSums(null);
    const outcomes = [{ slug: "sustainable-environment", name: "Sustainable Environment" }];
    const page = say(createElement(OutcomeSums, { reading, outcomes, sums, filters: {} }));
    expect(page).toContain("0 stated");
    expect(page).toContain(`${sums.assessed} assessed`);
    expect(page).toContain(`${sums.neither} cannot be assessed`);
    expect(page).toContain(`>${sums.byOutcome["sustainable-environment"]?.assessed}</td>`);
  });

  test("says of an assessment why, where it is read, how sure it is, and that the city did not say so", async () => {
    const [assessment] = (await listAssessments({ asOf: null })).filter(
      ({ kind, page }) => kind === "project" && page !== null,
    );
    if (!assessment) throw new Error("Projects are assessed");
    const outcomeNames = { [assessment.outcome]: "An outcome" };
    const props = { reading, assessments: [assessment], outcomeNames };
    const page = say(createElement(AssessedOutcomes, props));
    for (const said of [
      "Assessed by the tracker; not stated by the city.",
      `<a href="/en/outcomes/${assessment.outcome}">An outcome</a>`,
      `href="${assessment.sourceAddress}#page=${assessment.page}"`,
      `page ${assessment.page}`,
      words.assessments.confidence[assessment.confidence ?? "high"],
      "known since",
    ])
      expect(page).toContain(said);
  });
});
