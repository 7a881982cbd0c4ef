import { inTransaction, type Tx } from "@/lib/db/client";

// One number for every process of this application: only one of them seeds at a time.
const seedLock = 7_310_120;

/** For a city with all its history on a busy machine; nobody waits for a page meanwhile. */
const timeoutMs = 60_000;

/** Waits for its turn to seed, and does the work in the transaction that the turn ends with. */
export function withSeedLock<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(${seedLock})::text`;
    return work(tx);
  }, timeoutMs);
}
