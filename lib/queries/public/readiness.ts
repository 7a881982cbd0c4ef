import "server-only";
import { readdir } from "node:fs/promises";
import { askOverOwnConnection } from "@/lib/db/own-connection";

export type ReadinessCheck = "database" | "migrations";

const timeoutMs = 2_000;

let asking: Promise<ReadinessCheck[]> | undefined;

/**
 * Lists the failing health checks of this process; empty when it can serve. Answers within about two seconds, however
 * busy the connection pool is; concurrent requests share one answer.
 */
export function findFailingChecks(): Promise<ReadinessCheck[]> {
  asking ??= check().finally(() => {
    asking = undefined;
  });
  return asking;
}

async function check(): Promise<ReadinessCheck[]> {
  const applied = await listAppliedMigrations().catch(() => null);
  if (applied === null) return ["database"];
  const wanted = await listMigrations();
  return wanted.every((name) => applied.includes(name)) ? [] : ["migrations"];
}

/** Empty when the table does not exist. */
async function listAppliedMigrations(): Promise<string[]> {
  const [table] = await ask<{ found: boolean }>(
    "select to_regclass('_prisma_migrations') is not null as found",
  );
  if (!table?.found) return [];
  const rows = await ask<{ name: string }>(
    `select migration_name as name from _prisma_migrations
      where finished_at is not null and rolled_back_at is null`,
  );
  return rows.map((row) => row.name);
}

function ask<Row extends Record<string, unknown>>(sql: string) {
  return askOverOwnConnection<Row>(sql, timeoutMs);
}

/** The server runs in the repository's folder (scripts/setup/serve.mjs). */
async function listMigrations(): Promise<string[]> {
  const entries = await readdir("prisma/migrations", { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}
