import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { confirmRecord } from "@/lib/commands/record/confirm-record";
import { setMilestoneDate } from "@/lib/commands/record/set-milestone-date";
import { submitRecord } from "@/lib/commands/record/submit-record";
import { removeView } from "@/lib/commands/table/remove-view";
import { saveView } from "@/lib/commands/table/save-view";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { schedules, stages } from "@/lib/domain/record/project";
import {
  defaultColumns,
  noFilters,
  type ProjectListState,
  type ProjectRow,
  projectSorts,
} from "@/lib/domain/table/project-list";
import { maxViews } from "@/lib/domain/table/saved-view";
import { countProjects } from "@/lib/queries/public/projects";
import { getProjectTerms } from "@/lib/queries/record/plans";
import { listTableProjects, projectsPerPage, readAllProjects } from "@/lib/queries/table/projects";
import { listSavedViews } from "@/lib/queries/table/saved-views";
import { forEach } from "@/lib/web/for-each";
import { type Cast, getCast } from "@/tests/support/cast";
import {
  aMilestone,
  aPlanOf,
  aReadyProject,
  aSubmission,
  must,
  typeInto,
} from "@/tests/support/factories";
import { manyProjects } from "@/tests/support/many-projects";

let cast: Cast;
let phuket: string;
beforeAll(async () => {
  cast = await getCast();
  phuket = await aPlanOf("phuket");
  // The rows have few different values, so that most are equal and some of each column are missing.
  await manyProjects(
    [phuket],
    Array.from({ length: 90 }, (_, n) => ({
      title: n % 7 === 0 ? "" : `${["a", "B", "ä", "ท", "一"][n % 5]} ${n % 3}`,
      stage: stages[n % stages.length] ?? "not_stated",
      schedule: [null, ...schedules][n % 4] ?? null,
      startsOn: [null, "2024", "2024-05", "2024-05-02"][n % 4] ?? null,
      endsOn: n % 2 ? null : `203${n % 3}`,
    })),
  );
  // The rows cover every review state.
  await aSubmission(cast);
  const [published] = (await list({ review: "published" })).rows;
  if (!published) throw new Error("Phuket has published projects");
  await typeInto(cast, published.id, { dataNote: ["", "changed"] }).catch(() => null);
});

const beginning: ProjectListState = {
  ...noFilters,
  sort: { by: "title", isDescending: false },
  columns: defaultColumns,
  position: null,
};

function list(asked: Partial<ProjectListState>, reader: SignedIn = cast.editorOfPhuket) {
  return listTableProjects(reader, phuket, { ...beginning, ...asked });
}

const sorts = projectSorts.flatMap((by) => [
  { by, isDescending: false },
  { by, isDescending: true },
]);

test.each(["missed", "silent"] as const)(
  "the filter for %s dates finds the projects that the public list finds",
  async (schedule) => {
    const asked = { ...beginning, schedule };
    const page = await listTableProjects(cast.administrator, null, asked);
    const counted = await countProjects({ schedule, closing: "any" }, { asOf: null, max: 1000 });
    expect([schedule, page.total]).toEqual([schedule, counted]);
    expect(page.total).toBeGreaterThan(0);
  },
);

describe("the pages of a table", () => {
  test.each(sorts)(
    "hold each row once, forwards and backwards, by $by, descending: $isDescending",
    async (sort) => {
      const whole: ProjectRow[] = await all(sort);
      const forwards: string[] = [];
      let page = await list({ sort });
      let pages = 1;
      for (; page.last && page.hasNext; pages += 1) {
        expect(page.before).toBe(forwards.length);
        forwards.push(...page.rows.map((row) => row.id));
        page = await list({ sort, position: { side: "after", cursor: page.last } });
      }
      forwards.push(...page.rows.map((row) => row.id));
      expect(pages).toBe(Math.ceil(page.total / projectsPerPage));
      expect(forwards).toHaveLength(page.total);
      expect(forwards).toEqual(whole.map((row) => row.id));
      expect(new Set(forwards).size).toBe(forwards.length);

      // Going back from the last page to the first shows the same rows. A page that would be short becomes the full
      // first page.
      const backwards = page.rows.map((row) => row.id);
      while (page.first && page.hasPrevious) {
        const position = { side: "before", cursor: page.first } as const;
        const before = Number(page.before);
        page = await list({ sort, position });
        backwards.unshift(...page.rows.slice(0, before).map((row) => row.id));
        expect(page.before).toBe(Math.max(0, before - projectsPerPage));
      }
      expect(backwards).toEqual(forwards);
    },
  );

  test.each(sorts)("put what is not said last, by $by, descending: $isDescending", async (sort) => {
    const rows = await all(sort);
    const values = rows.map((row) => (sort.by === "city" ? row.cityName : row[sort.by]));
    const firstUnsaid = values.indexOf(null);
    if (firstUnsaid !== -1) {
      expect(firstUnsaid).toBeGreaterThan(0);
      expect(values.slice(firstUnsaid).every((value) => value === null)).toBe(true);
    }
    const said = values.filter((value): value is NonNullable<typeof value> => value !== null);
    const runs = said.filter((value, index) => value !== said[index - 1]);
    if (sort.by !== "title" && sort.by !== "editedAt") expect(new Set(runs).size).toBe(runs.length);
  });

  test("go to the end and back, also with more rows than are counted", async () => {
    const few = 30;
    const whole = (await all(beginning.sort)).map((row) => row.id);
    expect(whole.length).toBeGreaterThan(2 * projectsPerPage);
    const turn = (position: ProjectListState["position"]) =>
      listTableProjects(cast.editorOfPhuket, phuket, { ...beginning, position }, few);
    let page = await turn(null);
    expect(page).toMatchObject({ total: few, isMore: true, before: 0, hasPrevious: false });
    const forwards = page.rows.map((row) => row.id);
    while (page.hasNext) {
      page = await turn({ side: "after", cursor: String(page.last) });
      expect(page).toMatchObject({ total: few, isMore: true, hasPrevious: true });
      expect(page.before).toBe(forwards.length > few ? null : forwards.length);
      forwards.push(...page.rows.map((row) => row.id));
    }
    expect(forwards).toEqual(whole);
    let count = page.rows.length;
    while (page.hasPrevious) {
      page = await turn({ side: "before", cursor: String(page.first) });
      expect(page.hasNext).toBe(true);
      count += projectsPerPage;
    }
    expect(page.rows.map((row) => row.id)).toEqual(whole.slice(0, projectsPerPage));
    expect(count).toBeGreaterThanOrEqual(whole.length);
  });

  test("do not move when rows are added elsewhere", async () => {
    const first = await list({});
    await manyProjects([phuket], [{ title: "" }, { title: "" }]);
    const second = await list({ position: { side: "after", cursor: first.last ?? "" } });
    const shown = new Set(first.rows.map((row) => row.id));
    expect(second.rows.filter((row) => shown.has(row.id))).toEqual([]);
    expect(second.before).toBe(projectsPerPage + 2);
  });

  test("are the first page for an invalid cursor", async () => {
    const first = await list({});
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.json().map((json) => btoa(encodeURI(json))),
        ),
        fc.constantFrom("after" as const, "before" as const),
        async (cursor, side) => {
          expect(await list({ position: { side, cursor } })).toEqual(first);
        },
      ),
      { numRuns: 40 },
    );
    const { last } = await list({ sort: { by: "stage", isDescending: false } });
    expect(
      (
        await list({
          sort: { by: "editedAt", isDescending: true },
          position: { side: "after", cursor: last ?? "" },
        })
      ).before,
    ).toBe(0);
  });
});

describe("the table over all plans", () => {
  const everything = (reader: SignedIn, asked: Partial<ProjectListState> = {}) =>
    listTableProjects(reader, null, { ...beginning, ...asked });

  test("shows their own cities to a city's staff, all to an administrator, and nothing to anybody else", async () => {
    const all = await database().project.count();
    const ofPhuket = await database().project.count({ where: { city: { slug: "phuket" } } });
    expect((await everything(cast.administrator)).total).toBe(all);
    const own = await everything(cast.leadOfPhuket);
    expect(own.total).toBe(ofPhuket);
    expect(own.rows.every((row) => row.cityName === "Phuket" && row.mayEdit && row.maySubmit)).toBe(
      true,
    );
    expect((await everything(cast.reviewer)).total).toBe(0);
    expect((await everything(cast.representativeOfThailand)).total).toBe(0);
    expect((await getProjectTerms(cast.leadOfPhuket)).cities.map(({ slug }) => slug)).toEqual([
      "phuket",
    ]);
    expect((await getProjectTerms(cast.reviewer)).cities).toEqual([]);
  });

  test("shows nothing of another city, with any query", async () => {
    const foreign = { city: "phuket" };
    expect((await everything(cast.editorOfMakassar, foreign)).total).toBe(0);
    expect((await listTableProjects(cast.editorOfMakassar, phuket, beginning)).total).toBe(0);
    const [row] = (await everything(cast.administrator, foreign)).rows;
    expect(row).toMatchObject({ cityName: "Phuket", mayEdit: false, maySubmit: false });
    expect((await everything(cast.editorOfPhuket)).rows[0]).toMatchObject({
      mayEdit: true,
      maySubmit: false,
    });
  });

  test("has the terms of the frameworks as filters", async () => {
    const terms = await getProjectTerms(cast.administrator);
    expect(terms.framework.outcomes).toHaveLength(3);
    expect(terms.framework.focusAreas).toHaveLength(6);
  });
});

async function all(sort: ProjectListState["sort"]) {
  const rows: ProjectRow[] = [];
  for await (const some of readAllProjects(
    cast.editorOfPhuket,
    phuket,
    { ...beginning, sort },
    40,
  )) {
    rows.push(...some);
  }
  return rows;
}

describe("saved views", () => {
  const save = (view: object, reader: SignedIn = cast.editorOfPhuket) =>
    saveView(reader, { personId: reader.personId, ...view });
  const names = async (reader: SignedIn) => (await listSavedViews(reader)).map(({ name }) => name);

  test("belong to a person by name; saving under the same name replaces", async () => {
    const { viewId } = must(await save({ name: "Late ones", query: "schedule=late" }));
    must(await save({ name: "Late ones", query: "schedule=late&sort=endsOn&after=abc&evil=1" }));
    must(await save({ name: "Late ones", query: "" }, cast.leadOfPhuket));

    expect(await listSavedViews(cast.editorOfPhuket)).toEqual([
      { id: viewId, name: "Late ones", query: "schedule=late&sort=endsOn" },
    ]);
    expect(await names(cast.leadOfPhuket)).toEqual(["Late ones"]);
    expect(await names(cast.administrator)).toEqual([]);
  });

  test("can be renamed to a free name, by their owner only", async () => {
    const { viewId } = must(await save({ name: "First", query: "q=1" }));
    must(await save({ name: "Second", query: "q=2" }));
    const rename = (name: string, reader?: SignedIn) =>
      save({ viewId, name, query: "q=1" }, reader);

    expect(await rename("Second")).toMatchObject({
      ok: false,
      refusal: { code: "invalid", fields: { name: [{ key: "name_taken" }] } },
    });
    expect(await rename("Mine", cast.leadOfPhuket)).toMatchObject({
      refusal: { code: "not_found" },
    });
    must(await rename("Third"));
    expect(await names(cast.editorOfPhuket)).toEqual(expect.arrayContaining(["Second", "Third"]));
    must(await removeView(cast.editorOfPhuket, { viewId }));
    expect(await names(cast.editorOfPhuket)).not.toContain("Third");
  });

  test("are refused without a name, and above the maximum number", async () => {
    expect(await save({ name: " ", query: "" })).toMatchObject({
      refusal: { fields: { name: [{ key: "missing" }] } },
    });
    const reader = cast.leadOfMakassar;
    for (let n = 0; n < maxViews; n += 1)
      must(await save({ name: `View ${n}`, query: "" }, reader));
    expect(await save({ name: "One more", query: "" }, reader)).toMatchObject({
      refusal: { fields: { name: [{ key: "too_many_views", limit: maxViews }] } },
    });
    must(await save({ name: "View 0", query: "q=again" }, reader));
  });
});

describe("several rows at once", () => {
  const milestones = (id: string) =>
    database().draft.findUniqueOrThrow({ where: { recordId: id }, select: { content: true } });

  test("are each done or refused separately, and a refused row changes nothing", async () => {
    const ready = await aReadyProject(cast);
    const again = await aReadyProject(cast);
    const incomplete = await aReadyProject(cast);
    await typeInto(cast, incomplete, { summary: ["What it is about.", ""] });
    const foreign = await foreignProject();
    const rows = [ready, incomplete, foreign, again, ready, randomUUID(), "no id"].map(
      (recordId) => ({ recordId }),
    );

    const results = must(await forEach(submitRecord)(cast.leadOfPhuket, { rows }));

    expect(results.map((result) => (result.ok ? "done" : result.refusal.code))).toEqual([
      "done",
      "not_ready",
      "forbidden",
      "done",
      "wrong_state",
      "not_found",
      "invalid",
    ]);
    const submissions = (recordId: string) => database().submission.count({ where: { recordId } });
    expect(await Promise.all([ready, again, incomplete].map(submissions))).toEqual([1, 1, 0]);
    // An editor may perform none of these actions on any row.
    const asEditor = must(
      await forEach(submitRecord)(cast.editorOfPhuket, { rows: rows.slice(0, 4) }),
    );
    expect(asEditor.every((result) => !result.ok && result.refusal.code === "forbidden")).toBe(
      true,
    );
    const confirmed = must(
      await forEach(confirmRecord)(cast.leadOfPhuket, { rows: rows.slice(0, 3) }),
    );
    expect(confirmed.map((result) => (result.ok ? "done" : result.refusal.code))).toEqual([
      "wrong_state",
      "wrong_state",
      "forbidden",
    ]);
  });

  test("get a date for their next milestone, once for each key", async () => {
    const recordId = await aReadyProject(cast);
    const [done, later, next, undated] = [
      aMilestone({ title: "Done", dueOn: "2020", doneOn: "2021" }),
      aMilestone({ title: "Later", dueOn: "2029" }),
      aMilestone({ title: "Next", dueOn: "2028-06" }),
      aMilestone({ title: "Undated" }),
    ];
    await typeInto(cast, recordId, { milestones: [[], [done, later, next, undated]] });
    const none = await aReadyProject(cast);
    const row = { recordId, key: randomUUID(), dueOn: "2031-01" };
    const set = async (...rows: object[]) =>
      must(await forEach(setMilestoneDate)(cast.editorOfPhuket, { rows }));

    expect(await set(row, row, { ...row, recordId: none, key: randomUUID() })).toEqual([
      { ok: true, value: { milestone: "Next" } },
      expect.objectContaining({ ok: true }),
      { ok: false, refusal: { code: "wrong_state", reason: "no_open_milestone" } },
    ]);
    expect((await milestones(recordId)).content).toMatchObject({
      milestones: [done, later, { ...next, dueOn: "2031-01" }, undated],
    });
    expect(await database().draftChange.count({ where: { saveId: row.key } })).toBe(1);
    expect(await set({ ...row, key: randomUUID(), dueOn: "soon" })).toMatchObject([
      { refusal: { fields: { dueOn: [{ key: "partial_date" }] } } },
    ]);
    expect(await set({ ...row, key: randomUUID(), dueOn: "" })).toMatchObject([
      { refusal: { fields: { dueOn: [{ key: "missing" }] } } },
    ]);
  });

  test("are at most a hundred", async () => {
    const rows = Array.from({ length: 101 }, () => ({ recordId: randomUUID() }));
    expect(await forEach(submitRecord)(cast.leadOfPhuket, { rows })).toMatchObject({
      refusal: { fields: { rows: [{ key: "too_many_rows", limit: 100 }] } },
    });
    for (const raw of [null, {}, { rows: "all" }]) {
      expect(await forEach(submitRecord)(cast.leadOfPhuket, raw)).toMatchObject({
        refusal: { code: "invalid" },
      });
    }
  });
});

async function foreignProject() {
  const project = await database().project.findFirstOrThrow({
    where: { city: { slug: "makassar" } },
    select: { id: true },
  });
  return project.id;
}
