import "server-only";
import * as z from "zod";
import { checkChain } from "@/lib/db/chain-check";
import { database } from "@/lib/db/client";
import { type Day, toDay } from "@/lib/domain/values/day";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** The name of the chain of entries without a city in addresses, beside the cities' slugs. */
const networkChain = "network";

/** A published head of a chain: of a city by slug, or of the network. */
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

/** Returns one page of the published heads of all chains, newest first. `bad_cursor` for an invalid cursor. */
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

/** Lists every chain with its head, the network's first and then the cities' by name; without empty chains. */
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
 * Recomputes the chain of a city or of the network and returns whether it is sound; null when it does not exist. Reads
 * the whole chain, so its page is cached for a while.
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
