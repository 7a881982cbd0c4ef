import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/lib/db/generated/client";
import { nameOftenSent } from "@/lib/db/prepared";
import { env } from "@/lib/settings/env";

/** The database inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** For a connection: fifty people who want the same row wait for each other here, and each is to get an answer. */
const maxWaitMs = 8_000;

let client: PrismaClient | undefined;

/** The one PrismaClient of this process, made at first use so that a build needs no database. */
export function database(): PrismaClient {
  client ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env().DATABASE_URL,
        max: 10,
        // pg waits for ever by default; a full pool must turn into an answer.
        connectionTimeoutMillis: maxWaitMs,
        statement_timeout: 5_000,
        idle_in_transaction_session_timeout: 10_000,
      },
      { statementNameGenerator: nameOftenSent() },
    ),
  });
  return client;
}

/** Runs the work in one transaction of at most `timeout` milliseconds: all of it happens or none. */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>, timeout = 8_000): Promise<T> {
  return database().$transaction(work, { maxWait: maxWaitMs, timeout });
}

/** Closes the connections, for scripts and tests that end. */
export async function closeDatabase(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
