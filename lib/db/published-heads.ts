import "server-only";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { database } from "@/lib/db/client";
import type { PublishedPlace } from "@/lib/domain/history/chain";
import { env } from "@/lib/settings/env";

/**
 * Publishes the current head of every chain of the timeline that has moved, and appends it to a file outside the
 * database, so that a rewrite of the database does not change it too. Returns how many were published.
 */
export async function publishHeads(at: Date): Promise<number> {
  const published = await database().$queryRaw<PublishedPlace[]>`
    insert into "PublishedHead" (chain, place, hash, "rowsPlace", "rowsHash", "publishedAt")
    select chain, place, hash, "rowsPlace", "rowsHash", ${at} from "ChainHead" where place > 0 or "rowsPlace" > 0
    on conflict do nothing
    returning chain, place, hash, "rowsPlace", "rowsHash"`;
  if (published.length > 0) await storeOutside(published, at);
  return published.length;
}

/** Reads the published heads from the file outside the database; empty when this installation has none yet. */
export async function readKeptHeads(): Promise<PublishedPlace[]> {
  const text = await readFile(keptHeads(), "utf8").catch(() => "");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** Appends one line of JSON for each head. */
async function storeOutside(heads: PublishedPlace[], at: Date): Promise<void> {
  await mkdir(env().DATA_DIR, { recursive: true });
  const lines = heads.map((head) => `${JSON.stringify({ ...head, publishedAt: at })}\n`);
  await appendFile(keptHeads(), lines.join(""), { mode: 0o600 });
}

function keptHeads(): string {
  return join(env().DATA_DIR, "published-heads.jsonl");
}
