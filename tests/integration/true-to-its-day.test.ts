import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { database } from "@/lib/db/client";

// Computes from the data files alone what each edition must hold on a day, without code of the product or the seed.
// Only the rows are read from the database.

const data = "prisma/seed/data";
const json = (name: string) => JSON.parse(readFileSync(`${data}/${name}`, "utf8"));

type Said = { asOf: string; dueOn: string | null; doneOn: string | null; note: string | null };
type Measure = { asOf: string; value: number; on: string | null };
type ProjectHistory = {
  id: string;
  editions: {
    asOf: string;
    summary: string | null;
    progress: string | null;
    schedule: string | null;
    startsOn: string | null;
    endsOn: string | null;
    challenges: string[];
    supportNeeded: { text: string }[];
    partners: { partner: string }[];
    targets: { key: string; text: string; dueOn: string | null }[];
  }[];
  milestones: { title: string; kind: string; said: Said[] }[];
  indicators: {
    name: string;
    baseline: number | null;
    targets: Measure[];
    readings: Measure[];
  }[];
  laterFacts: { on: string; text: string; source: string }[];
};
type CityHistory = {
  citySlug: string;
  planTargets: {
    text: string;
    dueOn: string | null;
    result: { result: string; source: string } | null;
  }[];
  projects: ProjectHistory[];
  partners: { key: string; name: string }[];
};
type Listed = {
  id: string;
  history: { asOf: string; title: string; focusArea: string; status: string }[];
};

const history: CityHistory[] = readdirSync(`${data}/history`).flatMap((name) =>
  json(`history/${name}`),
);
const projects: Listed[] = json("projects.json");
const plans: { citySlug: string; priorityProjects: { id: string; title: string }[] }[] =
  json("action-plans-2018.json");

const planDay = "2018-07-08";
const days = [planDay, "2022-09-21", "2023-08-14", "2024-09-25", "2025-09-30"];
const cities = [
  "bandar-seri-begawan",
  "phnom-penh",
  "banyuwangi",
  "vientiane",
  "kuching",
  "nay-pyi-taw",
  "cebu-city",
  "singapore",
  "khon-kaen",
  "da-nang",
];

/** Returns the month of a date. A quarter or a half-year is its last month. */
function month(date: string | null): string | null {
  const part = date === null ? null : /^(\d{4})-([QH])(\d)$/u.exec(date);
  if (!part) return date;
  const last = Number(part[3]) * (part[2] === "Q" ? 3 : 6);
  return `${part[1]}-${String(last).padStart(2, "0")}`;
}

const by = <T extends { asOf: string }>(day: string, said: T[]) =>
  said.filter(({ asOf }) => asOf <= day).sort((a, b) => (a.asOf < b.asOf ? -1 : 1));

/** Returns the entry of the project in the publication of that day, or in the last one before it. */
function listing(id: string, city: string, day: string) {
  const planned = plans
    .find((plan) => plan.citySlug === city)
    ?.priorityProjects.find((project) => project.id === id);
  const listed = projects.find((project) => project.id === id)?.history ?? [];
  const entries = days.map((on) => {
    if (on === planDay) return { on, title: planned?.title, stage: "not_stated" };
    const entry = listed.find(({ asOf }) => asOf === on);
    const stage = entry?.status === "planning-or-ongoing" ? "not_stated" : entry?.status;
    return { on, title: entry?.title, stage };
  });
  const until = entries.filter(({ on }) => on <= day);
  const last = until.filter(({ title }) => title !== undefined).at(-1);
  if (!last) return null;
  const isListed = until.at(-1)?.title !== undefined;
  return { title: last.title, stage: last.stage, closing: isListed ? null : "no_longer_listed" };
}

/** Returns what was known of the project on the day, in the same shape as `stored`. */
function expected(project: ProjectHistory, city: CityHistory, day: string) {
  const listed = listing(project.id, city.citySlug, day);
  if (!listed) return null;
  const stated = by(day, project.editions);
  const partners = new Set(stated.flatMap((each) => each.partners.map(({ partner }) => partner)));
  const targets = new Map(
    stated.flatMap((each) => each.targets).map((target) => [target.key, target]),
  );
  const progress = stated.filter((each) => each.progress || each.schedule).at(-1);
  const last = <K extends "summary" | "startsOn" | "endsOn">(key: K) =>
    stated.map((each) => each[key]).findLast((value) => value !== null) ?? null;
  return {
    ...listed,
    summary: last("summary") ?? "",
    progressNote: progress?.progress ?? "",
    progressOn: progress?.asOf ?? null,
    schedule: progress?.schedule ?? null,
    startsOn: month(last("startsOn")),
    endsOn: month(last("endsOn")),
    challenges: stated.findLast((each) => each.challenges.length > 0)?.challenges ?? [],
    supportNeeded: (
      stated.findLast((each) => each.supportNeeded.length > 0)?.supportNeeded ?? []
    ).map(({ text }) => text),
    partners: [...partners].map((key) => city.partners.find((each) => each.key === key)?.name),
    targets: [...targets.values()].map(({ text, dueOn }) => [text, month(dueOn)]),
    milestones: project.milestones
      .filter(({ kind }) => kind === "promise")
      .flatMap(({ title, said }) => {
        const known = by(day, said);
        if (known.length === 0) return [];
        const due = known.flatMap(({ dueOn }) => dueOn ?? []);
        const done = known.flatMap(({ doneOn }) => doneOn ?? []);
        return [[title, month(due.at(-1) ?? null), month(done.at(-1) ?? null), known.at(-1)?.asOf]];
      }),
    eventTitles: project.milestones
      .filter(({ kind, said }) => kind === "event" && by(day, said).length > 0)
      .map(({ title }) => title)
      .sort(),
    indicators: project.indicators.flatMap(({ name, baseline, targets, readings }) => {
      const stated = [...targets, ...readings].map(({ asOf }) => asOf);
      const since = [...(stated.length > 0 ? stated : project.editions.map(({ asOf }) => asOf))];
      if (!since.some((asOf) => asOf <= day)) return [];
      const target = by(day, targets).at(-1);
      const values = by(day, readings).map(({ on, value }) => [month(on), value]);
      return [[name, baseline, target?.value ?? null, month(target?.on ?? null), values]];
    }),
  };
}

type Fields = Record<string, unknown>;
type Entry = Record<string, unknown>;

/** Reduces the edition that is valid on the day to the parts that `expected` has. */
function stored(fields: Fields) {
  const list = (name: string) => fields[name] as Entry[];
  const events = list("events").map(({ text }) => String(text));
  return {
    ...Object.fromEntries(
      ["title", "stage", "closing", "summary", "progressNote", "progressOn", "schedule"].map(
        (name) => [name, fields[name]],
      ),
    ),
    startsOn: fields["startsOn"],
    endsOn: fields["endsOn"],
    challenges: list("challenges").map(({ text }) => text),
    supportNeeded: list("supportNeeded").map(({ text }) => text),
    partners: list("partners").map(({ name }) => name),
    targets: list("targets").map(({ text, dueOn }) => [text, dueOn]),
    milestones: list("milestones").map(({ title, dueOn, doneOn, lastReportedOn }) => [
      title,
      dueOn,
      doneOn,
      lastReportedOn,
    ]),
    events,
    indicators: list("indicators").map(({ name, baseline, target, targetOn, readings }) => [
      name,
      baseline,
      target,
      targetOn,
      (readings as Entry[]).map(({ on, value }) => [on, value]),
    ]),
  };
}

/** Returns the fields of every record of a city that is valid on a day, by slug, read directly from the rows. */
async function fieldsOn(city: string, day: string, kind: "project" | "plan") {
  const rows = await database().$queryRawUnsafe<{ slug: string; content: { fields: Fields } }[]>(
    `select distinct on (e."recordId") e.slug, e.content from "Edition" e
     join "City" c on c.id = e."cityId"
     where c.slug = $1 and e.kind = $2::"RecordKind" and e."effectiveOn" <= $3::date
     order by e."recordId", e."effectiveOn" desc, e.number desc`,
    city,
    kind,
    day,
  );
  return new Map(rows.map(({ slug, content }) => [slug, content.fields]));
}

test.each(cities)(
  "every edition of %s holds what was known on its day and nothing else",
  async (slug) => {
    const city = history.find(({ citySlug }) => citySlug === slug);
    if (!city) throw new Error(`No history of ${slug}`);
    for (const day of days) {
      const rows = await fieldsOn(slug, day, "project");
      const wanted = city.projects.flatMap((project) => {
        const known = expected(project, city, day);
        return known ? [[project.id.slice(slug.length + 2), known] as const] : [];
      });
      expect([...rows.keys()].sort(), day).toEqual(wanted.map(([name]) => name).sort());
      for (const [name, { eventTitles, ...known }] of wanted) {
        const { events, ...held } = stored(rows.get(name) ?? {});
        expect(held, `${name} on ${day}`).toEqual(known);
        const stated = new Set(
          eventTitles.filter((title) => events.some((text) => text.startsWith(title))),
        );
        expect([...stated], `${name} on ${day}`).toEqual(eventTitles);
        const stray = events.filter((text) => !eventTitles.some((title) => text.startsWith(title)));
        expect(stray, `${name} on ${day}: a later fact`).toEqual([]);
      }
    }
  },
);

test("a delayed milestone stays one milestone and keeps its first date", async () => {
  const moved = history.flatMap(({ citySlug, projects }) =>
    projects.flatMap((project) =>
      project.milestones
        .filter(({ kind }) => kind === "promise")
        .map(({ title, said }) => {
          const due = said.flatMap(({ dueOn }) => dueOn ?? []).map(month);
          return { citySlug, id: project.id, title, first: due.at(0), last: due.at(-1) };
        })
        .filter(({ first, last }) => lastDay(first) !== lastDay(last)),
    ),
  );
  expect(moved.length).toBeGreaterThan(10);
  for (const { citySlug, id, title, first, last } of moved) {
    const fields = (await fieldsOn(citySlug, "2026-11-01", "project")).get(
      id.slice(citySlug.length + 2),
    );
    const milestones = (fields?.["milestones"] ?? []) as Entry[];
    const held = milestones.filter((each) => each["title"] === title);
    expect(held, `${id}: ${title}`).toMatchObject([{ dueOn: last, firstDueOn: first }]);
  }
});

/** Returns a date's last day, also for a year or a month. */
function lastDay(date: string | null | undefined) {
  const [year = 0, of = 12, on] = (date ?? "").split("-").map(Number);
  return on === undefined ? new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10) : date;
}

test("a fact from after the last report is stated from its own day on, and not before", async () => {
  const later = history.flatMap(({ citySlug, projects }) =>
    projects.flatMap(({ id, laterFacts }) =>
      laterFacts.map((fact) => ({ citySlug, slug: id.slice(citySlug.length + 2), ...fact })),
    ),
  );
  expect(later.length).toBeGreaterThan(15);
  for (const { citySlug, slug, on, text } of later) {
    const stated = async (day: string) =>
      JSON.stringify((await fieldsOn(citySlug, day, "project")).get(slug)).includes(
        JSON.stringify(text).slice(1, -1),
      );
    expect(await stated("2025-09-30"), text).toBe(false);
    expect(await stated(dayBefore(lastDay(on) ?? on)), text).toBe(false);
    expect(await stated("2026-11-01"), text).toBe(true);
  }
});

function dayBefore(day: string) {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}

test("a plan has the result of a target from the day on which a document reported it", async () => {
  const results = history.flatMap(({ citySlug, planTargets }) =>
    planTargets.map((target) => ({ citySlug, ...target })),
  );
  expect(results).toHaveLength(103);
  const names: Record<string, string> = {
    achieved: "reached",
    partly: "partly_reached",
    not_achieved: "not_reached",
  };
  const reportOf: Record<string, string> = {
    ME22: "2022-09-21",
    ME23: "2023-08-14",
    ME24: "2024-09-25",
    ME25: "2025-09-30",
  };
  for (const { citySlug, text, result, dueOn } of results) {
    const on = async (day: string) => {
      const plan = [...(await fieldsOn(citySlug, day, "plan")).values()][0];
      const targets = (plan?.["strategicTargets"] ?? []) as Entry[];
      return targets.find((target) => target["text"] === text);
    };
    expect(await on(planDay), text).toMatchObject({ result: null, dueOn: month(dueOn) });
    expect(await on("2026-11-01"), text).toMatchObject({
      result: result === null ? null : names[result.result],
    });
    const since = result && reportOf[result.source];
    if (since) {
      expect(await on(dayBefore(since)), text).toMatchObject({ result: null });
      expect((await on(since))?.["result"], text).not.toBeNull();
    }
  }
});
