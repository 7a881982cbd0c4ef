import "server-only";
import { database } from "@/lib/db/client";
import { hashOf } from "@/lib/db/edition-hash";
import { type Break, chainedRowForm, chainStart } from "@/lib/domain/history/chain";

/** Rows read at a time. */
const page = 500;

/**
 * Recomputes the digests of a chain's rows of history, from first to last, and compares the rows with them. `published`
 * maps positions to published hashes. Returns null when all rows are unchanged, else the first position that differs.
 */
export async function checkRows(
  chain: string,
  published: ReadonlyMap<number, string>,
): Promise<Break | null> {
  let end = { place: 0, hash: chainStart };
  for await (const row of digestsOf(chain)) {
    const place = end.place + 1;
    const isNext = row.place === place && hashOf(chainedRowForm(row, end.hash)) === row.hash;
    if (!isNext || (published.get(place) ?? row.hash) !== row.hash) return { place, fault: "row" };
    end = { place, hash: row.hash };
  }
  if (Math.max(0, ...published.keys()) > end.place) return { place: end.place + 1, fault: "row" };
  const head = await database().chainHead.findUnique({ where: { chain } });
  if ((head?.rowsHash ?? chainStart) !== end.hash) return { place: end.place + 1, fault: "row" };
  const [first] = await database().$queryRaw<{ place: number }[]>`
    select min(place) as place from rows_that_differ(${chain}) having count(*) > 0`;
  return first ? { place: first.place, fault: "row" } : null;
}

/** Returns the position of the first entry that refers to a missing digest; null when there is none. */
export async function findEntryWithLostDigest(chain: string): Promise<number | null> {
  const [first] = await database().$queryRaw<{ place: number | null }[]>`
    select min(e.place) as place from "TimelineEntry" e
    where e.chain = ${chain} and e."rowsHash" <> ${chainStart} and not exists (
      select 1 from "RowDigest" d where d.chain = e.chain and d.hash = e."rowsHash")`;
  return first?.place ?? null;
}

/** A row of history, by its table and its id. */
export type NamedRow = { tableName: string; rowId: string };

/** Lists the rows of a chain that differ from their digests. */
export function listRowsThatDiffer(chain: string): Promise<NamedRow[]> {
  return database().$queryRaw<NamedRow[]>`
    select table_name as "tableName", row_id as "rowId" from rows_that_differ(${chain}) order by place`;
}

/**
 * Lists the rows of history, of every chain, that have no digest: they were written without the database's triggers.
 */
export function listRowsWithoutDigest(): Promise<NamedRow[]> {
  return database().$queryRaw<NamedRow[]>`
    select table_name as "tableName", row_id as "rowId" from rows_without_digest()`;
}

async function* digestsOf(chain: string) {
  for (let after = 0; ; ) {
    const rows = await database().rowDigest.findMany({
      where: { chain, place: { gt: after } },
      orderBy: { place: "asc" },
      take: page,
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    after = last.place;
  }
}
