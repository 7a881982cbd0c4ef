import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { startApplication } from "./application.mjs";
import { fillUpTo } from "./fill.mjs";
import { Person } from "./person.mjs";
import { rowsRead } from "./rows-read.mjs";
import { printFigure } from "./times.mjs";

/** The first size is the real data, about 130 projects. */
const sizes = [100, 1_000, 10_000, 100_000];
const compared = [100, 10_000];
const warmUp = 3;
const runs = 15;

/**
 * Measures what people open, with a hundred to a hundred thousand projects in the network: the time of an uncached
 * page, the number of its SQL statements, and the number of rows that PostgreSQL reports for them, which no other work
 * on the machine affects. Then prints the growth of each from 100 to 10,000 projects; the target is at most twice. The
 * largest size can be given: npm run bench -- scale 10000.
 */
export async function measure([largest = "100000"] = []) {
  const app = await startApplication();
  const client = new pg.Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    const account = (role, city) =>
      app.accounts.find((who) => who.role === role && (!city || who.city === city));
    const people = {
      visitor: new Person(app.origin),
      editor: await Person.signIn(app.origin, account("editor", "phuket")),
      administrator: await Person.signIn(app.origin, account("administrator")),
    };
    const works = await worksOf(client, people, await projectOf(client));
    const found = new Map();
    for (const size of sizes.filter((each) => each <= Number(largest))) {
      await fillUpTo(client, size);
      await app.rebuildDerived();
      await client.query("vacuum analyze");
      const projects = await countListed(client);
      for (const [figure, work] of Object.entries(works)) {
        await times(warmUp, work);
        const statements = await fewest(3, () => app.recordStatements(() => work()));
        const rows = await rowsRead(client, statements);
        const taken = await times(runs, work);
        printFigure(figure, taken, { projects, statements: statements.length, rows });
        found.set(`${figure} ${size}`, { p50: middle(taken), rows, statements: statements.length });
      }
    }
    printGrowth(found);
  } finally {
    await client.end();
  }
}

/** Returns functions, one for each kind of work, that do it once and return the time in milliseconds. */
async function worksOf(client, { visitor, editor, administrator }, project) {
  let typed = 0;
  const pages = {
    "city page": "/en/cities/phuket",
    "project page": `/en/cities/phuket/projects/${project.slug}`,
    "outcome page": "/en/outcomes/high-quality-of-life",
    "projects with two filters and a search": await redirectedPath(
      visitor,
      "/en/projects?stage=ongoing&country=TH&q=smart",
    ),
  };
  return {
    ...Object.fromEntries(
      Object.entries(pages).map(([figure, path]) => [
        figure,
        () => readUncached(client, visitor, path),
      ]),
    ),
    summary: () => timed(() => visitor.read("/api/v1/summary")),
    "a page of /api/v1/projects": () => timed(() => visitor.read("/api/v1/projects?limit=50")),
    "office table, all cities": () => timed(() => administrator.read("/office/projects")),
    "office table, one city": () => timed(() => editor.read("/office/projects")),
    "one field saved": () => {
      typed += 1;
      const [seen, value] = [typed - 1, typed].map((n) => (n === 0 ? project.note : `Typed ${n}`));
      return timed(() => editor.save(project.id, [{ field: "dataNote", seen, value }]));
    },
  };
}

/** Returns the canonical address to which a request is redirected. */
async function redirectedPath(visitor, path) {
  const answer = await visitor.fetch(path);
  await answer.arrayBuffer();
  const { pathname, search } = new URL(answer.headers.get("location") ?? path, visitor.origin);
  return pathname + search;
}

/**
 * Records several times and returns the recording with the fewest statements, because background work of the
 * application is in some of them.
 */
async function fewest(count, record) {
  const recorded = [];
  while (recorded.length < count) recorded.push(await record());
  return recorded.toSorted((a, b) => a.length - b.length)[0];
}

async function timed(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function times(count, work) {
  const taken = [];
  while (taken.length < count) taken.push(await work());
  return taken;
}

/** Reads a page that the application has to render, as after a publication, of which every process is notified. */
async function readUncached(client, visitor, path) {
  for (let tries = 0; tries < 100; tries++) {
    await client.query("select pg_notify('public', '{}')");
    await wait(5);
    const startedAt = performance.now();
    const answer = await visitor.fetch(path);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    if (answer.headers.get("x-nextjs-cache") !== "HIT") return performance.now() - startedAt;
  }
  throw new Error(`${path} is always there already`);
}

function printGrowth(found) {
  const [small, large] = compared;
  for (const key of found.keys()) {
    const figure = key.replace(/ \d+$/, "");
    const [before, after] = [found.get(`${figure} ${small}`), found.get(`${figure} ${large}`)];
    if (key !== `${figure} ${small}` || !after) continue;
    const grew = (what) => Math.round((10 * after[what]) / Math.max(before[what], 1)) / 10;
    console.log(
      JSON.stringify({
        figure: `${figure}, from ${small} to ${large} projects`,
        timeGrew: grew("p50"),
        rowsGrew: grew("rows"),
        statementsGrew: after.statements - before.statements,
        target: 2,
      }),
    );
  }
}

function middle(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
}

async function countListed(client) {
  const { rows } = await client.query(
    `select count(*)::int as count from "EditionPeriod" where kind = 'project' and "untilDay" is null and "isListed"`,
  );
  return rows[0].count;
}

async function projectOf(client) {
  const { rows } = await client.query(
    `select s."recordId" as id, s.slug, d.content ->> 'dataNote' as note
     from "EditionPeriod" s join "City" c on c.id = s."cityId" join "Draft" d on d."recordId" = s."recordId"
     where c.slug = 'phuket' and s.kind = 'project' and s."untilDay" is null and s."isListed" order by s.slug limit 1`,
  );
  return rows[0];
}
