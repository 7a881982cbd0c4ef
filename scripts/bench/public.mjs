import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import autocannon from "autocannon";
import pg from "pg";
import { dataDirectory } from "../setup/paths.mjs";
import { whenStopping } from "../setup/stopping.mjs";
import { startNginx } from "../testing/nginx.mjs";
import { freePort, startApplication } from "./application.mjs";
import { Person } from "./person.mjs";
import { printFigure } from "./times.mjs";

const city = "phuket";
const rounds = 3;
const seconds = 5;
const publications = 5;

/**
 * Measures the public pages under load: the application behind deploy/nginx.conf beside the same nginx serving the same
 * bytes as a file, alternating in one run on the same machine; the application alone; how soon a publication is visible
 * through the cache; and what is answered after the application has stopped.
 */
export async function measure() {
  const app = await startApplication({ TRUSTED_PROXIES: "1" });
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    const project = await projectOf(client);
    const page = `/en/cities/${city}/projects/${project.slug}`;
    // The first answer fills the application's cache.
    await packed(app.origin + page);
    const file = await packed(app.origin + page);
    const { origin: nginx, stop } = await startNginx({
      application: app.origin,
      port: await freePort(),
      directory: join(dataDirectory, "bench", "nginx"),
      file,
    });
    whenStopping(stop);

    const crowds = { file: [], page: [] };
    await crowd(`${nginx}/plain`, 1);
    await crowd(nginx + page, 1);
    for (let round = 0; round < rounds; round++) {
      crowds.file.push(await crowd(`${nginx}/plain`, seconds));
      crowds.page.push(await crowd(nginx + page, seconds));
    }
    const [asFile, asPage] = [median(crowds.file), median(crowds.page)];
    print("a file of the same bytes from the same nginx", asFile, { bytes: file.length });
    print("a project page behind nginx", asPage, {
      ofTheFile: round2(asPage.perSecond / asFile.perSecond),
      targetOfTheFile: 0.75,
    });
    print("the same page from the application alone", await crowd(app.origin + page, seconds));

    const reader = { origin: nginx, page };
    const times = await publish(app, project, reader);
    printFigure("from approving to reading it through nginx", times, {
      maxMs: Math.round(Math.max(...times)),
      targetMs: 2_000,
    });

    await stopped(app, nginx, client);
  } finally {
    await client.end();
  }
}

/**
 * Confirms and approves a project repeatedly while many clients read it; returns how long each publication took to be
 * visible.
 */
async function publish(app, project, { origin, page }) {
  const account = (role, place) =>
    app.accounts.find((who) => who.role === role && (!place || who.city === place));
  const lead = await Person.signIn(app.origin, account("lead", city));
  const reviewer = await Person.signIn(app.origin, account("reviewer"));
  const times = [];
  for (let n = 0; n < publications; n++) {
    const { submissionId } = await send(lead, "confirm", { recordId: project.id });
    const before = await (await fetch(origin + page)).text();
    const crowding = crowd(origin + page, 4, { overallRate: 500 });
    await wait(1_500 + 100 * n);
    const startedAt = performance.now();
    await send(reviewer, "approve", { submissionId });
    while ((await (await fetch(origin + page)).text()) === before) {
      if (performance.now() - startedAt > 20_000) throw new Error("It was never seen");
      await wait(5);
    }
    times.push(performance.now() - startedAt);
    await crowding;
  }
  return times;
}

async function send(person, verb, row) {
  const answer = await person.fetch(`/api/office/bulk/${verb}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ rows: [row] }),
  });
  const result = await answer.json();
  if (!result.ok || !result.value[0].ok) {
    throw new Error(`Could not ${verb}: ${JSON.stringify(result).slice(0, 500)}`);
  }
  return result.value[0].value;
}

/** Reads a few pages, stops the application, waits until nothing in the cache is fresh, and reads them again. */
async function stopped(app, nginx, client) {
  const { rows } = await client.query(`select slug from "City" order by slug`);
  const paths = ["/en", "/en/cities", "/km", ...rows.map(({ slug }) => `/en/cities/${slug}`)];
  for (const path of paths) await packed(nginx + path);
  await app.stop();
  await wait(3_000);
  const statuses = [];
  for (const path of paths) {
    const { status } = await fetch(nginx + path);
    statuses.push(status);
  }
  const { perSecond, failed } = await crowd(`${nginx}/en`, 2);
  console.log(
    JSON.stringify({
      figure: "with the application stopped",
      pages: paths.length,
      answered: statuses.filter((status) => status === 200).length,
      perSecond,
      failed,
    }),
  );
}

/** Returns the number of answers per second over 50 connections with ten pipelined requests each. */
async function crowd(url, duration, more = {}) {
  const { requests, errors, non2xx, latency } = await autocannon({
    url,
    duration,
    connections: 50,
    pipelining: more.overallRate ? 1 : 10,
    headers: { "accept-encoding": "gzip" },
    ...more,
  });
  return {
    perSecond: Math.round(requests.total / duration),
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    failed: errors + non2xx,
  };
}

function median(all) {
  return all.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(all.length / 2)];
}

function print(figure, measured, more = {}) {
  console.log(JSON.stringify({ figure, ...measured, ...more }));
}

/** Returns the compressed body as it is sent. */
function packed(url) {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { "accept-encoding": "gzip" } }, async (answer) => {
      const chunks = [];
      for await (const chunk of answer) chunks.push(chunk);
      if (answer.statusCode === 200) resolve(Buffer.concat(chunks));
      else reject(new Error(`${url} answers ${answer.statusCode}`));
    });
    sent.once("error", reject);
    sent.end();
  });
}

async function projectOf(client) {
  const { rows } = await client.query(
    `select s."recordId" as id, s.slug from "EditionPeriod" s join "City" c on c.id = s."cityId"
     where c.slug = $1 and s.kind = 'project' and s."untilDay" is null and s."isListed" order by s.slug limit 1`,
    [city],
  );
  return rows[0];
}

function round2(number) {
  return Math.round(number * 100) / 100;
}
