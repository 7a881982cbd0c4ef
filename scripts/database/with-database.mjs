import { join } from "node:path";
import { dataDirectory } from "../setup/paths.mjs";
import { findRunningDatabase, startEmbeddedDatabase } from "./embedded.mjs";

/** The embedded database of this installation: where it is and what it is called in it. */
export const embedded = { directory: join(dataDirectory, "postgres"), database: "tracker" };

/**
 * Calls `work` with the address of this installation's database: that of its owner where DATABASE_URL is set, else the embedded
 * database, joined when it is running already and otherwise started for as long as the work takes.
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
