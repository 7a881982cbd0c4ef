import "server-only";
import { database, type Tx } from "@/lib/db/client";
import type { LiveMessage } from "@/lib/domain/live/live";

/** The PostgreSQL channel on which processes announce changes of a record. */
export const liveChannel = "record";

/** The PostgreSQL channel on which processes announce that public content changed. */
export const publicChannel = "public";

/**
 * Clears the public page cache in every process and publishes the heads of the history chains. Sent only if the
 * transaction commits.
 */
export async function announcePublication(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    select pg_notify(${publicChannel}, '{}'),
      graphile_worker.add_job('publish_heads', job_key => 'publish_heads')`;
}

/** Clears the public page cache in every process for a new day: what became of dates depends on it. */
export async function announceDay(): Promise<void> {
  await database().$executeRaw`select pg_notify(${publicChannel}, '{}')`;
}

/** Sends a message about a record to every process. Sent only if the transaction commits. */
export async function announce(tx: Tx, message: LiveMessage): Promise<void> {
  await tx.$executeRaw`select pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}
