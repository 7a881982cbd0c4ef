import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "../setup/paths.mjs";
import { runScript, SetupError } from "../setup/progress.mjs";
import { withSchemaEngine } from "./schema-engine.mjs";

export const migrationsDirectory = join(root, "prisma", "migrations");

// The key of the lock for migrations: one process migrates a database at a time.
const migrationLock = 7_310_119;

/**
 * Applies the new migrations and resolves to their names. A second process waits for the first and then finds nothing
 * to do. A failed migration is a SetupError; those after it are not tried.
 */
export async function migrate(databaseUrl, directory = migrationsDirectory) {
  const migrationsList = await readMigrations(directory);
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new SetupError(
      `The database cannot be reached: ${error.message || error.code}. Check DATABASE_URL.`,
    );
  }
  try {
    await client.query("select pg_advisory_lock($1)", [migrationLock]);
    return await applyMigrations(databaseUrl, migrationsList);
  } finally {
    await client.end();
  }
}

async function applyMigrations(databaseUrl, migrationsList) {
  const filters = { externalTables: [], externalEnums: [] };
  try {
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const history = await engine.diagnoseMigrationHistory({
        migrationsList,
        optInToShadowDatabase: false,
        filters,
      });
      refuseForeignHistory(history);
      // A migration is one transaction, so an interrupted one left nothing behind and is tried again.
      for (const migrationName of history.failedMigrationNames)
        await engine.markMigrationRolledBack({ migrationName });
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
      await migrateJobs(databaseUrl);
      return appliedMigrationNames;
    });
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(
      `The database could not be migrated, and nothing of the failed migration remains.\n${firstLines(error)}`,
    );
  }
}

/** Creates or changes the tables of the job queue, in a schema of their own; the library brings its own migrations. */
async function migrateJobs(databaseUrl) {
  const [{ default: pg }, { runMigrations }] = await Promise.all([
    import("pg"),
    import("graphile-worker"),
  ]);
  const pgPool = new pg.Pool({ connectionString: databaseUrl, max: 1 });
  try {
    await runMigrations({ pgPool });
  } finally {
    await pgPool.end();
  }
}

function refuseForeignHistory({ editedMigrationNames, history }) {
  if (editedMigrationNames.length > 0) {
    throw new SetupError(
      `Changed after it was applied: ${editedMigrationNames.join(", ")}. Put the file back and write a new migration.`,
    );
  }
  if (
    history?.diagnostic === "migrationsDirectoryIsBehind" ||
    history?.diagnostic === "historiesDiverge"
  ) {
    throw new SetupError(
      `The database is newer than this code: it has ${history.unpersistedMigrationNames.join(", ")}. Start the newer version.`,
    );
  }
}

/** Returns PostgreSQL's message without the engine's stack. */
function firstLines(error) {
  return String(error.message ?? error).split(/\n\s+0: /)[0];
}

async function readMigrations(directory) {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const migrationDirectories = await Promise.all(
    names.map(async (name) => {
      const content = await readFile(join(directory, name, "migration.sql"), "utf8");
      return {
        path: name,
        migrationFile: { path: "migration.sql", content: { tag: "ok", value: content } },
      };
    }),
  );
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir: directory, lockfile, shadowDbInitScript: "", migrationDirectories };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await runScript(async () => {
    const { withDatabase } = await import("./with-database.mjs");
    await withDatabase(async (databaseUrl) => {
      const applied = await migrate(databaseUrl);
      console.log(
        applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.",
      );
    });
  });
}
