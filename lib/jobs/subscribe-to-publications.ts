import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { publicChannel } from "@/lib/db/announce";
import { subscribe } from "@/lib/db/subscribe";
import { forgetPublicPages } from "@/lib/site/forget-public-pages";

const maxRetryMs = 30_000;

/**
 * Clears this process's public page cache whenever something is published, by itself, a job or another process, and
 * whenever it may have missed a publication. Returns a function that stops listening.
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
        // Pages rendered before the subscription began may be outdated.
        forgetPublicPages();
        return;
      } catch {
        // While the database is unavailable nothing is published.
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
