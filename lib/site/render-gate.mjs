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
 * @typedef {object} Waiting
 * @property {string} network
 * @property {string} page what is rendered
 * @property {number} startMs when the request starts on the clocks of the networks
 * @property {(leave: () => void) => void} admit
 * @property {(seconds: number) => void} refuse
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

/** The expected time of a page before it is known. */
const expectedMs = 100;

/**
 * Lets a few pages be rendered at once. Waiting networks are served by start-time fair queueing (Goyal, Vin and Cheng,
 * 1996): each network has a clock that advances by the time its pages take, a request starts at the later of that clock
 * and of the start of the request that was admitted last, and the earliest start goes first. A client with many requests
 * therefore waits for those with few, and one that comes back waits no longer than one that is new. A request that would
 * wait too long is refused.
 *
 * @param {Limits} limits
 */
export function makeRenderGate({ perMinute, atOnce, waiting: maxWaiting, maxWaitMs }) {
  const quotas = perMinute > 0 && new RateLimiterMemory({ points: perMinute, duration: 60 });
  /** @type {LRUCache<string, number>} the clock of each network, in ms */
  const clocks = new LRUCache({ max: 10_000 });
  /** @type {Set<Waiting>} in the order in which they came */
  const waiting = new Set();
  let busy = 0;
  /** The start of the request that was admitted last. */
  let currentMs = 0;

  /** When the next request of a network starts. @param {string} network */
  function startOf(network) {
    return Math.max(currentMs, clocks.get(network) ?? 0);
  }

  /** @param {string} network @param {number} ms */
  function advance(network, ms) {
    clocks.set(network, (clocks.get(network) ?? 0) + ms);
  }

  /** Begins a request of a network, whose clock then counts what the page is expected to take. @param {string} network */
  function start(network) {
    const startMs = startOf(network);
    clocks.set(network, startMs + expectedMs);
    return startMs;
  }

  /** Picks a waiting request by its start. @param {(a: number, b: number) => boolean} isBefore */
  function pick(isBefore) {
    let picked = null;
    for (const each of waiting) {
      if (!picked || isBefore(each.startMs, picked.startMs)) picked = each;
    }
    return picked;
  }

  /** @param {string} network @param {number} startMs */
  function begin(network, startMs) {
    busy += 1;
    currentMs = Math.max(currentMs, startMs);
    const begunAt = performance.now();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      busy -= 1;
      advance(network, performance.now() - begunAt - expectedMs);
      const next = busy < atOnce ? pick((a, b) => a < b) : null;
      next?.admit(begin(next.network, next.startMs));
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
      const startMs = start(network);
      if (busy < atOnce) return begin(network, startMs);
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
          startMs,
          admit(leave) {
            end();
            resolve(leave);
          },
          refuse(seconds) {
            end();
            advance(network, -expectedMs);
            reject(new Busy(503, seconds));
          },
        };
        waiting.add(entry);
        // Refuses the request that starts last, which may be this one.
        if (waiting.size > maxWaiting) pick((a, b) => a >= b)?.refuse(5);
      });
    },

    /**
     * Adds a network to a page that already waits: the page then has the earlier start of the two. Next renders a page
     * once for all who request it meanwhile.
     *
     * @param {string} page
     * @param {string} network
     */
    join(page, network) {
      for (const each of waiting) {
        if (each.page === page) each.startMs = Math.min(each.startMs, startOf(network));
      }
    },
  };
}
