import { LRUCache } from "lru-cache";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";

/**
 * @typedef {object} Limits
 * @property {number} perMinute how many uncached pages one network gets in a minute; 0 means no limit
 * @property {number} atOnce how many pages are rendered at once
 * @property {number} waiting how many requests may wait
 * @property {number} maxWaitMs how long a request may wait
 */

/**
 * @typedef {{ network: string, page: string, admit: (leave: () => void) => void, refuse: (seconds: number) => void }}
 * Waiting
 */

/** Thrown when no page is rendered now; `seconds` says when to try again. */
export class Busy extends Error {
  /** @param {429 | 503} status 429 when the network's own quota is used up @param {number} seconds */
  constructor(status, seconds) {
    super("busy");
    this.status = status;
    this.seconds = seconds;
  }
}

/** The time that a network used counts half after this. */
const halfLifeMs = 20_000;

/**
 * Lets a few pages be rendered at once. The next of those that wait is the one whose network has used the least time
 * recently, so that clients with many requests wait for those with few. A request that would wait too long is refused.
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

  /** Picks a waiting request by the time that its network used. @param {(a: number, b: number) => boolean} isBefore */
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
    /** Consumes one page of a network's quota. Throws Busy when none is left. @param {string} network */
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
     * Returns in how many seconds a network that used up its quota may ask again; null while it has some left. @param
     * {string} network
     */
    async isOver(network) {
      const spent = quotas ? await quotas.get(network) : null;
      if (!spent || spent.remainingPoints > 0) return null;
      return Math.max(1, Math.ceil(spent.msBeforeNext / 1000));
    },

    /**
     * Waits for the turn of this network. Returns a function that frees the slot and may be called more than once.
     * Throws Busy when too many wait, or after the longest wait.
     *
     * @param {string} network
     * @param {string} [page] what is rendered
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
        // Refuses the last request of the network that used the most, which may be this one.
        if (waiting.size > maxWaiting) pick((a, b) => a >= b)?.refuse(5);
      });
    },

    /**
     * Adds a network to a page that already waits: the page then has the better rank of the two networks. Next renders
     * a page once for all who request it meanwhile.
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
