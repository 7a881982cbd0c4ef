import { join } from "node:path";
import { dataDirectory } from "../setup/paths.mjs";
import { findRunningDatabase, startEmbeddedDatabase } from "./embedded.mjs";

/** The embedded database of this installation: its directory and its name. */
export const embedded = { directory: join(dataDirectory, "postgres"), database: "tracker" };

/**
 * Calls `work` with the address of this installation's database: that of its owner when DATABASE_URL is set, otherwise
 * the embedded database, which is started for the work unless it already runs.
 */
export async function withDatabase(work) {
  const { DATABASE_OWNER_URL, DATABASE_URL } = process.env;
  const url = DATABASE_OWNER_URL || DATABASE_URL || (await findRunningDatabase(embedded));
  if (url) return work(url);
  const database = await startEmbeddedDatabase(embedded);
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}
