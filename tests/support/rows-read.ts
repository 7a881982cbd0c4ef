import pg from "pg";
import { database } from "@/lib/db/client";
import { env } from "@/lib/settings/env";

type Plan = {
  "Relation Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  "Rows Removed by Filter"?: number;
  "Rows Removed by Index Recheck"?: number;
  Plans?: Plan[];
};

/**
 * Returns the number of rows of each table that PostgreSQL reads for this work. Each query is run again with EXPLAIN
 * ANALYZE, and the rows that every scan returned or discarded are added up.
 */
export async function countRowsRead(work: () => Promise<unknown>): Promise<Record<string, number>> {
  // Autovacuum does this sooner or later, and the plan depends on these statistics.
  await database().$executeRaw`analyze`;
  const queries: { text: string; values: unknown[] }[] = [];
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function noted(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown];
    const { text, values } = typeof first === "string" ? { text: first, values: undefined } : first;
    const given = values ?? (Array.isArray(second) ? second : []);
    if (/^\s*(select|with)\b/iu.test(text)) queries.push({ text, values: given });
    // The call is passed on unchanged.
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  try {
    const read: Record<string, number> = {};
    for (const { text, values } of queries) {
      const { rows } = await client.query(`explain (analyze, format json) ${text}`, values);
      addRows(read, rows[0]["QUERY PLAN"][0].Plan);
    }
    return read;
  } finally {
    await client.end();
  }
}

function addRows(read: Record<string, number>, plan: Plan) {
  const table = plan["Relation Name"];
  if (table) {
    const removed =
      (plan["Rows Removed by Filter"] ?? 0) + (plan["Rows Removed by Index Recheck"] ?? 0);
    const rows = Math.round((plan["Actual Rows"] + removed) * plan["Actual Loops"]);
    read[table] = (read[table] ?? 0) + rows;
  }
  for (const each of plan.Plans ?? []) addRows(read, each);
}
