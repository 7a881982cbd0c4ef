import { readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "@/scripts/database/embedded.mjs";
import { dataDirectory } from "@/scripts/setup/paths.mjs";
import { databaseName } from "@/scripts/testing/databases.mjs";
import { makeTemplate } from "@/scripts/testing/template-database.mjs";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
    templateName: string;
    /** The start of the name of each database of this run. */
    runName: string;
  }
}

/**
 * Gives every test file the seeded database that it clones. The server is that of TEST_DATABASE_URL, or else an
 * embedded one that runs as long as the tests.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const embedded = process.env["TEST_DATABASE_URL"] ? null : await startServer();
  const serverUrl = embedded?.url ?? (process.env["TEST_DATABASE_URL"] as string);
  project.provide("serverUrl", serverUrl);
  const runName = databaseName();
  project.provide("runName", runName);
  project.provide("templateName", (await makeTemplate(serverUrl)).name);
  return async () => {
    for (const folder of readdirSync(tmpdir()).filter((name) => name.startsWith(runName)))
      rmSync(join(tmpdir(), folder), { recursive: true });
    await embedded?.stop();
  };
}

function startServer() {
  const directory = join(dataDirectory, "test", "postgres");
  return startEmbeddedDatabase({ directory, durable: false });
}
