import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { reportFileFormats } from "@/lib/domain/report/file";
import { listScriptName } from "@/lib/site/list-script.mjs";
import { publicPages } from "@/lib/site/pages.mjs";
import { idOf } from "@/prisma/seed/ids";
import { account, signInByRequest } from "@/tests/e2e/support/accounts";
import { actionIds } from "@/tests/e2e/support/actions";
import { visitorOf } from "@/tests/e2e/support/clients";
import { idsOf, withTestDatabase } from "@/tests/e2e/support/database";
import {
  addressesOf,
  type Marked,
  marker,
  markPrivateColumns,
  mayRead,
  privateWords,
  wordsIn,
} from "@/tests/e2e/support/private-words";
import { expect, test } from "@/tests/e2e/support/test";
import { textOf } from "@/tests/e2e/support/text-of";

// Requests every address as a visitor, those of the office as everybody, and every action: nothing private is read or
// changed (docs/permissions.md). What is public is the same for everybody, because tests/architecture.test.ts ensures
// that its code cannot learn who asks.
test.describe.configure({ mode: "serial" });

/** Returns the number of rows that the test could have changed. */
function countRows() {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select (select count(*) from "TimelineEntry") as timeline, (select sum(version) from "Draft") as drafts,
         (select count(*) from "Submission" where state = 'submitted') as open, (select count(*) from "Decision") as decisions,
         (select count(*) from "Comment") as comments, (select count(*) from "InternalNote") as notes,
         (select count(*) from "Thread") as threads, (select count(*) from "Thread" where "resolvedAt" is not null) as resolved,
         (select count(*) from "Thread" where answer is not null) as answers, (select count(*) from "EvidenceRating") as ratings, (select count(*) from "DraftComment") as said, (select count(*) from "Edition") as editions,
         (select count(*) from "FeedbackStep") as feedback, (select count(*) from "Feedback" where email is null) as forgotten,
         (select count(*) from "Project") as projects, (select count(*) from "Person" where "deactivatedAt" is null) as people,
         (select count(*) from "Grant" where "removedAt" is null) as grants,
         (select count(*) from "PasswordLink") as links, (select string_agg("passwordHash", ',' order by id) from "Person") as passwords`,
    );
    return rows[0];
  });
}

/** Returns the addresses of app/ as they are in the file system, with the parameters filled in. */
function routes(city: City): string[] {
  const values = valuesOf(city);
  const report = { ...values, slug: walkedReport, number: "1" };
  const known = readdirSync("app", { recursive: true })
    .map(String)
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/u.test(file) && !file.includes("nextauth"))
    .map((file) =>
      file.replace(/(^|\/)(page\.tsx|route\.ts)$/u, "").replaceAll(/\([^)]*\)\/?/gu, ""),
    )
    .map((path) => filled(path, path.includes("reports/[slug]") ? report : values))
    .map((path) => `/${path}`);
  const { project } = cities[city];
  return [
    ...known,
    // These are the files of a report, a list that is searched, and the tables of a record.
    ...reportFiles.map((file) => `/api/v1/reports/${frozenReport}/${file}`),
    `/en/reports/${frozenReport}`,
    `/en/reports/${frozenReport}/cities/${city}`,
    `/en/reports/${frozenReport}/1/print`,
    "/en/projects?q=private",
    `/en/projects?city=${city}`,
    ...publicPages
      .filter(({ isByDay }) => isByDay)
      .map(({ path }) => `/en${filled(path, values)}?asOf=2025-09-30`),
    "/api/v1/projects?q=private",
    `/api/v1/changes.atom?city=${city}`,
    `/api/v1/due.ics?city=${city}`,
    `/api/v1/projects?city=${city}&limit=100`,
    `/api/v1/project-evidence.csv?city=${city}`,
    "/api/v1/projects.xlsx",
    "/api",
    `/link-pictures/cities/${city}.png`,
    `/link-pictures/cities/${city}/${project}.png`,
    `/api/v1/files/${marked[city].file}`,
    `/api/office/files/${marked[city].file}?size=preview`,
    "/office/projects?q=private",
    "/office/feedback?state=all",
    `/office/feedback/${marked[city].translation}`,
    `/en/feedback?about=/cities/${city}`,
    "/office/submissions?part=decided",
    "/office/submissions?part=clearance",
    "/office/submissions?part=decision",
    `/office/reports/${walkedReport}?city=${city}`,
    `/office/submissions/${marked[city].asked}`,
    restorePath(city),
    `/en/cities/${city}/projects/${project}`,
  ];
}

/** Returns a path with its parameters filled in. */
function filled(path: string, values: Record<string, string>): string {
  return path.replaceAll(/\[(\w+)\]/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`What is [${name}] of ${path}?`);
    return value;
  });
}

/**
 * Returns the address that restores the marked change of a city, which belongs to the record of the marked submission.
 */
function restorePath(city: City): string {
  return `/office/projects/${changedRecord[city]}/history/restore?change=${marked[city].change}&side=before`;
}

type City = "phuket" | "makassar";
const changedRecord = {} as Record<City, string>;
const cities = {} as Record<City, Awaited<ReturnType<typeof idsOf>>>;
const someIds = (): Marked => ({
  submission: randomUUID(),
  asked: randomUUID(),
  thread: randomUUID(),
  change: randomUUID(),
  import: randomUUID(),
  file: randomUUID(),
  feedback: randomUUID(),
  translation: randomUUID(),
  report: walkedReport,
});
/** An open report, and one that the seed froze and whose files nobody has requested. */
const walkedReport = "walked-report";
const frozenReport = "2023";
const reportFiles = reportFileFormats.map((format) => `1.${format}`);
const marked: Record<City, Marked> = { phuket: someIds(), makassar: someIds() };

function valuesOf(city: City) {
  const { projectId, planId, country, project, cityId } = cities[city];
  return {
    locale: "en",
    partner: "jica",
    city,
    project,
    plan: "2018-2025",
    projectId,
    cityId,
    recordId: projectId,
    planId,
    personId: people[city],
    submissionId: marked[city].submission,
    importId: marked[city].import,
    fileId: marked[city].file,
    feedbackId: marked[city].feedback,
    organisationId: idOf("organisation", "jica"),
    id: projectId,
    slug: city,
    chain: city,
    part: `${city}.xml`,
    name: listScriptName,
    table: "projects.csv",
    code: country.toLowerCase(),
    country,
    outcome: "competitive-economy",
    cursor: "x",
    area: "civic-social",
    number: "1",
    file: "1.json",
  };
}

/** The city that belongs to a person, by the place of their role. */
const own: Record<string, City> = {
  phuket: "phuket",
  TH: "phuket",
  makassar: "makassar",
  ID: "makassar",
};

/** Returns true when a city belongs to a person: a representative has the cities of their country. */
function isOf(city: string, place: string): boolean {
  return own[place] === city || countryOf.get(city) === place;
}

const roles = [
  ["editor", "phuket"],
  ["lead", "phuket"],
  ["editor", "makassar"],
  ["lead", "makassar"],
  ["representative", "TH"],
  ["representative", "ID"],
  ["reviewer"],
  ["administrator"],
] as const;

async function contextOf(baseURL: string | undefined, who?: readonly [string, string?]) {
  const context = await visitorOf(String(baseURL));
  if (who) await signInByRequest(context, account(...(who as [string, string?])));
  return context;
}

const countryOf = new Map<string, string>();
const people = {} as Record<City, string>;
const addresses = {} as Record<City, string[]>;

test.beforeAll(async () => {
  for (const city of ["phuket", "makassar"] as const) {
    cities[city] = await idsOf(city);
    addresses[city] = await addressesOf(city);
    people[city] = await leadOf(city).then((lead) => lead.personId);
  }
  await withTestDatabase(async (client) => {
    const { rows } = await client.query(`select slug, "countryCode" from "City"`);
    for (const { slug, countryCode } of rows) countryOf.set(slug, countryCode);
  });
  await withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select f.format from "ReportFile" f join "ReportFreeze" z on z.id = f."freezeId"
         join "Report" r on r.id = z."reportId" where r.slug = $1`,
      [frozenReport],
    );
    // A file that was made earlier could not contain the words that are marked now.
    expect(rows, `files of the report of ${frozenReport}`).toEqual([]);
  });
  await markPrivateColumns(marked);
  await withTestDatabase(async (client) => {
    for (const city of ["phuket", "makassar"] as const) {
      const { rows } = await client.query(`select "recordId" from "DraftChange" where id = $1`, [
        marked[city].change,
      ]);
      changedRecord[city] = rows[0].recordId;
    }
  });
});

test("a visitor reads nothing private at any address, as a page, as a page’s data and as of a day", async ({
  baseURL,
}) => {
  const visitor = await contextOf(baseURL);
  // A new installation makes the file in its first seconds.
  const dump = async () => (await visitor.get("/api/v1/dump.zip")).status();
  await expect.poll(dump, { timeout: 120_000 }).toBe(200);
  const paths = new Set([...routes("phuket"), ...routes("makassar")]);
  expect(paths.size).toBeGreaterThan(100);
  await walk([...paths].flatMap(formsOf), async ({ address, headers }) => {
    const answer = await read(visitor, address, headers);
    const text = await textOf(await answer.body());
    expect(answer.status(), address).toBeLessThan(500);
    expect(text, address).not.toContain(marker);
    for (const email of [...addresses.phuket, ...addresses.makassar]) {
      expect(text, address).not.toContain(email);
    }
    // A request for a page's data is redirected to sign-in by its content and not by its status.
    if (address.startsWith("/office") && !("rsc" in headers)) {
      expect(answer.status(), address).not.toBe(200);
    }
  });
});

test("the test reads the text of packed files: a PDF, a document and a workbook", async ({
  baseURL,
}) => {
  const visitor = await contextOf(baseURL);
  for (const file of reportFiles) {
    const answer = await visitor.get(`/api/v1/reports/${frozenReport}/${file}`);
    expect(await textOf(await answer.body()), file).toMatch(/phuket/i);
  }
  await visitor.dispose();
  const editor = await contextOf(baseURL, ["editor", "phuket"]);
  const sheet = await editor.get(`/api/office/plans/${cities.phuket.planId}/export.xlsx`);
  expect(wordsIn(await textOf(await sheet.body()))).toContainEqual({
    word: "draft",
    city: "phuket",
  });
  await editor.dispose();
});

const found = new Set<string>();
for (const who of roles) {
  const [role, place = ""] = who;
  test(`the ${who.join(" of ")} reads at every address of the office only what they may read`, async ({
    baseURL,
  }) => {
    const context = await contextOf(baseURL, who);
    const paths = new Set([...routes("phuket"), ...routes("makassar")].filter(dependsOnReader));
    expect(paths.size).toBeGreaterThan(80);
    const others = (["phuket", "makassar"] as const).filter(
      (city) => place !== "" && own[place] !== city,
    );
    await walk([...paths].flatMap(formsOf), async ({ address, headers }) => {
      const answer = await read(context, address, headers);
      expect(answer.status(), address).toBeLessThan(500);
      const text = await textOf(await answer.body());
      const words = wordsIn(text);
      for (const { word } of words) found.add(word);
      const foreign = words.filter(({ word, city }) => !mayRead(word, role, isOf(city, place)));
      expect(foreign, address).toEqual([]);
      for (const email of others.flatMap((city) => addresses[city])) {
        expect(text, address).not.toContain(email);
      }
    });
    await context.dispose();
  });
}

test("private text is shown to the people who may read it", () => {
  expect([...found].sort()).toEqual(
    privateWords.filter((word) => word !== "withholding").toSorted(),
  );
});

test("another city’s data are missing for people who may not read them", async ({ baseURL }) => {
  for (const who of roles) {
    const [role, place = ""] = who;
    const context = await contextOf(baseURL, who);
    for (const city of ["phuket", "makassar"] as const) {
      const { projectId, planId, submissionId, importId } = valuesOf(city);
      const isOwn = own[place] === city;
      const readsDraft = mayRead("draft", role, isOwn);
      const seen = {
        [`/office/projects/${projectId}`]: readsDraft,
        [`/office/projects/${projectId}/history`]: readsDraft,
        [restorePath(city)]: readsDraft,
        [`/office/plans/${planId}`]: readsDraft,
        [`/office/plans/${planId}/profile`]: readsDraft,
        [`/office/plans/${planId}/import/${importId}`]: mayRead("import", role, isOwn),
        [`/office/submissions/${submissionId}`]: mayRead("submission", role, isOwn),
        [`/api/office/records/${projectId}`]: readsDraft,
        [`/office/feedback/${marked[city].feedback}`]: mayRead("feedback", role, isOwn),
        [`/office/feedback/${marked[city].translation}`]: mayRead("translation", role, isOwn),
      };
      for (const [path, isSeen] of Object.entries(seen)) {
        const answer = await read(context, path, {});
        expect(answer.status(), `${who.join(" of ")} at ${path}`).toBe(isSeen ? 200 : 404);
      }
    }
    const inOffice = await context.get("/office/people", { maxRedirects: 0 });
    expect(inOffice.status(), who.join(" of ")).toBe(
      ["administrator", "lead"].includes(role) ? 200 : 404,
    );
    await context.dispose();
  }
});

test("no action and no route of the office changes anything for a visitor or for another city’s people", async ({
  baseURL,
}) => {
  const actions = actionIds();
  expect(actions.length).toBeGreaterThan(8);
  const input = await inputFor("phuket");
  const strangers = [
    undefined,
    ["editor", "makassar"],
    ["lead", "makassar"],
    ["representative", "ID"],
  ];
  for (const who of strangers) {
    const context = await contextOf(baseURL, who as [string, string?] | undefined);
    const before = await countRows();
    for (const action of actions) {
      const answer = await call(context, action, input);
      expect(answer.status(), action).toBeLessThan(500);
    }
    for (const path of routes("phuket").filter((each) => each.startsWith("/api/office"))) {
      const answer = await post(context, path, input);
      expect(answer.status(), path).toBeLessThan(500);
      expect(answer.ok(), path).toBe(false);
    }
    expect(await countRows(), String(who)).toEqual(before);
    await context.dispose();
  }
});

test("an editor’s calls of every action change no more than an editor may", async ({ baseURL }) => {
  const editor = await contextOf(baseURL, ["editor", "phuket"]);
  const before = await countRows();
  const input = await inputFor("phuket");
  for (const action of actionIds()) await call(editor, action, input);
  const after = await countRows();
  // These calls really arrive: everything that an editor may do on the submission and in its thread has happened.
  expect(Number(after.comments)).toBe(Number(before.comments) + 2);
  expect(Number(after.answers)).toBe(Number(before.answers) + 1);
  expect(Number(after.feedback)).toBeGreaterThan(Number(before.feedback));
  expect(Number(after.said)).toBe(Number(before.said) + 1);
  expect(Number(after.projects)).toBe(Number(before.projects) + 1);
  const untouched = [
    "notes",
    "threads",
    "resolved",
    "ratings",
    "open",
    "decisions",
    "editions",
    "people",
    "grants",
    "links",
    "passwords",
  ];
  for (const key of untouched) expect(after[key], key).toEqual(before[key]);
});

/**
 * Returns true for addresses whose answer depends on the reader. All others are answered without knowing the reader.
 */
function dependsOnReader(address: string): boolean {
  return /^\/(office|api\/office|sign-in|set-password|unsubscribe)(\/|\?|$)/u.test(address);
}

/** Returns the requests to make for an address: as it is, for a page's data, and as of a day. */
function formsOf(address: string): { address: string; headers: Record<string, string> }[] {
  const hasDay = !dependsOnReader(address) && !address.includes("?");
  return [
    { address, headers: {} },
    ...(address.startsWith("/api") ? [] : [{ address, headers: { rsc: "1" } }]),
    ...(hasDay ? [{ address: `${address}?asOf=2025-09-30`, headers: {} }] : []),
  ];
}

/** Visits each entry, a few at the same time, because one after the other would take minutes. */
async function walk<T>(all: T[], visit: (one: T) => Promise<void>) {
  const left = all.values();
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (const one of left) await visit(one);
    }),
  );
}

/** Requests an address. Next redirects a request for a page's data to the same page with a query of its own. */
async function read(context: APIRequestContext, address: string, headers: Record<string, string>) {
  const answer = await context.get(address, { headers, maxRedirects: 0 });
  const location = answer.headers()["location"] ?? "";
  return "rsc" in headers && location.includes("_rsc")
    ? context.get(location, { headers, maxRedirects: 0 })
    : answer;
}

/** Sends a request to a route of the office with every parameter that any route takes. */
function post(context: APIRequestContext, path: string, input: Record<string, string>) {
  const changes = [{ field: "dataNote", seen: "", value: "walked" }];
  const ids = { key: randomUUID(), tab: randomUUID() };
  return context.post(path, { data: { ...input, ...ids, version: null, field: null, changes } });
}

/** Returns the grant of a city's lead. */
function leadOf(city: City) {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select g.id as "grantId", g."personId" from "Grant" g join "City" c on c.id = g."cityId"
        where c.slug = $1 and g.role = 'lead'`,
      [city],
    );
    return rows[0] as { grantId: string; personId: string };
  });
}

/** Returns everything that any form sends, for one city. */
async function inputFor(city: City) {
  const { projectId, planId, submissionId } = valuesOf(city);
  return {
    ...(await leadOf(city)),
    recordId: projectId,
    changeId: marked[city].change,
    side: "before",
    number: "1",
    seen: "never",
    mentions: "",
    planId,
    submissionId,
    feedbackId: marked[city].feedback,
    threadId: marked[city].thread,
    field: "summary",
    to: "resolved",
    answer: "declined",
    claim: "progress",
    level: "complete",
    sentence: "Walked",
    cityId: cities[city].cityId,
    countryCode: "",
    changes: JSON.stringify([{ field: "dataNote", seen: "never", value: "walked" }]),
    title: "Walked",
    text: "Walked",
    reason: "Walked",
    name: "Walked",
    email: "walked@tests.example",
    role: "reviewer",
    current: "not the password",
    password: "walked through every door",
    token: "no-token",
  };
}

/** Calls a server action as the browser does: its state and a form, in React's own encoding. */
function call(context: APIRequestContext, action: string, input: Record<string, string>) {
  const multipart = new FormData();
  for (const [name, value] of Object.entries(input)) multipart.append(`_1_${name}`, value);
  multipart.append("0", JSON.stringify([{ refusal: null, typed: {}, value: null }, "$K1"]));
  return context.post("/office", {
    headers: { "next-action": action, accept: "text/x-component" },
    multipart,
    maxRedirects: 0,
  });
}
