import "server-only";
import { readdir } from "node:fs/promises";
import { database } from "@/lib/db/client";

export type Check = "database" | "migrations";

/** Names what keeps this process from serving; empty when nothing does. Answers within about a second. */
export async function findFailingChecks(): Promise<Check[]> {
  const applied = await within(1_000, listAppliedMigrations());
  if (applied === null) return ["database"];
  const wanted = await listMigrations();
  return wanted.every((name) => applied.includes(name)) ? [] : ["migrations"];
}

/** Null when the work fails or takes longer. */
function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null).unref());
  return Promise.race([work.catch(() => null), late]);
}

async function listAppliedMigrations(): Promise<string[]> {
  const [table] = await database().$queryRaw<{ found: boolean }[]>`
    select to_regclass('_prisma_migrations') is not null as found`;
  if (!table?.found) return [];
  const rows = await database().$queryRaw<{ name: string }[]>`
    select migration_name as name from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`;
  return rows.map((row) => row.name);
}

/** The server is started in the repository's folder (scripts/setup/serve.mjs). */
async function listMigrations(): Promise<string[]> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
