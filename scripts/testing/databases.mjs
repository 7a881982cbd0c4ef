import { randomBytes } from "node:crypto";
import pg from "pg";

const prefix = "tracker_test_";

/** Returns a name for a test database, which holds the time at which it was made. */
export function databaseName() {
  return `${prefix}${Date.now()}_${randomBytes(4).toString("hex")}`;
}

/** Returns when a test database was made, in milliseconds, from its name; null for another name. */
export function madeAt(name) {
  return name.startsWith(prefix) ? Number(name.slice(prefix.length).split("_")[0]) : null;
}

/** Returns the address of another database of the same server. */
export function databaseUrl(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Returns the environment of a program that works on this database. */
export function settingsFor(url) {
  return {
    DATABASE_URL: url,
    NEXTAUTH_SECRET: "a secret that is long enough for the tests",
    NEXTAUTH_URL: "http://tests.example",
  };
}

/** Runs one statement on the server itself, or on the database of this address. */
export async function onServer(url, statement) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
