import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { databaseName, databaseUrl, onServer, settingsFor } from "@/scripts/testing/databases.mjs";

// Each test file works on a database and a data folder of its own, a clone of the seeded one, so that files may run at once and in any
// order. Set up here, before a test file loads anything: lib/settings/env.ts keeps what it reads first.
const serverUrl = inject("serverUrl");
const name = databaseName();

await onServer(serverUrl, `create database ${name} template ${inject("templateName")}`);
const folder = mkdtempSync(join(tmpdir(), "tracker-files-"));
Object.assign(process.env, settingsFor(databaseUrl(serverUrl, name)), { DATA_DIR: folder });

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/db/client");
  await closeDatabase();
  await onServer(serverUrl, `drop database ${name} with (force)`);
  rmSync(folder, { recursive: true });
});
