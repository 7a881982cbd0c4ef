import { account, closeWindows, signIn } from "@/tests/e2e/support/accounts";
import { aPerson, clientOf } from "@/tests/e2e/support/clients";
import { copyName, idsOf, projectsOf, urlOf, withTestDatabase } from "@/tests/e2e/support/database";
import { address, kill, serve } from "@/tests/e2e/support/second-server";
import { expect, test } from "@/tests/e2e/support/test";

test.afterEach(closeWindows);
test.afterEach(kill);

test("a server is killed while saving: acknowledged saves are kept, and the browser sends the rest", async ({
  browser,
}) => {
  await serve();
  const { planId } = await idsOf("battambang");
  const page = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(page, account("lead", "battambang"));
  // The test creates a project of its own, because other tests write in the projects of the city.
  await page.goto(`/office/plans/${planId}`);
  await page.getByLabel("Title of the new project").fill("A project whose server is killed");
  await page.getByRole("button", { name: "Create project" }).click();
  await page.waitForURL(/\/office\/projects\/[0-9a-f-]{36}$/u);
  const projectId = new URL(page.url()).pathname.split("/").at(-1);

  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  page.on("request", (request) => {
    if (request.url().endsWith("/changes")) sent.add(request.postDataJSON().key);
  });
  page.on("response", (response) => {
    if (response.url().endsWith("/changes") && response.ok())
      acknowledged.add(response.request().postDataJSON().key);
  });
  const note = page.getByLabel("Note on the data");
  // The form can be used once the script runs. Keys that are pressed earlier have no effect.
  await expect(note).toBeEnabled();
  const button = page.getByRole("button", { name: "Save", exact: true });
  // A trailing space is removed when a field is left, so each word starts with its space.
  for (const word of ["one", " two", " three"]) {
    const before = acknowledged.size;
    await note.pressSequentially(word);
    await button.click();
    await expect.poll(() => acknowledged.size).toBeGreaterThan(before);
  }

  // The save is under way when the server dies; only the database knows whether it was applied.
  const request = page.waitForRequest(/\/changes$/u);
  await note.pressSequentially(" four");
  await button.click();
  await request;
  kill();
  await note.pressSequentially(" five");
  await expect(page.getByText(/Not saved yet/u).first()).toBeVisible();
  expect(await note.inputValue()).toMatch(/one two three four five$/u);

  const saved = await savesOf(projectId);
  expect(saved).toEqual(expect.arrayContaining([...acknowledged]));
  await serve();
  await expect(page.getByText(/Saved at/u)).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => noteOf(projectId)).toMatch(/one two three four five$/u);
  // Each save exists once, under its key.
  const all = await savesOf(projectId);
  expect(new Set(all).size).toBe(all.length);
  expect([...sent]).toEqual(expect.arrayContaining(all.slice(-sent.size)));
});

test("a server whose output is closed continues to answer", async () => {
  // An error in the output is expected, because the database is not reachable.
  const server = await serve({ DATABASE_URL: "postgresql://nobody@127.0.0.1:9/none" }, "pipe");
  server.stderr?.destroy();
  for (const path of ["/en/cities", "/en/cities/phuket", "/en/projects"]) {
    expect((await fetch(`${address}${path}`)).status, path).toBe(500);
  }
  expect((await fetch(`${address}/api/health/live`)).status).toBe(200);
});

test("a server is killed before a scheduled publication and during it: after a restart the edition is published once", async ({
  browser,
}) => {
  const inCopy = { DATABASE_URL: urlOf(copyName()) };
  const [project] = await projectsOf("phuket");
  if (!project) throw new Error("Phuket has projects");
  await serve(inCopy);
  const lead = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(lead, account("lead", "phuket"));
  await lead.goto(`/office/projects/${project.id}`);
  await expect(lead.getByLabel("Note on the data")).toBeEnabled();
  await lead.getByLabel("Note on the data").fill("To be public at its hour.");
  await lead.getByRole("button", { name: "Save", exact: true }).click();
  await expect(lead.getByText(/Saved at/u)).toBeVisible();
  await lead.getByRole("button", { name: "Submit for review" }).click();
  await expect(lead.getByRole("button", { name: "Withdraw" })).toBeVisible();
  const reviewer = await (await browser.newContext({ baseURL: address })).newPage();
  await signIn(reviewer, account("reviewer"));
  await reviewer.goto("/office/submissions?part=decision&city=phuket");
  await reviewer.getByRole("link", { name: project.title }).click();
  await reviewer.getByLabel("Publish at").fill("2035-11-25T09:00");
  await reviewer.getByRole("button", { name: "Schedule publication" }).click();
  await expect(reviewer.getByText(/to be published on 25 November 2035/u)).toBeVisible();
  const submissionId = new URL(reviewer.url()).pathname.split("/").at(-1) ?? "";
  kill();

  await withTestDatabase(async (client) => {
    const count = async (sql: string) => (await client.query(sql, [submissionId])).rows[0].count;
    const editions = () =>
      count(`select count(*)::int from "Edition" where "submissionId" = $1::uuid`);
    const jobs = (more = "") =>
      count(`select count(*)::int from graphile_worker.jobs where key = 'publish ' || $1 ${more}`);
    const again = () =>
      client.query(
        `select graphile_worker.add_job('publish_scheduled', json_build_object('submissionId', $1::text), job_key => 'publish ' || $1)`,
        [submissionId],
      );
    expect(await jobs()).toBe(1);

    // The scheduled time comes while no server runs. While the next server publishes, the test holds a lock on the
    // record.
    await client.query(`update "Submission" set "publishAt" = now() where id = $1`, [submissionId]);
    await client.query(
      `update graphile_worker._private_jobs set run_at = now() where key = 'publish ' || $1`,
      [submissionId],
    );
    await client.query("begin");
    await client.query(`select 1 from "Submission" where id = $1 for update`, [submissionId]);
    await serve(inCopy);
    await withTestDatabase(async (watching) => {
      const { rows } = await watching.query("select pg_backend_pid() as own");
      await expect
        .poll(async () => {
          const waiting = await watching.query(
            `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and pid <> $1`,
            [rows[0].own],
          );
          return waiting.rowCount;
        })
        .toBeGreaterThan(0);
    }, copyName());
    kill();
    await client.query("commit");
    expect(await editions()).toBe(0);

    // The jobs of a dead process are released after five minutes, so the lock is dated six minutes back.
    await client.query(
      "update graphile_worker._private_jobs set locked_at = locked_at - interval '6 minutes'",
    );
    await client.query("select graphile_worker.add_job('free_lost_jobs', '{}')");
    await serve(inCopy);
    await expect.poll(editions, { timeout: 60_000 }).toBe(1);
    await again();
    await expect.poll(() => jobs(), { timeout: 60_000 }).toBe(0);
    expect(await editions()).toBe(1);
    expect(
      await count(
        `select count(*)::int from "Decision" where "submissionId" = $1::uuid and kind = 'approved'`,
      ),
    ).toBe(1);
  }, copyName());
  const visitor = await (await browser.newContext({ baseURL: address })).newPage();
  await visitor.goto(`/en/cities/phuket/projects/${project.slug}`);
  await expect(visitor.getByText("To be public at its hour.")).toBeVisible();
});

function savesOf(recordId: string | undefined): Promise<string[]> {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select "saveId" from "DraftChange" where "recordId" = $1 and "saveId" is not null order by at`,
      [recordId],
    );
    return rows.map(({ saveId }) => saveId);
  });
}

function noteOf(recordId: string | undefined): Promise<string> {
  return withTestDatabase(async (client) => {
    const { rows } = await client.query(
      `select content->>'dataNote' as note from "Draft" where "recordId" = $1`,
      [recordId],
    );
    return String(rows[0]?.note);
  });
}

test("a second process on the same database shows what the first one publishes", async ({
  baseURL,
  request,
}) => {
  const first = String(baseURL);
  // The server listens as it does behind a proxy on the same machine.
  await serve({ HOST: "127.0.0.1" });
  const second = address.replace("localhost", "127.0.0.1");
  const city = "da-nang";
  const [project] = await projectsOf(city);
  if (!project) throw new Error(`${city} has projects`);
  const path = `/en/cities/${city}/projects/${project.slug}`;
  const other = () => request.get(`${second}${path}`);
  const before = await (await other()).text();
  const list = await request.get(`${second}/en/projects?stage=ongoing`, { maxRedirects: 0 });
  expect(list.status()).toBe(200);
  // The other process has rendered its page and cached it.
  await expect.poll(async () => (await other()).headers()["x-nextjs-cache"]).toBe("HIT");

  const lead = await aPerson({ ...account("lead", "battambang"), city }, "Lead");
  const confirmed = await (await clientOf(first, lead)).post("/api/office/bulk/confirm", {
    data: { rows: [{ recordId: project.id }] },
  });
  const { submissionId } = (await confirmed.json()).value[0].value;
  const reviewer = await clientOf(first, account("reviewer"));
  const approved = await reviewer.post("/api/office/bulk/approve", {
    data: { rows: [{ submissionId }] },
  });
  expect((await approved.json()).value[0].ok).toBe(true);

  const here = await (await request.get(`${first}${path}`)).text();
  expect(here).not.toBe(before);
  // Both pages are the same except for their own address.
  const named = (html: string) => html.replaceAll(second, first).replaceAll(address, first);
  await expect.poll(async () => named(await (await other()).text())).toBe(here);
});
