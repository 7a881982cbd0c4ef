import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { databaseUrl, onServer, settingsFor } from "@/scripts/testing/databases.mjs";

// Gives each test file a database and a data folder of its own, as a clone of the seeded one, so that files can run at
// the same time and in any order. The files that one worker runs share their loaded modules (vitest.config.ts), and
// lib/settings/env.ts caches the settings. The names therefore stay the same as long as the worker lives.
const serverUrl = inject("serverUrl");
const name = `${inject("runName")}_${process.pid}`;
const folder = join(tmpdir(), name);

await onServer(serverUrl, `create database ${name} template ${inject("templateName")}`);
mkdirSync(folder, { recursive: true });
Object.assign(process.env, settingsFor(databaseUrl(serverUrl, name)), { DATA_DIR: folder });

afterAll(async () => {
  const { closeDatabase } = await import("@/lib/db/client");
  await closeDatabase();
  await onServer(serverUrl, `drop database ${name} with (force)`);
  // Folders stay, because the loaded modules made them once. template-database.ts removes the folders of the run at its
  // end.
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) rmSync(join(entry.parentPath, entry.name));
});
