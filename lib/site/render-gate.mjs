import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/**
 * @typedef {object} Limits
 * @property {number} perMinute how many pages one network has made anew in a minute; 0 is no limit
 * @property {number} atOnce how many are made at once
 * @property {number} waiting how many may wait for that
 * @property {number} maxWaitMs for how long
 */

/**
 * @typedef {{ network: string, page: string, admit: (leave: () => void) => void, refuse: (seconds: number) => void }}
 * Waiting
 */

/** Thrown where no page is made just now; `seconds` says when to ask again. */
export class Busy extends Error {
  /** @param {429 | 503} status 429 where it is the network's own doing @param {number} seconds */
  constructor(status, seconds) {
    super("busy");
    this.status = status;
    this.seconds = seconds;
  }
}

/** What a network used counts half as much after this. */
const halfLifeMs = 20_000;

/**
 * Lets a few pages be made at once. Of those that wait, the one goes next whose network has taken the least time
 * lately, so that somebody who asks for many pages waits for those who ask for few, and not the other way round.
 * Whoever would wait too long is told to come again.
 *
 * @param {Limits} limits
 */
export function makeRenderGate({ perMinute, atOnce, waiting: maxWaiting, maxWaitMs }) {
  const quotas = perMinute > 0 && new RateLimiterMemory({ points: perMinute, duration: 60 });
  /** @type {LRUCache<string, { ms: number, at: number }>} */
  const used = new LRUCache({ max: 10_000 });
  /** @type {Set<Waiting>} in the order in which they came */
  const waiting = new Set();
  let busy = 0;

  /** @param {string} network @param {number} now */
  function usedBy(network, now) {
    const { ms, at } = used.get(network) ?? { ms: 0, at: 0 };
    return ms * 0.5 ** ((now - at) / halfLifeMs);
  }

  /** Of those that wait, by what their network used. @param {(a: number, b: number) => boolean} isBefore */
  function pick(isBefore) {
    const now = performance.now();
    let picked = null;
    let best = 0;
    for (const each of waiting) {
      const use = usedBy(each.network, now);
      if (picked && !isBefore(use, best)) continue;
      picked = each;
      best = use;
    }
    return picked;
  }

  /** @param {string} network */
  function begin(network) {
    busy += 1;
    const begunAt = performance.now();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      busy -= 1;
      const now = performance.now();
      used.set(network, { ms: usedBy(network, now) + now - begunAt, at: now });
      const next = busy < atOnce ? pick((a, b) => a < b) : null;
      next?.admit(begin(next.network));
    };
  }

  return {
    /** Takes one of a network's share. Throws Busy when it has none left. @param {string} network */
    async consumeQuota(network) {
      if (!quotas) return;
      try {
        await quotas.consume(network);
      } catch (rejection) {
        if (!(rejection instanceof RateLimiterRes)) throw rejection;
        throw new Busy(429, Math.max(1, Math.ceil(rejection.msBeforeNext / 1000)));
      }
    },

    /**
     * When a network whose share is used up may ask again, in seconds; null while it has some left. @param {string}
     * network
     */
    async isOver(network) {
      const spent = quotas ? await quotas.get(network) : null;
      if (!spent || spent.remainingPoints > 0) return null;
      return Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
    },

    /**
     * Waits until this network's turn has come. Answers how to leave, which frees the place and may be called again.
     * Throws Busy when too many wait, or after the longest wait.
     *
     * @param {string} network
     * @param {string} [page] what is made
     * @returns {Promise<() => void>}
     */
    async enter(network, page = "") {
      if (busy < atOnce) return begin(network);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => entry.refuse(5), maxWaitMs);
        const end = () => {
          clearTimeout(timer);
          waiting.delete(entry);
        };
        /** @type {Waiting} */
        const entry = {
          network,
          page,
          admit(leave) {
            end();
            resolve(leave);
          },
          refuse(seconds) {
            end();
            reject(new Busy(503, seconds));
          },
        };
        waiting.add(entry);
        // The last to come of those who took the most: perhaps this one.
        if (waiting.size > maxWaiting) pick((a, b) => a >= b)?.refuse(5);
      });
    },

    /**
     * Tells that this network asks for a page too: whoever asked for it first and waits, waits for both, and with the
     * better right of the two. Next makes a page once for all who ask for it meanwhile.
     *
     * @param {string} page
     * @param {string} network
     */
    join(page, network) {
      const now = performance.now();
      for (const each of waiting) {
        if (each.page === page && usedBy(network, now) < usedBy(each.network, now))
          each.network = network;
      }
    },
  };
}
