import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { makeApplicationRole } from "@/scripts/database/application-role.mjs";
import { fingerprint } from "@/scripts/setup/fingerprint.mjs";
import { dataDirectory, root } from "@/scripts/setup/paths.mjs";
import { runTypeScript } from "@/scripts/setup/seed.mjs";
import { databaseName, databaseUrl, onServer, settingsFor } from "@/scripts/testing/databases.mjs";
import { directoryOf, makeTemplate } from "@/scripts/testing/template-database.mjs";

/** What the world is made of: where any of it changes, it is made anew. */
const madeOf = ["prisma", "lib", "scripts/database", "tests/support", "package-lock.json"];

/**
 * A clone of the world (tests/support/world.ts) for one server, with a copy of its folder of files. The world itself is
 * kept from run to run, and made anew where what it is made of has changed, or the day. `remove` drops the clone.
 */
export async function cloneWorld(server: string) {
  const world = await keepWorld(server);
  const name = databaseName();
  const directory = join(dataDirectory, "test", name);
  await onServer(server, `create database ${name} template ${world.name}`);
  await cp(world.directory, directory, { recursive: true });
  return {
    url: await makeApplicationRole(databaseUrl(server, name)),
    directory,
    remove: async () => {
      await onServer(server, `drop database ${name} with (force)`);
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function keepWorld(server: string) {
  const clone = hashOf(root).slice(0, 8);
  const prefix = `tracker_world_${clone}_`;
  const today = new Date().toISOString().slice(0, 10);
  const name = `${prefix}${hashOf(await fingerprint(madeOf), today).slice(0, 16)}`;
  const directory = join(dataDirectory, "test", name);
  const { rows } = await onServer(server, "select datname from pg_database");
  const known: string[] = rows.map(({ datname }: { datname: string }) => datname);
  if (!known.includes(name) || !existsSync(directory)) {
    for (const old of known.filter((each) => each.startsWith(prefix))) {
      await onServer(server, `drop database ${old} with (force)`);
      await rm(join(dataDirectory, "test", old), { recursive: true, force: true });
    }
    await build(server, name, directory);
  }
  return { name, directory };
}

/** Made under another name and renamed at the end: what carries the final name is always complete. */
async function build(server: string, name: string, directory: string) {
  const making = `${name}_making`;
  const url = databaseUrl(server, making);
  const seeded = await makeTemplate(server);
  await rm(directory, { recursive: true, force: true });
  await cp(directoryOf(seeded.name), directory, { recursive: true });
  await onServer(server, `create database ${making} template ${seeded.name}`);
  const environment = { ...settingsFor(url), DEMO: "1", DATA_DIR: directory };
  await run("tests/support/make-world.ts", environment);
  await onServer(server, `alter database ${making} rename to ${name}`);
}

function run(program: string, environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, [...runTypeScript, program], {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: "inherit",
    }).once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`)),
    );
  });
}

function hashOf(...words: string[]) {
  return createHash("sha256").update(words.join("\0")).digest("hex");
}
