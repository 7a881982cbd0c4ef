import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../database/migrate.mjs";
import { fingerprint } from "../setup/fingerprint.mjs";
import { dataDirectory, root } from "../setup/paths.mjs";
import { runQuietly } from "../setup/progress.mjs";
import { runTypeScript } from "../setup/seed.mjs";
import { databaseUrl, madeAt, settingsFor } from "./databases.mjs";

// The key of the lock for templates: one process makes a template on a server at a time.
const templateLock = 7_310_121;
/** Longer than any run takes: a database with an older name was left behind by a killed run. */
const hourMs = 60 * 60 * 1000;
/** Several clones may test on one server; each has its own templates there. */
const clone = hashOf(hostname(), root).slice(0, 8);
const prefix = `tracker_template_${clone}_`;

/**
 * Returns a database on this server, migrated and seeded like an installation with demo accounts, for tests to clone.
 * It is kept from run to run, and made again when its inputs or the day change. Returns its name, and whether it was
 * made now.
 */
export async function makeTemplate(serverUrl) {
  const inputs = await fingerprint(["prisma", "lib", "scripts/database", "package-lock.json"]);
  const today = new Date().toISOString().slice(0, 10);
  const name = `${prefix}${hashOf(inputs, today).slice(0, 16)}`;
  const isNew = await onDatabase(serverUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    const databases = await namesOf(client);
    await dropLeftovers(client, databases);
    if (databases.includes(name) && existsSync(directoryOf(name))) return false;
    await dropTemplates(client, databases);
    await seed(client, serverUrl, name);
    return true;
  });
  return { name, isNew };
}

/** Returns the folder of a template, with the file of its demo accounts. */
export function directoryOf(name) {
  return join(dataDirectory, "test", name);
}

/** Makes the template under another name and renames it at the end, so that the final name is always complete. */
async function seed(client, serverUrl, name) {
  const making = `${name}_making`;
  const url = databaseUrl(serverUrl, making);
  await client.query(`create database ${making}`);
  await migrate(url);
  await runQuietly(process.execPath, [...runTypeScript, join("prisma", "seed", "seed.ts")], {
    cwd: root,
    env: { ...process.env, ...settingsFor(url), DEMO: "1", DATA_DIR: directoryOf(name) },
  });
  await client.query(`alter database ${making} rename to ${name}`);
}

async function dropTemplates(client, databases) {
  for (const name of databases.filter((name) => name.startsWith(prefix)))
    await client.query(`drop database ${name}`);
  const folders = await readdir(join(dataDirectory, "test")).catch(() => []);
  for (const folder of folders.filter((name) => name.startsWith(prefix)))
    await rm(directoryOf(folder), { recursive: true });
}

async function dropLeftovers(client, databases) {
  const before = Date.now() - hourMs;
  for (const name of databases.filter((name) => (madeAt(name) ?? before) < before))
    await client.query(`drop database ${name} with (force)`);
}

async function namesOf(client) {
  const { rows } = await client.query("select datname from pg_database");
  return rows.map(({ datname }) => datname);
}

async function onDatabase(url, work) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function hashOf(...words) {
  return createHash("sha256").update(words.join("\0")).digest("hex");
}
