import "server-only";
import { readFile } from "node:fs/promises";
import * as z from "zod";
import { checkChain, listChains } from "@/lib/db/chain-check";
import { listRowsThatDiffer, listRowsWithoutDigest } from "@/lib/db/chain-rows";
import { database } from "@/lib/db/client";
import { listCitiesWithWrongDerivedRows } from "@/lib/db/derived-check";
import { listFreezesWithWrongHash } from "@/lib/db/freeze";
import { readKeptHeads } from "@/lib/db/published-heads";
import type { PublishedPlace } from "@/lib/domain/history/chain";
import { listWrongFiles } from "@/lib/files/check-files";

/**
 * The result of checking the whole history: a sentence for each fault, none when it is sound, and how much was checked.
 */
export type VerificationResult = { faults: string[]; entries: number; editions: number };

/**
 * Recomputes every chain and compares everything it covers: published heads in the database, in the file beside it and
 * in `keptFile` (an answer of `/api/v1/audit/heads` in JSON); rows of history; editions; frozen reports; rows derived
 * from editions; and the bytes of evidence.
 */
export async function verifyHistory(keptFile?: string): Promise<VerificationResult> {
  const cities = await database().city.findMany({ select: { id: true, name: true, slug: true } });
  const nameOf = new Map(cities.map((city) => [city.id, city.name]));
  const idOf = new Map(cities.map((city) => [city.slug, city.id]));
  const kept = [...(await readKeptHeads()), ...(keptFile ? await readHeads(keptFile, idOf) : [])];
  const faults: string[] = [];
  let entries = 0;
  let editions = 0;
  const chains = new Set([...(await listChains()), ...kept.map((head) => head.chain)]);
  for (const chain of chains) {
    const name = nameOf.get(chain) ?? "The network";
    const check = await checkChain(chain, kept);
    entries += check.entries;
    editions += check.editions;
    if (check.broken?.fault !== "row") {
      if (check.broken)
        faults.push(`${name}: broken at entry ${check.broken.place} (${check.broken.fault})`);
      continue;
    }
    const rows = await listRowsThatDiffer(chain);
    for (const row of rows) {
      faults.push(`${name}: ${row.tableName} ${row.rowId} is not what it was, or is gone`);
    }
    if (rows.length === 0) faults.push(`${name}: broken at digest ${check.broken.place} (row)`);
  }
  for (const row of await listRowsWithoutDigest()) {
    faults.push(`${row.tableName} ${row.rowId}: no digest tells of it`);
  }
  for (const freeze of await listFreezesWithWrongHash()) {
    faults.push(`Report ${freeze}: its hash is not that of its editions`);
  }
  for (const city of await listCitiesWithWrongDerivedRows()) {
    faults.push(`${city}: its pages do not show what its editions say`);
  }
  for (const sha256 of await listWrongFiles()) {
    faults.push(`File ${sha256}: its bytes are not what they were, or are gone`);
  }
  return { faults, entries, editions };
}

const answer = z.object({
  items: z.array(
    z.object({
      chain: z.string(),
      place: z.int(),
      hash: z.string(),
      rowsPlace: z.int(),
      rowsHash: z.string(),
    }),
  ),
});

async function readHeads(path: string, idOf: Map<string, string>): Promise<PublishedPlace[]> {
  const { items } = answer.parse(JSON.parse(await readFile(path, "utf8")));
  return items.map((head) => ({ ...head, chain: idOf.get(head.chain) ?? head.chain }));
}
