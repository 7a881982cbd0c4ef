import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { publicChannel } from "@/lib/db/announce";
import { subscribe } from "@/lib/db/subscribe";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";

const maxRetryMs = 30_000;

/**
 * Makes this process forget its public pages whenever something is published, by itself, by a job or by another process
 * on the same database, and whenever it may have missed that; until the answer is called.
 */
export function subscribeToPublications(): () => Promise<void> {
  const stopping = new AbortController();
  let end: (() => void) | null = null;

  async function begin() {
    for (let pause = 500; !stopping.signal.aborted; pause = Math.min(pause * 2, maxRetryMs)) {
      try {
        end = await subscribe(publicChannel, {
          onMessage: forgetPublicPages,
          resumed: forgetPublicPages,
        });
        // What was rendered before anybody listened may be old by now.
        forgetPublicPages();
        return;
      } catch {
        // The database is away: then nothing is published either.
        await wait(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      }
    }
  }
  const begun = begin();

  return async () => {
    stopping.abort();
    await begun;
    end?.();
  };
}
