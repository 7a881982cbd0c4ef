import { bundleList } from "./bundle-list.mjs";
import { generateClient } from "./generate-client.mjs";
import { installPackages } from "./install.mjs";
import { step } from "./progress.mjs";
import { hasStopBegun, stopEverything } from "./stopping.mjs";
import { typeMessages } from "./type-messages.mjs";

/**
 * Makes what every script needs before the application's own code can run: the packages and the generated code.
 */
export async function prepareCode() {
  await installPackages();
  await generateClient();
  await bundleList();
  await typeMessages();
}

/**
 * Prepares a migrated database for the given settings. Returns the environment for programs that use it: its
 * DATABASE_URL is the installation's own or that of the embedded database, which ends with this process. The address is
 * for a role that can add to the history but not change it: the embedded database always has one, another database
 * where its owner may create roles or where the owner is named beside it.
 */
export async function prepareDatabase({ isEmbedded, environment }) {
  // Loaded here, because both need packages.
  const { startEmbeddedDatabase } = await import("../database/embedded.mjs");
  const { migrate } = await import("../database/migrate.mjs");
  const { grantApplicationRole, makeApplicationRole, tryMakeApplicationRole } = await import(
    "../database/application-role.mjs"
  );
  const { embedded } = await import("../database/with-database.mjs");

  const { DATABASE_OWNER_URL, ...others } = environment;
  let ownerUrl = DATABASE_OWNER_URL || environment.DATABASE_URL;
  if (isEmbedded) {
    await step("Starting the embedded PostgreSQL", async () => {
      const database = await startEmbeddedDatabase(embedded);
      ownerUrl = database.url;
      database.ended.then(() => {
        if (hasStopBegun()) return;
        console.error("The embedded PostgreSQL has ended. Its log is .data/postgres/log");
        stopEverything(1);
      });
    });
  }
  await step("Migrating the database", async () => {
    const applied = await migrate(ownerUrl);
    return applied.length > 0 ? `${applied.length} applied` : "up to date";
  });
  if (isEmbedded) return { ...others, DATABASE_URL: await makeApplicationRole(ownerUrl) };
  if (DATABASE_OWNER_URL) {
    await grantApplicationRole(ownerUrl, decodeURIComponent(new URL(others.DATABASE_URL).username));
    return others;
  }
  const DATABASE_URL = await tryMakeApplicationRole(ownerUrl, others.NEXTAUTH_SECRET);
  if (DATABASE_URL) return { ...others, DATABASE_URL };
  console.log(
    "The application owns its database, so that only triggers keep it from changing history. Better: let it sign in " +
      "with another role (DATABASE_URL) and name the owner for migrations (DATABASE_OWNER_URL).",
  );
  return others;
}
