import "server-only";
import pg from "pg";
import { env } from "@/lib/settings/env";

let pool: pg.Pool | undefined;

/**
 * Queries the database over a connection of its own, so that a full pool does not block health checks. Throws without
 * an answer within `milliseconds`.
 */
export async function askOverOwnConnection<Row extends pg.QueryResultRow>(
  sql: string,
  milliseconds: number,
): Promise<Row[]> {
  pool ??= makePool(milliseconds);
  const { rows } = await pool.query<Row>(sql);
  return rows;
}

function makePool(milliseconds: number) {
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 1,
    connectionTimeoutMillis: milliseconds,
    query_timeout: milliseconds,
    // A process that ends does not wait for it.
    allowExitOnIdle: true,
  });
  // Without a handler a connection that breaks while idle would end the process; the next query opens another.
  made.on("error", () => {});
  return made;
}
