import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "../setup/paths.mjs";
import { runScript, SetupError } from "../setup/progress.mjs";
import { migrationsDirectory } from "./migrate.mjs";
import { withSchemaEngine } from "./schema-engine.mjs";
import { withDatabase } from "./with-database.mjs";

/**
 * The schema after all migrations. Two schemas are compared, and not a schema with a database, so that hand-written SQL
 * is left alone.
 */
const migratedSchema = join(migrationsDirectory, "schema.prisma");

/**
 * Writes the migration from that schema to prisma/schema.prisma, to be read and completed by hand (checks, partial
 * indexes) before it is committed.
 */
await runScript(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw new SetupError(
      "Say what the migration does, in small letters: npm run db:author -- add_milestones",
    );
  }
  const schema = await readFile(join(root, "prisma", "schema.prisma"), "utf8");
  const sql = await diff(await readFile(migratedSchema, "utf8"), schema);
  if (sql.includes("This is an empty migration")) {
    throw new SetupError(
      "prisma/schema.prisma is what the last migration leads to: nothing to write.",
    );
  }

  const timestamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const directory = join(migrationsDirectory, `${timestamp}_${name}`);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "migration.sql"), sql);
  await writeFile(migratedSchema, schema);
  console.log(
    `Wrote ${join(directory, "migration.sql")}. Read it, then apply it with: npm run db:migrate`,
  );
});

async function diff(from, to) {
  const comparison = {
    from: schemaOf(from),
    to: schemaOf(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  };
  const { stdout } = await withDatabase((url) =>
    withSchemaEngine(url, (engine) => engine.diff(comparison)),
  );
  return stdout ?? "";
}

function schemaOf(content) {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}
