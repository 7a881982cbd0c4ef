import "server-only";
import { checkRows, findEntryWithLostDigest } from "@/lib/db/chain-rows";
import { database } from "@/lib/db/client";
import { editionHash, entryHash } from "@/lib/db/edition-hash";
import {
  type Break,
  type ChainedEntry,
  chainedForm,
  chainStart,
  type PublishedPlace,
} from "@/lib/domain/history/chain";
import type { EditionContent } from "@/lib/domain/record/edition";

/** Rows read at a time. */
const page = 500;

/**
 * The result of checking a chain: how many entries and editions it has, its last hash, and where it is first broken.
 */
export type ChainCheck = {
  entries: number;
  editions: number;
  hash: string;
  broken: Break | null;
};

/**
 * Recomputes a chain of the timeline from first to last entry: every hash, the head, the published heads, the rows of
 * history that it covers, and for a city the editions that it names. `kept` are heads stored outside the database.
 * Reads all rows of the chain, one page at a time. Returns the first place where a chain is broken.
 */
export async function checkChain(chain: string, kept: PublishedPlace[] = []): Promise<ChainCheck> {
  const heads = [...(await publishedHeads(chain)), ...kept.filter((head) => head.chain === chain)];
  const published = new Map(heads.map((head) => [head.place, head.hash]));
  const seenEditions = new Map<string, { place: number; hash: string }>();
  let end = { place: 0, hash: chainStart };
  for await (const entry of entriesOf(chain)) {
    const place = end.place + 1;
    const broken = (fault: Break["fault"]) => result(end, seenEditions, { place, fault });
    if (entry.place !== place) return broken("missing");
    if (entryHash(chainedForm(entry, end.hash)) !== entry.hash) return broken("changed");
    if ((published.get(place) ?? entry.hash) !== entry.hash) return broken("published");
    const edition = editionInEntry(entry);
    if (edition) seenEditions.set(edition.key, { place, hash: edition.hash });
    end = { place, hash: entry.hash };
  }
  const lastPublished = Math.max(0, ...published.keys());
  if (lastPublished > end.place) {
    return result(end, seenEditions, { place: end.place + 1, fault: "missing" });
  }
  const head = await database().chainHead.findUnique({ where: { chain } });
  if ((head?.hash ?? chainStart) !== end.hash || (head?.place ?? 0) !== end.place) {
    return result(end, seenEditions, { place: end.place + 1, fault: "end" });
  }
  const lost = await findEntryWithLostDigest(chain);
  if (lost !== null) return result(end, seenEditions, { place: lost, fault: "row" });
  const broken =
    (chain === "network" ? null : await checkEditions(chain, seenEditions, end)) ??
    (await checkRows(chain, new Map(heads.map((head) => [head.rowsPlace, head.rowsHash]))));
  return result(end, seenEditions, broken);
}

/** Lists the chains: "network", and the id of each city whose chain has an entry. */
export async function listChains(): Promise<string[]> {
  const rows = await database().$queryRaw<{ chain: string }[]>`
    select chain from "ChainHead" union select distinct chain from "PublishedHead" order by chain`;
  return rows.map((row) => row.chain);
}

type SeenEditions = Map<string, { place: number; hash: string }>;

function result(
  end: { place: number; hash: string },
  seenEditions: SeenEditions,
  broken: Break | null,
) {
  return { entries: end.place, editions: seenEditions.size, hash: end.hash, broken };
}

async function* entriesOf(chain: string): AsyncGenerator<ChainedEntry> {
  for (let after = 0; ; ) {
    const rows = await database().timelineEntry.findMany({
      where: { chain, place: { gt: after } },
      orderBy: { place: "asc" },
      take: page,
      omit: { cityId: true },
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last.place;
  }
}

function publishedHeads(chain: string): Promise<PublishedPlace[]> {
  return database().publishedHead.findMany({ where: { chain }, omit: { publishedAt: true } });
}

function editionInEntry({ recordId, detail }: ChainedEntry) {
  const { number, hash } = detail as { number?: unknown; hash?: unknown };
  return typeof hash === "string" ? { key: `${recordId} ${number}`, hash } : null;
}

/** Compares the editions of a city with those named in its chain. */
async function checkEditions(
  cityId: string,
  seenEditions: SeenEditions,
  end: { place: number },
): Promise<Break | null> {
  const unseen = new Map(seenEditions);
  let first: Break | null = null;
  const note = (place: number, fault: Break["fault"]) => {
    if (first === null || place < first.place) first = { place, fault };
  };
  for (let after: string | undefined; ; ) {
    const rows = await database().edition.findMany({
      where: { cityId, ...(after && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: page,
      select: { id: true, recordId: true, number: true, hash: true, content: true },
    });
    for (const row of rows) {
      const key = `${row.recordId} ${row.number}`;
      const entry = seenEditions.get(key);
      unseen.delete(key);
      if (!entry) note(end.place + 1, "unrecorded");
      else if (row.hash !== entry.hash || editionHash(row.content as EditionContent) !== row.hash)
        note(entry.place, "edition");
    }
    after = rows.at(-1)?.id;
    if (rows.length < page) break;
  }
  for (const { place } of unseen.values()) note(place, "edition");
  return first;
}
