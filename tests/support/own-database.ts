import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, inject } from "vitest";
import { databaseUrl, onServer, settingsFor } from "@/scripts/testing/databases.mjs";

// Each test file works on a database and a data folder of its own, a clone of the seeded one, so that files may run at once
// and in any order. The files that one worker runs share what they load (vitest.config.ts), and lib/settings/env.ts keeps what
// it reads first: so names stay the same for as long as the worker lives.
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
  // Folders stay: what is loaded made them once. Those of the whole run go at its end (template-database.ts).
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) rmSync(join(entry.parentPath, entry.name));
});
