import type { Tx } from "@/lib/db/client";

// One number for every process of this application: only one of them seeds at a time.
const seedLock = 7_310_120;

/** Waits for its turn to seed; the turn ends with the transaction. */
export async function takeSeedLock(tx: Tx): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(${seedLock})::text`;
}
