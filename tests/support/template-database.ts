import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "@/scripts/database/embedded.mjs";
import { migrate } from "@/scripts/database/migrate.mjs";
import { dataDirectory } from "@/scripts/setup/paths.mjs";
import { runTypeScript } from "@/scripts/setup/seed.mjs";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
    templateName: string;
  }
}

/** Longer than any run takes: what carries an older name was left behind by a killed one. */
const hour = 60 * 60 * 1000;

/**
 * Makes one database, migrated and seeded as an installation is, that every test file clones. On the server of
 * TEST_DATABASE_URL; without one, on an embedded server that runs as long as the tests.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const embedded = process.env["TEST_DATABASE_URL"] ? null : await startServer();
  const serverUrl = embedded?.url ?? (process.env["TEST_DATABASE_URL"] as string);
  const templateName = `tracker_test_${Date.now()}_template`;
  const dataDirectoryOfRun = mkdtempSync(join(tmpdir(), "tracker-test-"));
  await dropLeftovers(serverUrl);
  await onServer(serverUrl, `create database ${templateName}`);
  const url = databaseUrl(serverUrl, templateName);
  await migrate(url);
  execFileSync(process.execPath, [...runTypeScript, "prisma/seed/seed.ts"], {
    env: { ...process.env, ...settingsFor(url), DEMO: "1", DATA_DIR: dataDirectoryOfRun },
    stdio: ["ignore", "inherit", "inherit"],
  });
  project.provide("serverUrl", serverUrl);
  project.provide("templateName", templateName);
  return async () => {
    await onServer(serverUrl, `drop database ${templateName}`);
    rmSync(dataDirectoryOfRun, { recursive: true });
    await embedded?.stop();
  };
}

/** The environment of a program that works on this database. */
export function settingsFor(url: string) {
  return {
    DATABASE_URL: url,
    NEXTAUTH_SECRET: "a secret that is long enough for the tests",
    NEXTAUTH_URL: "http://tests.example",
  };
}

/** The address of another database of the same server. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement on the server itself. */
export async function onServer(serverUrl: string, statement: string) {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}

function startServer() {
  const directory = join(dataDirectory, "test", "postgres");
  return startEmbeddedDatabase({ directory, durable: false });
}

async function dropLeftovers(serverUrl: string) {
  const { rows } = await onServer(
    serverUrl,
    "select datname from pg_database where datname like 'tracker\\_test\\_%'",
  );
  for (const { datname } of rows) {
    const madeAt = Number(datname.split("_")[2]);
    if (madeAt < Date.now() - hour) await onServer(serverUrl, `drop database ${datname}`);
  }
}
