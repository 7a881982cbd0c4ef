import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/lib/db/generated/client";
import { nameOftenSent } from "@/lib/db/prepared";
import { env } from "@/lib/settings/env";

/** The database within a transaction. */
export type Tx = Prisma.TransactionClient;

/** Wait for a pooled connection, in ms: long enough for 50 concurrent saves of one row. */
const maxWaitMs = 8_000;

let client: PrismaClient | undefined;

/** Returns the one PrismaClient of this process, created at first use so that a build needs no database. */
export function database(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: 10,
        // pg waits for ever by default; a full pool must become an answer.
        connectionTimeoutMillis: maxWaitMs,
        statement_timeout: 5_000,
        idle_in_transaction_session_timeout: 10_000,
      },
      { statementNameGenerator: nameOftenSent() },
    ),
  });
  return client;
}

/** Runs the work in one transaction of at most `timeout` milliseconds: all of it is committed or nothing. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>, timeout = 8_000): Promise<T> {
  return database().$transaction(work, { maxWait: maxWaitMs, timeout });
}

/** Closes the connections, for scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
