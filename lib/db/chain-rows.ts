import "server-only";
import { database } from "@/lib/db/client";
import { hashOf } from "@/lib/db/edition-hash";
import { type Break, chainedRowForm, chainStart } from "@/lib/domain/history/chain";

/** How many rows are held at a time. */
const page = 500;

/**
 * Computes the digests of a chain's rows of history anew, from the first to the last, and compares the rows with them.
 * `published` maps places whose hash was published to that hash. Answers null when the rows are what they were when they
 * were written, else the first place at which they are not.
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

/** The place of the first entry of a chain that names a digest which is not there; null when there is none. */
export async function findEntryWithLostDigest(chain: string): Promise<number | null> {
  const [first] = await database().$queryRaw<{ place: number | null }[]>`
    select min(e.place) as place from "TimelineEntry" e
    where e.chain = ${chain} and e."rowsHash" <> ${chainStart} and not exists (
      select 1 from "RowDigest" d where d.chain = e.chain and d.hash = e."rowsHash")`;
  return first?.place ?? null;
}

/** A row of history, by its table and its id. */
export type NamedRow = { tableName: string; rowId: string };

/** The rows of a chain that are not what their digests say. */
export function listRowsThatDiffer(chain: string): Promise<NamedRow[]> {
  return database().$queryRaw<NamedRow[]>`
    select table_name as "tableName", row_id as "rowId" from rows_that_differ(${chain}) order by place`;
}

/** The rows of history, of every chain, that no digest tells of: they were written past the database's triggers. */
export function listUntoldRows(): Promise<NamedRow[]> {
  return database().$queryRaw<NamedRow[]>`
    select table_name as "tableName", row_id as "rowId" from rows_untold()`;
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
