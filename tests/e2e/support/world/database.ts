import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeApplicationRole } from "@/scripts/database/application-role.mjs";
import { fingerprint } from "@/scripts/setup/fingerprint.mjs";
import { root } from "@/scripts/setup/paths.mjs";
import { runQuietly } from "@/scripts/setup/progress.mjs";
import { runTypeScript } from "@/scripts/setup/seed.mjs";
import { databaseName, databaseUrl, onServer, settingsFor } from "@/scripts/testing/databases.mjs";
import { directoryOf, makeTemplate } from "@/scripts/testing/template-database.mjs";

/**
 * Returns a clone of the world (tests/support/world.ts) for one server, with a copy of its folder of files. The world
 * itself is kept from run to run, and made again when its inputs or the day change. `remove` drops the clone.
 */
export async function cloneWorld(server: string) {
  const world = await keepWorld(server);
  const name = databaseName();
  const directory = directoryOf(name);
  await onServer(server, `create database ${name} template ${world}`);
  await cp(directoryOf(world), directory, { recursive: true });
  return {
    url: await makeApplicationRole(databaseUrl(server, name), { secret: "of the tests" }),
    directory,
    remove: async () => {
      await onServer(server, `drop database ${name} with (force)`);
      await rm(directory, { recursive: true });
    },
  };
}

/** Returns the name of the world's database, which is made from the seeded one if it does not exist. */
async function keepWorld(server: string): Promise<string> {
  const { name: seeded } = await makeTemplate(server);
  const inputs = createHash("sha256").update(`${seeded} ${await fingerprint(["tests/support"])}`);
  const prefix = `tracker_world_${createHash("sha256").update(root).digest("hex").slice(0, 8)}_`;
  const name = `${prefix}${inputs.digest("hex").slice(0, 16)}`;
  const { rows } = await onServer(server, "select datname from pg_database");
  const names: string[] = rows.map(({ datname }: { datname: string }) => datname);
  const worlds = names.filter((each) => each.startsWith(prefix));
  if (worlds.includes(name) && existsSync(directoryOf(name))) return name;
  for (const old of worlds) {
    await onServer(server, `drop database ${old} with (force)`);
    await rm(directoryOf(old), { recursive: true, force: true });
  }
  await build(server, seeded, name);
  return name;
}

/** Makes the world under another name and renames it at the end, so that the final name always means a complete one. */
async function build(server: string, seeded: string, name: string) {
  const making = `${name}_making`;
  await onServer(server, `create database ${making} template ${seeded}`);
  await rm(directoryOf(name), { recursive: true, force: true });
  await cp(directoryOf(seeded), directoryOf(name), { recursive: true });
  await runQuietly(
    process.execPath,
    [...runTypeScript, join("tests", "support", "make-world.ts")],
    {
      cwd: root,
      env: {
        ...process.env,
        ...settingsFor(databaseUrl(server, making)),
        DATA_DIR: directoryOf(name),
      },
    },
  );
  await onServer(server, `alter database ${making} rename to ${name}`);
}
