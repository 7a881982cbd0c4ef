import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { type APIRequestContext, expect, request as requests, test } from "@playwright/test";
import { account, signInByRequest } from "@/tests/e2e/support/accounts";
import { idsOf, withTestDatabase } from "@/tests/e2e/support/database";

// Every address and every action, as everybody: nothing private is read or changed (docs/permissions.md).
test.describe.configure({ mode: "serial" });

const marker = `private-${randomUUID()}`;

/** What a visitor must never be shown, marked in every private column that text can stand in. */
async function markPrivateColumns(submissions: Record<"phuket" | "makassar", string>) {
  await withTestDatabase(async (client) => {
    await client.query(
      `update "Draft" set "internalNotes" = $1,
         content = jsonb_set(content, case when content ? 'title' then '{title}'::text[] else '{vision}'::text[] end, to_jsonb($1::text))`,
      [`${marker} draft`],
    );
    await client.query(`update "Person" set name = $1 || ' ' || left(id::text, 8)`, [marker]);
    for (const [city, id] of Object.entries(submissions)) {
      await client.query(
        `insert into "Submission" (id, "recordId", "cityId", content, "contentHash", "draftVersion",
            "changedFields", "needsClearance", "submittedAt", "submittedById")
         select $1, r.id, c.id, d.content, repeat('0', 64), 1, 1, true, now(), p.id
           from "City" c join "Project" r on r."cityId" = c.id join "Draft" d on d."recordId" = r.id
           join "Grant" g on g."cityId" = c.id and g.role = 'lead' join "Person" p on p.id = g."personId"
          where c.slug = $2 and not exists (select 1 from "Submission" s
            where s."recordId" = r.id and s.state in ('submitted', 'cleared'))
          order by r.slug limit 1`,
        [id, city],
      );
      await client.query(
        `insert into "Comment" (id, "submissionId", text, at, "byId")
         select gen_random_uuid(), id, $2, now(), "submittedById" from "Submission" where id = $1`,
        [id, `${marker} comment of ${city}`],
      );
    }
  });
}

/** How many rows a walk could have changed. */
function countRows() {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select (select count(*) from "TimelineEntry") as timeline, (select sum(version) from "Draft") as drafts,
         (select count(*) from "Submission" where state = 'submitted') as open, (select count(*) from "Decision") as decisions,
         (select count(*) from "Comment") as comments, (select count(*) from "Edition") as editions,
         (select count(*) from "Project") as projects, (select count(*) from "Person" where "deactivatedAt" is null) as people,
         (select count(*) from "Grant" where "removedAt" is null) as grants,
         (select count(*) from "PasswordLink") as links, (select string_agg("passwordHash", ',' order by id) from "Person") as passwords`,
    );
    return rows[0];
  });
}

/** The addresses of app/ as they are in the file system, with what stands in their brackets filled in. */
function routes(values: Record<string, string>): string[] {
  return readdirSync("app", { recursive: true })
    .map(String)
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/u.test(file) && !file.includes("nextauth"))
    .map((file) =>
      file
        .replace(/(^|\/)(page\.tsx|route\.ts)$/u, "")
        .replaceAll(/\([^)]*\)\/?/gu, "")
        .replaceAll(/\[(\w+)\]/gu, (_, name: string) => values[name] ?? `no-${name}`),
    )
    .map((path) => `/${path}`);
}

const cities = {} as Record<"phuket" | "makassar", Awaited<ReturnType<typeof idsOf>>>;
const submissions = { phuket: randomUUID(), makassar: randomUUID() };

function valuesOf(city: "phuket" | "makassar") {
  const { projectId, planId, country, project } = cities[city];
  return {
    locale: "en",
    date: "2025-09-30",
    city,
    project,
    projectId,
    planId,
    submissionId: submissions[city],
    id: projectId,
    slug: city,
    code: country.toLowerCase(),
    country,
    outcome: "competitive-economy",
    area: "civic-social",
  };
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
  const context = await requests.newContext({ ...(baseURL && { baseURL }) });
  if (who) await signInByRequest(context, account(...(who as [string, string?])));
  return context;
}

test.beforeAll(async () => {
  cities.phuket = await idsOf("phuket");
  cities.makassar = await idsOf("makassar");
  await markPrivateColumns(submissions);
});

test("a visitor reads nothing private at any address, in any form", async ({ baseURL }) => {
  const visitor = await contextOf(baseURL);
  const paths = new Set([...routes(valuesOf("phuket")), ...routes(valuesOf("makassar"))]);
  expect(paths.size).toBeGreaterThan(20);
  for (const path of paths) {
    for (const address of [path, `${path}?asOf=2025-09-30`]) {
      for (const headers of [{}, { rsc: "1" }, { accept: "application/json" }]) {
        const answer = await read(visitor, address, headers);
        expect(answer.status(), address).toBeLessThan(500);
        expect(await answer.text(), address).not.toContain(marker);
        // A request for a page's data is sent to sign in by what it holds, not by its status.
        if (path.startsWith("/office") && !("rsc" in headers)) {
          expect(answer.status(), address).not.toBe(200);
        }
      }
    }
  }
});

test("nobody reads what belongs to another city or country", async ({ baseURL }) => {
  const own: Record<string, "phuket" | "makassar"> = {
    phuket: "phuket",
    TH: "phuket",
    makassar: "makassar",
    ID: "makassar",
  };
  for (const who of roles) {
    const context = await contextOf(baseURL, who);
    for (const city of ["phuket", "makassar"] as const) {
      const { projectId, planId, submissionId } = valuesOf(city);
      const isOwn = who[1] === undefined || own[who[1]] === city;
      const readsDrafts = who[0] === "administrator" || ["editor", "lead"].includes(who[0]);
      const seen = {
        [`/office/projects/${projectId}`]: isOwn && readsDrafts,
        [`/office/plans/${planId}`]: isOwn && readsDrafts,
        [`/office/plans/${planId}/profile`]: isOwn && readsDrafts,
        [`/office/submissions/${submissionId}`]: isOwn,
      };
      for (const [path, isSeen] of Object.entries(seen)) {
        for (const headers of [{}, { rsc: "1" }]) {
          const answer = await read(context, path, headers);
          const name = `${who.join(" of ")} at ${path}`;
          const text = await answer.text();
          if (isSeen) expect(text, name).toContain(marker);
          else expect(text, name).not.toMatch(new RegExp(`${marker} (draft|comment)`, "u"));
          if (!("rsc" in headers)) expect(answer.status(), name).toBe(isSeen ? 200 : 404);
        }
      }
      const people = await context.get("/office/people", { maxRedirects: 0 });
      expect(people.status(), who.join(" of ")).toBe(
        ["administrator", "lead"].includes(who[0]) ? 200 : 404,
      );
    }
    await context.dispose();
  }
});

test("no action changes anything for a visitor or for another city’s people", async ({
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
  // Proof that these calls arrive at all: what an editor may do has happened.
  expect(Number(after.comments)).toBe(Number(before.comments) + 1);
  expect(Number(after.projects)).toBe(Number(before.projects) + 1);
  const untouched = ["open", "decisions", "editions", "people", "grants", "links", "passwords"];
  for (const key of untouched) expect(after[key], key).toEqual(before[key]);
});

/** What stands at an address. Next sends a request for a page's data on to the same page with a query of its own. */
async function read(context: APIRequestContext, address: string, headers: Record<string, string>) {
  const answer = await context.get(address, { headers, maxRedirects: 0 });
  const location = answer.headers()["location"] ?? "";
  return "rsc" in headers && location.includes("_rsc")
    ? context.get(location, { headers, maxRedirects: 0 })
    : answer;
}

/** The ids of all server actions of the build. */
function actionIds(): string[] {
  const manifest = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  ) as { node: Record<string, unknown> };
  return Object.keys(manifest.node);
}

/** Everything any form of ours sends, aimed at one city. */
async function inputFor(city: "phuket" | "makassar") {
  const { projectId, planId, submissionId } = valuesOf(city);
  const victim = await withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select g.id as "grantId", g."personId" from "Grant" g join "City" c on c.id = g."cityId"
        where c.slug = $1 and g.role = 'lead'`,
      [city],
    );
    return rows[0] as { grantId: string; personId: string };
  });
  return {
    ...victim,
    recordId: projectId,
    planId,
    submissionId,
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

/** Calls a server action the way the browser does: its state and a form, in React's own encoding. */
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
