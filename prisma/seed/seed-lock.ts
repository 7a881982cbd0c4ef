import { inTransaction, type Tx } from "@/lib/db/client";

// The key of the lock for seeding: one process of this application seeds at a time.
const seedLock = 7_310_120;

/** The maximum time for a city with all its history on a busy machine. No page waits during this time. */
const timeoutMs = 60_000;

/** Waits for the lock, and runs the work in the transaction that holds it. */
export function withSeedLock<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(${seedLock})::text`;
    return work(tx);
  }, timeoutMs);
}
