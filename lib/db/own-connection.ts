import "server-only";
import pg from "pg";
import { env } from "@/lib/settings/env";

let pool: pg.Pool | undefined;

/**
 * Asks the database over a connection that nothing else uses, so that a crowd which holds every other one does not hold
 * this: for what says whether this process serves. Throws where there is no answer within `milliseconds`.
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
  // Without a listener a connection that breaks while nobody asks would end the process; the next question makes another.
  made.on("error", () => {});
  return made;
}
