import { join } from "node:path";
import { dataDirectory } from "../setup/paths.mjs";
import { findRunningDatabase, startEmbeddedDatabase } from "./embedded.mjs";

/** The embedded database of this installation: where it is and what it is called in it. */
export const embedded = { directory: join(dataDirectory, "postgres"), database: "tracker" };

/**
 * Calls `work` with the address of this installation's database: DATABASE_URL where it is set, else the embedded
 * database, joined when it is running already and otherwise started for as long as the work takes.
 */
export async function withDatabase(work) {
  const url = process.env.DATABASE_URL || (await findRunningDatabase(embedded));
  if (url) return work(url);
  const database = await startEmbeddedDatabase(embedded);
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}
