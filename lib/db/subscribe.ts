import "server-only";
import pg from "pg";
import { env } from "@/lib/settings/env";

type Subscriber = {
  /** What was said, read as JSON; null for what is none. */
  onMessage: (message: unknown) => void;
  /** After the connection was lost and is back: something may have been said meanwhile. */
  resumed: () => void;
};

const pulseMs = 15_000;
const maxRetryMs = 30_000;

/**
 * Hears what any process says on a channel, over a connection of its own that comes back when it is lost. Throws when
 * the database cannot be reached now. The answer ends it.
 */
export async function subscribe(channel: string, subscriber: Subscriber): Promise<() => void> {
  let isOver = false;
  let client = await connect(channel, subscriber.onMessage, lost);
  const pulse = setInterval(() => {
    // A line that broke without a word is noticed by its silence; ending it brings a new one.
    client.query("select 1").catch(() => client.end().catch(() => {}));
  }, pulseMs);
  pulse.unref();

  async function lost() {
    for (let wait = 500; !isOver; wait = Math.min(wait * 2, maxRetryMs)) {
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
      try {
        const next = await connect(channel, subscriber.onMessage, lost);
        if (isOver) return void next.end();
        client = next;
        return subscriber.resumed();
      } catch {
        // Tried again after the next wait.
      }
    }
  }

  return () => {
    isOver = true;
    clearInterval(pulse);
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
  // Without a listener an error would end the process; the end of the connection follows it.
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
