import "server-only";
import pg from "pg";
import { env } from "@/lib/settings/env";

type Subscriber = {
  /** Called with each message as parsed JSON; null when it is not JSON. */
  onMessage: (message: unknown) => void;
  /** Called after the connection was lost and restored, since messages may have been missed. */
  resumed: () => void;
};

const heartbeatMs = 15_000;
const maxRetryMs = 30_000;

/**
 * Subscribes to a channel over a connection of its own, which reconnects when it is lost. Throws when the database
 * cannot be reached now. Returns a function that ends the subscription.
 */
export async function subscribe(channel: string, subscriber: Subscriber): Promise<() => void> {
  let isOver = false;
  let client = await connect(channel, subscriber.onMessage, lost);
  const heartbeat = setInterval(() => {
    // A broken connection is noticed when this query fails; ending it opens a new one.
    client.query("select 1").catch(() => client.end().catch(() => {}));
  }, heartbeatMs);
  heartbeat.unref();

  async function lost() {
    for (let wait = 500; !isOver; wait = Math.min(wait * 2, maxRetryMs)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      try {
        const next = await connect(channel, subscriber.onMessage, lost);
        if (isOver) return void next.end();
        client = next;
        return subscriber.resumed();
      } catch {
        // The next wait follows, then another attempt.
      }
    }
  }

  return () => {
    isOver = true;
    clearInterval(heartbeat);
    client.end().catch(() => {});
  };
}

async function connect(channel: string, onMessage: Subscriber["onMessage"], lost: () => void) {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  });
  // Without a handler an error would end the process; the connection ends after it.
  client.on("error", () => {});
  client.on("notification", ({ payload }) => onMessage(parseJson(payload ?? "")));
  try {
    await client.connect();
    await client.query(`listen ${channel}`);
  } catch (error) {
    client.end().catch(() => {});
    throw error;
  }
  client.once("end", lost);
  return client;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
