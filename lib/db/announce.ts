import "server-only";
import type { Tx } from "@/lib/db/client";
import type { LiveMessage } from "@/lib/domain/live/live";

/** The channel of PostgreSQL on which processes tell each other what happened to a record. */
export const liveChannel = "record";

/** The channel on which processes tell each other that something else is public now. */
export const publicChannel = "public";

/**
 * Has every process make its public pages anew, and the ends of the chains of history published, once the transaction
 * commits; nobody hears of one that does not.
 */
export async function announcePublication(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    select pg_notify(${publicChannel}, '{}'),
      graphile_worker.add_job('publish_heads', job_key => 'publish_heads')`;
}

/** Tells every process of it once the transaction commits, and nobody when it does not. */
export async function announce(tx: Tx, message: LiveMessage): Promise<void> {
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}
