import { readFileSync } from "node:fs";
import pg from "pg";
import { env } from "@/lib/env";
import { planIdOf } from "./ids";

/**
 * Whether every city of the data is in the database. Asked at every start, so it loads nothing but a driver:
 * the client and the schemas take longer to load than a start should wait.
 */
export async function isSeeded(): Promise<boolean> {
  const cities: { slug: string }[] = JSON.parse(
    readFileSync(new URL("./data/cities.json", import.meta.url), "utf8"),
  );
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select 1 from "Plan" where id = any($1::uuid[])`, [
      cities.map((city) => planIdOf(city.slug)),
    ]);
    return rowCount === cities.length;
  } finally {
    await client.end();
  }
}
