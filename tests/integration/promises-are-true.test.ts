import { readdirSync, readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { PromiseChart } from "@/components/public/city/promise-chart";
import { TotalsInTime } from "@/components/public/network/totals-in-time";
import { AttainmentText } from "@/components/public/shared/attainment-text";
import { countOutcomes, groupOf, promisesOfCity } from "@/lib/domain/progress/promises";
import { findCity, listProjectsOfCity } from "@/lib/queries/public/city";
import { listLate } from "@/lib/queries/public/late";
import { findNewestEdition } from "@/lib/queries/public/newest";
import { listPublicProjects } from "@/lib/queries/public/projects";
import { listDatedSteps } from "@/lib/queries/public/promises";
import { listCityTotals, totalOfCities } from "@/lib/queries/public/totals";
import { listTotalsInTime } from "@/lib/queries/public/totals-in-time";
import { words } from "../../messages/en/index";

// Compares the promises that a visitor reads with the data files. The expected values are computed here without the
// rule.

type Said = {
  asOf: string;
  dueOn: string | null;
  doneOn: string | null;
  dropped: boolean;
};
type CityHistory = {
  citySlug: string;
  projects: {
    id: string;
    milestones: { title: string; kind: "promise" | "event"; said: Said[] }[];
    indicators: { name: string }[];
  }[];
};
const folder = "prisma/seed/data/history";
const history: CityHistory[] = readdirSync(folder).flatMap((name) =>
  JSON.parse(readFileSync(`${folder}/${name}`, "utf8")),
);

const reportDays = ["2018-07-08", "2022-09-21", "2023-08-14", "2024-09-25", "2025-09-30"];
const days = [...reportDays, "2026-11-01"];
const cities = [
  "bandar-seri-begawan",
  "phnom-penh",
  "battambang",
  "vientiane",
  "kuching",
  "bangkok",
  "cebu-city",
  "davao-city",
  "khon-kaen",
  "da-nang",
];

/** Returns the promises that the page of a city shows on a day, and all its projects. */
async function readCity(slug: string, day: string) {
  const city = await findCity(slug, day);
  const { listed, closed } = await listProjectsOfCity(slug, day, 100);
  const all = [...listed, ...closed];
  const histories = await listDatedSteps(
    all.map(({ id }) => id),
    day,
  );
  const targets = city?.plan?.fields.strategicTargets ?? [];
  return { listed, all, targets, promises: promisesOfCity(targets, all, histories, day) };
}

/** Returns the last day of a year, a month, a quarter or a half-year. */
function endOf(date: string): string {
  const part = /^(\d{4})-([QH])(\d)$/u.exec(date);
  const [year = 0, month = 12, day] = part
    ? [Number(part[1]), Number(part[3]) * (part[2] === "Q" ? 3 : 6)]
    : date.split("-").map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}

/** Returns what became of a promise by a day, computed from what was known on that day. */
function became(said: Said[], day: string) {
  const known = said.filter(({ asOf }) => asOf <= day).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));
  const due = known.flatMap(({ dueOn }) => dueOn ?? []).at(-1);
  const done = known.flatMap(({ doneOn }) => doneOn ?? []).at(-1);
  const last = known.at(-1);
  if (due === undefined || last === undefined) return null;
  if (last.dropped) return "givenUp";
  if (done !== undefined) return endOf(done) > endOf(due) ? "doneLate" : "kept";
  if (endOf(due) < last.asOf) return "late";
  return endOf(due) < day ? "silent" : "open";
}

describe.each(cities)("of %s", (slug) => {
  const city = history.find(({ citySlug }) => citySlug === slug);

  test.each(days)("on %s each promise ended as the documents of until then say", async (day) => {
    const { listed, promises } = await readCity(slug, day);
    const expected = city?.projects
      .filter(({ id }) => listed.some((project) => `${slug}--${project.slug}` === id))
      .flatMap(({ id, milestones }) =>
        milestones.flatMap(({ title, kind, said }) => {
          const group = kind === "promise" ? became(said, day) : null;
          return group ? [[id, title, group].join(" | ")] : [];
        }),
      );
    const shown = promises
      .filter(({ of, project }) => of === "milestone" && listed.some((each) => each === project))
      .map((promise) =>
        [`${slug}--${promise.project?.slug}`, promise.title, groupOf(promise)].join(" | "),
      );
    expect(shown.sort()).toEqual(expected?.sort());
  });

  test("only what had a planned date is counted, and no event is a promise", async () => {
    for (const day of days) {
      const { promises, all } = await readCity(slug, day);
      for (const { due } of promises) expect(due).toMatch(/^\d{4}/u);
      const { total, ...groups } = countOutcomes(promises);
      expect(Object.values(groups).reduce((sum, count) => sum + count, 0)).toBe(total);
      const events = city?.projects.flatMap(({ milestones }) =>
        milestones.filter(({ kind }) => kind === "event").map(({ title }) => title),
      );
      const promised = all.flatMap(({ fields }) => fields.milestones.map(({ title }) => title));
      expect(promised.filter((title) => events?.includes(title))).toEqual([]);
    }
  });
});

test.each(days)(
  "on %s what is late on the first page is what the cities and the lists show as late",
  async (day) => {
    const late = await listLate(day, {}, 1000);
    const totals = totalOfCities(await listCityTotals(day));
    for (const reason of ["missed", "silent"] as const) {
      const onFirstPage = late.filter(({ reasons }) => reasons.includes(reason));
      const group = reason === "missed" ? "late" : "silent";
      const onCities: string[] = [];
      for (const { citySlug } of history) {
        const { promises, listed } = await readCity(citySlug, day);
        const rows = promises.filter(
          (promise) => promise.project !== null && groupOf(promise) === group,
        );
        onCities.push(
          ...rows.flatMap(({ project, outcome }) =>
            // A milestone that a later edition leaves out is not listed anywhere.
            outcome.kind !== "gone" && project && listed.includes(project) ? project.id : [],
          ),
        );
      }
      const ids = onFirstPage.map(({ id }) => id).sort();
      expect(ids, reason).toEqual([...new Set(onCities)].sort());
      const page = await listPublicProjects({ schedule: reason }, { asOf: day, limit: 1000 });
      const inList = "projects" in page ? page.projects.map(({ id }) => id) : [];
      expect(inList.sort(), reason).toEqual(ids);
      expect(totals.byLateReason[reason], reason).toBe(ids.length);
    }
  },
  60_000,
);

test("a date that passed since the last report is not still to come", async () => {
  const then = countOutcomes((await readCity("battambang", "2025-09-30")).promises);
  const now = countOutcomes((await readCity("battambang", "2026-11-01")).promises);
  expect(then.open).toBeGreaterThan(0);
  expect(now).toMatchObject({ total: then.total, open: 0 });
  expect(now.silent).toBe(then.silent + then.open);
});

test("an indicator that passed its target has reached it, whether or not a baseline is stated", async () => {
  const standings = async (slug: string, project: string) =>
    (await readCity(slug, "2025-09-30")).all
      .filter((each) => each.slug === project)
      .flatMap(({ fields }) => fields.indicators)
      .map((indicator) => say(createElement(AttainmentText, { context, indicator })));
  const reached = /Target reached: [\d.,]+ of [\d.,]+/u;
  expect((await standings("jakarta", "jakpreneur")).join()).toMatch(reached);
  expect((await standings("nay-pyi-taw", "housing")).join()).toMatch(reached);
  const buses = (await standings("phnom-penh", "public-transport")).join();
  expect(buses).toMatch(/Target not reached: 4 of 13/u);
});

test("a focus area that no source of 2018 names starts with the first report that names it", async () => {
  const choice = { kind: "focus_area", term: "quality-environment" } as const;
  const points = await listTotalsInTime(null, choice);
  const newestDay = (await findNewestEdition(null))?.effectiveOn ?? null;
  const filters = { focusArea: "quality-environment" };
  const html = say(createElement(TotalsInTime, { context, points, newestDay, filters }));
  expect(html).not.toContain("0 projects were listed");
  expect(html).toContain("The first plans do not state a focus area");
  // The last column is named by its day and not "Now".
  expect(html).toMatch(/Latest \(\d+ \w+ 2026\)/u);
  expect(html).not.toContain(">Now<");
});

test("counts of zero are left out of a sentence", async () => {
  const { promises } = await readCity("cebu-city", "2026-11-01");
  const html = say(createElement(PromiseChart, { promises }));
  expect(html).toMatch(/\d+ commitments with a due date: /u);
  expect(html).not.toMatch(/[:,] 0 /u);
});

const context = { locale: "en", asOf: null } as const;

function say(children: React.ReactElement): string {
  const page = { locale: "en-GB", messages: words, timeZone: "UTC", children };
  return renderToStaticMarkup(createElement(NextIntlClientProvider, page)).replaceAll(
    /<!-- -->/gu,
    "",
  );
}
