import { readdirSync, readFileSync } from "node:fs";
import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AimSection } from "@/components/public/outcome/aim-section";
import { AssessedProjects } from "@/components/public/outcome/assessed-projects";
import { OutcomesOfCity } from "@/components/public/outcome/outcomes-of-city";
import { OutcomesOfCountry } from "@/components/public/outcome/outcomes-of-country";
import { countReported } from "@/lib/domain/progress/aims";
import { aimsOfCities, aimsServing, projectsServing } from "@/lib/domain/progress/city-aims";
import { readAims } from "@/lib/queries/public/aims";
import { outcomesIn, subjectsIn } from "@/lib/site/framework-names";
import { words } from "../../messages/en/index";

// Where every target and indicator of ten cities stands on a day, against the data files. What is expected is worked out
// here: nothing of the product's or the seed's code takes part in it.

const data = "prisma/seed/data";
const json = (name: string) => JSON.parse(readFileSync(`${data}/${name}`, "utf8"));

type Dated = { asOf: string };
type IndicatorData = {
  key: string;
  name: string;
  direction: "increase" | "decrease";
  outcome: string | null;
  baseline: number | null;
  baselineOn: string | null;
  targets: (Dated & { value: number; on: string | null })[];
  readings: (Dated & { value: number; on: string })[];
};
type MilestoneData = {
  key: string;
  kind: "promise" | "event";
  said: (Dated & { dueOn: string | null; doneOn: string | null; dropped: boolean })[];
};
type TargetData = {
  index: number;
  text: string;
  direction: "increase" | "decrease" | null;
  baseline: number | null;
  baselineOn: string | null;
  target: number | null;
  dueOn: string | null;
  outcomes: { outcome: string }[];
  answeredBy: { project: string; indicator?: string; milestone?: string }[];
  result: { result: "achieved" | "partly" | "not_achieved"; source: string } | null;
};
type CityData = {
  citySlug: string;
  planTargets: TargetData[];
  projects: {
    id: string;
    editions: Dated[];
    milestones: MilestoneData[];
    indicators: IndicatorData[];
  }[];
};

const history: CityData[] = readdirSync(`${data}/history`).flatMap((name) =>
  json(`history/${name}`),
);
const listedIn: { id: string; history: Dated[] }[] = json("projects.json");
const plans: { citySlug: string; priorityProjects: { id: string }[] }[] =
  json("action-plans-2018.json");

const reportDays = ["2018-07-08", "2022-09-21", "2023-08-14", "2024-09-25", "2025-09-30"];
const days = [...reportDays, "2026-11-01"];
const cities = [
  "phnom-penh",
  "battambang",
  "jakarta",
  "makassar",
  "vientiane",
  "luang-prabang",
  "nay-pyi-taw",
  "kuching",
  "cebu-city",
  "da-nang",
];

const known = <T extends Dated>(said: T[], day: string) =>
  said.filter(({ asOf }) => asOf <= day).sort((a, b) => a.asOf.localeCompare(b.asOf));

/** The last day of a year, a month, a quarter or a half-year. */
function endOf(date: string): string {
  const part = /^(\d{4})-([QH])(\d)$/u.exec(date);
  const [year = 0, month = 12, day] = part
    ? [Number(part[1]), Number(part[3]) * (part[2] === "Q" ? 3 : 6)]
    : date.split("-").map(Number);
  return day === undefined ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : date;
}

/** Whether the newest publication of a day lists the project, or an earlier one did; null before the first. */
function listing(id: string, day: string): "listed" | "left out" | null {
  const planned = plans.some((plan) => plan.priorityProjects.some((project) => project.id === id));
  const reports = listedIn.find((project) => project.id === id)?.history.map(({ asOf }) => asOf);
  const lists = reportDays
    .filter((on) => on <= day)
    .map((on, index) => (index === 0 ? planned : (reports?.includes(on) ?? false)));
  if (!lists.includes(true)) return null;
  return lists.at(-1) ? "listed" : "left out";
}

type Measured = {
  direction: string;
  baseline: number | null;
  baselineOn: string | null;
  goal: number | null;
  due: string | null;
  latest: { value: number; on: string } | null;
};

function measured(
  { direction, baseline, baselineOn, targets, readings }: IndicatorData,
  day: string,
) {
  const goal = known(targets, day).at(-1);
  const latest = known(readings, day)
    .sort((a, b) => endOf(a.on).localeCompare(endOf(b.on)))
    .at(-1);
  return {
    direction,
    baseline,
    baselineOn,
    goal: goal?.value ?? null,
    due: goal?.on ?? null,
    latest: latest ?? null,
  };
}

function isReached({ direction, goal, latest }: Measured) {
  if (goal === null || latest === null) return false;
  return direction === "increase" ? latest.value >= goal : latest.value <= goal;
}

/** Against the straight line from the baseline to the goal; in whole days. */
function onLine({ direction, baseline, baselineOn, goal, due, latest }: Measured) {
  if (latest === null) return "silent";
  if (goal === null || baseline === null || goal === baseline || !baselineOn || !due)
    return "not_said";
  if (direction !== (goal > baseline ? "increase" : "decrease")) return "not_said";
  const [from, to, at] = [baselineOn, due, latest.on].map((date) => Date.parse(endOf(date)));
  if (from === undefined || to === undefined || at === undefined || to <= from) return "not_said";
  const passed = Math.min(Math.max((at - from) / (to - from), 0), 1);
  return (latest.value - baseline) / (goal - baseline) >= passed - 1e-9 ? "on_course" : "behind";
}

/** Where it stands by its values alone. */
function byValues(stand: Measured, day: string) {
  const { due, latest } = stand;
  if (isReached(stand)) return "reached";
  if (due === null || endOf(due) >= day) return onLine(stand);
  return latest && stand.goal !== null && endOf(latest.on) >= endOf(due) ? "missed" : "silent";
}

/** What became of a milestone until a day, by the date of the target that it answers or else its own. */
function ofMilestone({ said }: MilestoneData, due: string | null, day: string) {
  const until = known(said, day);
  const last = until.at(-1);
  if (!last) return null;
  if (last.dropped) return "given_up";
  if (until.some(({ doneOn }) => doneOn !== null)) return "reached";
  const by = due ?? until.flatMap(({ dueOn }) => dueOn ?? []).at(-1);
  if (by === undefined) return null;
  if (endOf(by) < last.asOf) return "missed";
  return endOf(by) < day ? "silent" : null;
}

const documentDays: Record<string, string> = {
  ME22: "2022-09-21",
  ME23: "2023-08-14",
  ME24: "2024-09-25",
  ME25: "2025-09-30",
};

/**
 * The day from which a source was known: that of the network's document, the one that the history names for it, the one in
 * its address, or else that of the last report.
 */
function knownFrom(source: string): string {
  const statement = history
    .flatMap(({ projects }) => projects)
    .flatMap((project) => [
      ...project.editions,
      ...project.milestones.flatMap(({ said }) => said),
      ...project.indicators.flatMap(({ targets, readings }) => [...targets, ...readings]),
    ])
    .findLast((each) => "source" in each && each.source === source);
  const inAddress = /\/(20\d{2})\/?(0[1-9]|1[0-2])(?:\/([0-3]\d))?\//u.exec(source);
  const date = inAddress?.slice(1).filter(Boolean).join("-");
  return documentDays[source] ?? statement?.asOf ?? (date ? endOf(date) : "2025-09-30");
}

/** What answers a target on a day: the first indicator and the first milestone that are named, if they are public then. */
function answersOf({ answeredBy }: TargetData, city: CityData, day: string) {
  const [byIndicator] = answeredBy.filter(({ indicator }) => indicator);
  const [byMilestone] = answeredBy.filter(({ milestone }) => milestone);
  const projectOf = (answer: typeof byIndicator) =>
    city.projects.find(({ id }) => id === answer?.project && listing(id, day) !== null);
  return {
    indicator: publicIndicators(projectOf(byIndicator), day).find(
      ({ key }) => key === byIndicator?.indicator,
    ),
    milestone: projectOf(byMilestone)?.milestones.find(
      ({ key, kind }) => kind === "promise" && key === byMilestone?.milestone,
    ),
  };
}

/** The indicators of a project that were known on a day. */
function publicIndicators(project: CityData["projects"][number] | undefined, day: string) {
  if (!project || listing(project.id, day) === null) return [];
  return project.indicators.filter(({ targets, readings }) => {
    const stated = [...targets, ...readings];
    return known(stated.length > 0 ? stated : project.editions, day).length > 0;
  });
}

function ofTarget(target: TargetData, city: CityData, day: string) {
  const { indicator, milestone } = answersOf(target, city, day);
  const answer = indicator && measured(indicator, day);
  const due = target.dueOn ?? answer?.due ?? null;
  const start = target.baseline === null && answer ? answer : target;
  const stand: Measured = {
    direction: target.direction ?? answer?.direction ?? "increase",
    baseline: start.baseline,
    baselineOn: start.baselineOn,
    goal: target.target ?? answer?.goal ?? null,
    due,
    latest: answer?.latest ?? null,
  };
  const result = target.result && knownFrom(target.result.source) <= day ? target.result : null;
  const ofStep = milestone ? ofMilestone(milestone, due, day) : null;
  const isReported =
    result !== null || stand.latest !== null || (ofStep !== null && ofStep !== "silent");
  const state = result
    ? result.result === "achieved"
      ? "reached"
      : "missed"
    : isReached(stand)
      ? "reached"
      : (ofStep ?? byValues(stand, day));
  return { state, isReported };
}

/** Every target and indicator of a city with where it stands on a day, one line each. */
function expectedOf(city: CityData, day: string) {
  const targets = city.planTargets.map(
    (target) => `${target.text} | ${ofTarget(target, city, day).state}`,
  );
  const indicators = city.projects.flatMap((project) =>
    publicIndicators(project, day).map((indicator) => {
      const state = byValues(measured(indicator, day), day);
      const isLeftOut = listing(project.id, day) === "left out" && state !== "reached";
      return `${project.id} | ${indicator.name} | ${isLeftOut ? "silent" : state}`;
    }),
  );
  return [...targets, ...indicators].sort();
}

async function shownOf(scope: Parameters<typeof readAims>[0], day: string) {
  return aimsOfCities(await readAims(scope, day), day);
}

describe.each(cities)("of %s", (slug) => {
  const city = history.find(({ citySlug }) => citySlug === slug);
  if (!city) throw new Error(`No data of ${slug}`);

  test.each(days)("on %s each target and indicator stands as the documents say", async (day) => {
    const shown = (await shownOf({ city: slug }, day)).map(({ of, text, project, state }) =>
      of === "target" ? `${text} | ${state}` : `${slug}--${project?.slug} | ${text} | ${state}`,
    );
    expect(shown.sort()).toEqual(expectedOf(city, day));
  });

  test("what serves an outcome is what the documents say it is for, an answer with its target", async () => {
    const day = "2026-11-01";
    const aims = await shownOf({ city: slug }, day);
    for (const outcome of [
      "competitive-economy",
      "sustainable-environment",
      "high-quality-of-life",
    ]) {
      const targets = city.planTargets.filter(({ outcomes }) =>
        outcomes.some((each) => each.outcome === outcome),
      );
      const answering = targets.flatMap((target) => answersOf(target, city, day).indicator ?? []);
      const indicators = city.projects.flatMap((project) =>
        publicIndicators(project, day).filter(
          (indicator) => indicator.outcome === outcome && !answering.includes(indicator),
        ),
      );
      const shown = aimsServing(aims, outcome);
      expect(shown.map(({ text }) => text).sort()).toEqual(
        [...targets.map(({ text }) => text), ...indicators.map(({ name }) => name)].sort(),
      );
      expect(new Set(shown.flatMap(({ serves }) => serves.map(({ basis }) => basis)))).toEqual(
        new Set(shown.length > 0 ? ["assessed"] : []),
      );
      // The page of the outcome reads it in another way.
      const ofOutcome = aimsServing(await shownOf({ outcome }, day), outcome);
      const lines = (of: typeof shown) => of.map(({ id, state }) => `${id} ${state}`).sort();
      expect(lines(ofOutcome.filter((aim) => aim.city.citySlug === slug))).toEqual(lines(shown));
    }
  });
});

test.each(days)("on %s something was reported of as many of the 103 targets", async (day) => {
  const expected = history.flatMap((city) =>
    city.planTargets.filter((target) => ofTarget(target, city, day).isReported),
  );
  const aims = await shownOf({}, day);
  expect(countReported(aims)).toEqual({ targets: 103, reported: expected.length });
});

test("on the day of the plans next to nothing was reported, and no day before them shows a target", async () => {
  expect(countReported(await shownOf({}, "2018-07-07"))).toEqual({ targets: 0, reported: 0 });
  const then = countReported(await shownOf({}, "2018-07-08")).reported;
  const now = countReported(await shownOf({}, "2026-11-01")).reported;
  expect(then).toBeLessThan(now);
});

test("no value is shown before the day from which it was known", async () => {
  for (const day of days) {
    const knownValues = history.flatMap((city) =>
      city.projects.flatMap((project) =>
        publicIndicators(project, day).map(
          (indicator) =>
            `${project.id} ${indicator.name} ${measured(indicator, day).latest?.value}`,
        ),
      ),
    );
    const shown = (await shownOf({}, day))
      .filter(({ of }) => of === "indicator")
      .map(
        ({ city, project, text, latest }) =>
          `${city.citySlug}--${project?.slug} ${text} ${latest?.value}`,
      );
    expect(shown.sort()).toEqual(knownValues.sort());
  }
});

test("the page of an outcome says in words what its bars and marks show, by subject", async () => {
  const outcome = "sustainable-environment";
  const sources = await readAims({ outcome }, "2026-11-01");
  const aims = aimsOfCities(sources, "2026-11-01");
  const subjects = await subjectsIn("en");
  const html = say(
    createElement(AimSection, { context, outcome, aims, subjects, isWhole: sources.isWhole }),
  );
  const serving = aimsServing(aims, outcome);
  expect(html.match(/<li /gu)).toHaveLength(serving.length);
  // Two sums, never added. No city has stated an outcome yet.
  expect(html).toContain("Stated by the city. Targets and indicators: 0");
  expect(html).toContain(`Assessed by the tracker. Targets and indicators: ${serving.length}, of `);
  expect(html).toMatch(/Of all 103 targets in the plans of all cities/u);
  const shown = new Set(serving.map(({ subjects: [first] }) => first));
  for (const { slug, name } of subjects)
    expect(html.includes(`>${name.replace("&", "&amp;")}</a></h3>`), name).toBe(shown.has(slug));
  // Each row says who says that it serves the outcome.
  expect(html.match(/Assessed by the tracker/gu)).toHaveLength(serving.length + 1);
  // A bar is drawn for what has a target, and its numbers stand beside it.
  const drawn = serving.filter(({ value }) => value !== null);
  expect(drawn.length).toBeGreaterThan(5);
  expect(html.match(/viewBox="0 0 240 24"/gu)).toHaveLength(drawn.length);
  for (const { state } of serving) expect(html).toContain(words.aims.state[state]);
});

test("the page of a city shows for each outcome what serves it, by whose words, and where it stands", async () => {
  const day = "2026-11-01";
  const sources = await readAims({ city: "kuching" }, day);
  const outcomes = await outcomesIn("en");
  const html = say(createElement(OutcomesOfCity, { context, outcomes, sources, today: day }));
  const sections = html.split("<section").slice(1);
  expect(sections).toHaveLength(outcomes.length);
  for (const [index, outcome] of outcomes.entries()) {
    const section = String(sections[index]);
    expect(section).toContain(outcome.name);
    const aims = aimsServing(aimsOfCities(sources, day), outcome.slug);
    const projects = projectsServing(sources, outcome.slug);
    const shown = Math.min(aims.length, 8) + Math.min(projects.length, 8);
    expect(section.match(/<li/gu) ?? []).toHaveLength(shown);
    expect(section.match(/Assessed by the tracker: /gu) ?? []).toHaveLength(shown);
    expect(section.includes("Nothing is known to serve it.")).toBe(shown === 0);
  }
  expect(html).toContain("66 of 140");
});

test("the page of a country counts what is stated and what is assessed apart, and adds up its cities", async () => {
  const day = "2026-11-01";
  const outcomes = await outcomesIn("en");
  const aims = await shownOf({ country: "MY" }, day);
  const title = "The three outcomes";
  const html = say(createElement(OutcomesOfCountry, { context, title, outcomes, aims }));
  // One row of each for each outcome, and its folded one for a phone.
  expect(html.match(/Stated by the city/gu)).toHaveLength(outcomes.length);
  expect(html.match(/Assessed by the tracker/gu)).toHaveLength(outcomes.length);
  for (const { slug } of outcomes) {
    const ofCities = [];
    for (const city of new Set(aims.map((aim) => aim.city.citySlug)))
      ofCities.push(...aimsServing(await shownOf({ city }, day), slug));
    const ids = (of: { id: string }[]) => of.map(({ id }) => id).sort();
    expect(ids(aimsServing(aims, slug))).toEqual(ids(ofCities));
  }
});

test("the projects that are assessed stand on the page of the outcome with the document", async () => {
  const sources = await readAims({ outcome: "competitive-economy" }, "2026-11-01");
  const projects = projectsServing(sources, "competitive-economy");
  const html = say(createElement(AssessedProjects, { context, projects }));
  expect(projects.length).toBeGreaterThan(5);
  expect(html.match(/<li/gu)).toHaveLength(projects.length);
  for (const { serving } of projects) expect(serving.assessment?.why).toBeTruthy();
});

const context = { locale: "en", asOf: null } as const;

/** What a component shows in English. */
function say(children: ReactElement): string {
  const page = { locale: "en-GB", messages: words, timeZone: "UTC", children };
  const html = renderToStaticMarkup(createElement(NextIntlClientProvider, page));
  return html.replaceAll(/<!-- -->/gu, "");
}
