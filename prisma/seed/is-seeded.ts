import { readFileSync } from "node:fs";
import pg from "pg";
import { isPassword } from "@/lib/db/passwords";
import { env } from "@/lib/settings/env";
import { cast } from "./cast";
import { readDemoPasswords } from "./demo-file";
import { reports } from "./documents";
import { pastReportIdOf, planIdOf } from "./ids";

/**
 * Returns true when everything is in the database: the network and, in a demonstration, accounts with the passwords of
 * the file. It runs at every start and loads only the driver, because loading the client takes longer than a start
 * should.
 */
export function isSeeded(): Promise<boolean> {
  return withClient(
    async (client) =>
      (await hasNetwork(client)) && (!env().DEMO || (await hasDemoAccounts(client))),
  );
}

/** Returns true when the editions have all derived rows of this version. A migration leaves its new columns empty. */
export function isDerived(): Promise<boolean> {
  return withClient(async (client) => {
    const { rowCount } = await client.query(
      `select 1 from "EditionPeriod" where measures is null
         or (kind = 'project' and not "isWithheld" and facets = '{}') limit 1`,
    );
    return rowCount === 0;
  });
}

async function withClient<T>(ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

async function hasNetwork(client: pg.Client) {
  const cities: { slug: string }[] = JSON.parse(
    readFileSync(new URL("./data/cities.json", import.meta.url), "utf8"),
  );
  const { rowCount } = await client.query(`select 1 from "Plan" where id = any($1::uuid[])`, [
    cities.map((city) => planIdOf(city.slug)),
  ]);
  const past = await client.query(`select 1 from "Report" where id = any($1::uuid[])`, [
    reports.map((report) => pastReportIdOf(report.on.slice(0, 4))),
  ]);
  return rowCount === cities.length && past.rowCount === reports.length;
}

async function hasDemoAccounts(client: pg.Client) {
  const emails = Object.values(cast).map((account) => account.email);
  const { rows } = await client.query<{ email: string; passwordHash: string }>(
    `select email, "passwordHash" from "Person" where email = any($1) and "passwordHash" is not null`,
    [emails],
  );
  const written = await readDemoPasswords();
  const fits = await Promise.all(
    rows.map((row) => isPassword(row.passwordHash, written.get(row.email) ?? "")),
  );
  return rows.length === emails.length && fits.every(Boolean);
}
