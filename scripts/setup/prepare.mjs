import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install.mjs";
import { step } from "./progress.mjs";
import { hasStopBegun, stopEverything } from "./stopping.mjs";

/** What every script needs before the application's own code can run: the packages and the database client. */
export async function prepareCode() {
  await installPackages();
  await generateClient();
}

/**
 * A migrated database for the settings given. Answers the environment for the programs that use it: DATABASE_URL
 * in it is the installation's own or that of the embedded database, which ends with this process.
 */
export async function prepareDatabase({ isEmbedded, environment }) {
  // Loaded late: both need packages.
  const { startEmbeddedDatabase } = await import("../database/embedded.mjs");
  const { migrate } = await import("../database/migrate.mjs");
  const { embedded } = await import("../database/with-database.mjs");

  let DATABASE_URL = environment.DATABASE_URL;
  if (isEmbedded) {
    await step("Starting the embedded PostgreSQL", async () => {
      const database = await startEmbeddedDatabase(embedded);
      DATABASE_URL = database.url;
      database.ended.then(() => {
        if (hasStopBegun()) return;
        console.error(
          "The embedded PostgreSQL has ended. Its last words are in .data/postgres/log",
        );
        stopEverything(1);
      });
    });
  }
  await step("Migrating the database", async () => {
    const applied = await migrate(DATABASE_URL);
    return applied.length > 0 ? `${applied.length} applied` : "up to date";
  });
  return { ...environment, DATABASE_URL };
}
