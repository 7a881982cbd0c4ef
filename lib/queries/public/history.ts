import "server-only";
import * as z from "zod";
import { checkChain } from "@/lib/db/chain-check";
import { database } from "@/lib/db/client";
import { type Day, toDay } from "@/lib/domain/values/day";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** What the chain of entries that are of no city is called in addresses, beside the cities' slugs. */
const networkChain = "network";

/** One end of a chain as it was published: of a city by slug, or of the network. */
export type PublishedEnd = {
  day: Day;
  chain: string;
  place: number;
  hash: string;
  rowsPlace: number;
  rowsHash: string;
  publishedAt: Date;
};

const cursorParts = [z.iso.datetime(), z.string().max(80)] as const;

/** One page of the ends of all chains as they were published, the newest first. `bad_cursor` for one that is not ours. */
export async function listPublishedHeads({
  cursor,
  limit,
}: {
  cursor: string | null;
  limit: number;
}) {
  const after = cursor === null ? null : readCursor(cursor, cursorParts);
  if (cursor !== null && !after) return "bad_cursor" as const;
  const rows = await database().publishedHead.findMany({
    ...(after && {
      where: {
        OR: [
          { publishedAt: { lt: new Date(after[0]) } },
          { publishedAt: new Date(after[0]), chain: { gt: after[1] } },
        ],
      },
    }),
    orderBy: [{ publishedAt: "desc" }, { chain: "asc" }],
    take: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const slugs = await slugsOf(page.map((row) => row.chain));
  return {
    heads: page.map(
      (row): PublishedEnd => ({
        ...row,
        day: toDay(row.publishedAt),
        chain: slugs.get(row.chain) ?? row.chain,
      }),
    ),
    nextCursor:
      rows.length > limit && last ? toCursor([last.publishedAt.toISOString(), last.chain]) : null,
  };
}

/** Every chain with where it ends, the network's first and then the cities' by name; none that holds nothing. */
export async function listChainEnds() {
  const heads = await database().chainHead.findMany({ where: { place: { gt: 0 } } });
  const cities = await database().city.findMany({
    where: {
      id: { in: heads.map((head) => head.chain).filter((chain) => chain !== networkChain) },
    },
    select: { id: true, slug: true, name: true },
  });
  const cityOf = new Map(cities.map((city) => [city.id, city]));
  return heads
    .map((head) => ({
      slug: cityOf.get(head.chain)?.slug ?? networkChain,
      name: cityOf.get(head.chain)?.name ?? null,
      entries: head.place,
      hash: head.hash,
    }))
    .sort((a, b) => (a.name ?? "").localeCompare(b.name ?? "", "en"));
}

/**
 * Computes the chain of a city, or the network's, anew and says whether it is whole; null when there is none of that
 * name. Reads the whole chain: for a page that is kept a while, not for every reader.
 */
export async function findHistoryCheck(slug: string) {
  const city =
    slug === networkChain
      ? null
      : await database().city.findUnique({ where: { slug }, select: { id: true, name: true } });
  if (city === null && slug !== networkChain) return null;
  const check = await checkChain(city?.id ?? networkChain);
  return { ...check, name: city?.name ?? null };
}

async function slugsOf(ids: string[]) {
  const cities = await database().city.findMany({
    where: { id: { in: ids.filter((id) => id !== networkChain) } },
    select: { id: true, slug: true },
  });
  return new Map(cities.map((city) => [city.id, city.slug]));
}
