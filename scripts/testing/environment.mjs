import { join } from "node:path";
import { dataDirectory } from "../setup/paths.mjs";
import { step } from "../setup/progress.mjs";

/**
 * Returns the environment of the tests, with a database server for tests alone: settings of a real installation must
 * not reach them.
 */
export async function prepareEnvironment({ needsDatabase }) {
  const { DATABASE_URL, SMTP_URL, ...environment } = process.env;
  environment.NEXT_TELEMETRY_DISABLED = "1";
  if (!needsDatabase) return environment;
  if (!environment.TEST_DATABASE_URL) {
    await step("Starting a PostgreSQL for tests", async () => {
      const { startEmbeddedDatabase } = await import("../database/embedded.mjs");
      const database = await startEmbeddedDatabase({
        directory: join(dataDirectory, "test", "postgres"),
        durable: false,
      });
      environment.TEST_DATABASE_URL = database.url;
    });
  }
  await step("Seeding a database for tests", async () => {
    const { makeTemplate } = await import("./template-database.mjs");
    const { isNew } = await makeTemplate(environment.TEST_DATABASE_URL);
    return isNew ? undefined : "up to date";
  });
  return environment;
}
