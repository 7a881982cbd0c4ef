import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import { networkOf } from "../domain/values/network.mjs";
import { busyPage } from "./apology-page.mjs";
import { isPublicPath } from "./pages.mjs";
import { Busy, makeRenderGate } from "./render-gate.mjs";

/**
 * @typedef {{ url: string, path: string, network: string, isAdmitted: boolean, leave: () => void, keptUnder: string }}
 * Asked
 */

/** Paths that are rendered for each request and are counted like public pages. */
const uncachedPaths = /^\/(?:sign-in|set-password|unsubscribe|api\/feedback)(?:\/|$)/u;
/**
 * Paths that are rendered for each request and have a quota of their own (lib/open-data/limit.ts). Files of a report
 * are not among them: a PDF is printed from a page that needs a slot itself, and two of them would wait for each other.
 */
const withOwnQuota = /^\/(?:api\/v1\/(?!reports\/[^/]+\/)|link-pictures\/|sitemap)/u;
/** Files beside public pages; they have a quota of their own as well. */
const fileOfPage = /\.(?:svg|bib|ris)$/u;
/** Parameters that other sites add to our addresses and that no page of ours reads. */
const addedByOthers = /\?(?:(?:utm_\w+|fbclid|gclid|ref)=[^&]*&?)+$/u;
/** The delay before a refusal, so that a program which retries at once sends fewer requests. */
const beforeRefusingMs = 1_000;
/** Signing in may take long and has a limit of its own: it consumes quota and takes no slot. */
const hasOwnQueue = /^\/api\/auth\//u;

/**
 * Limits the rendering for visitors: how many uncached pages one network gets in a minute, and how many are rendered at
 * once. Cached pages never wait: a public page takes a slot only when the page cache does not have it
 * (lib/site/next/page-cache.mjs), within the request that asked for it.
 *
 * @param {{ perMinute: number }} settings
 */
export function makeRendering({ perMinute }) {
  // Two slots: while one page waits for the database the other one is rendered.
  const gate = makeRenderGate({ perMinute, atOnce: 2, waiting: 60, maxWaitMs: 5_000 });
  /** @type {AsyncLocalStorage<Asked>} */
  const asked = new AsyncLocalStorage();

  /** @type {LRUCache<string, string>} which page of the cache an address led to */
  const addresses = new LRUCache({ max: 10_000 });

  /** @param {string} url */
  function isKept(url) {
    const key = addresses.get(url.replace(addedByOthers, ""));
    return key !== undefined && globalThis.publicPages?.pages.has(key) === true;
  }

  // Next bundles the page cache, so this process cannot pass the object to it.
  globalThis.rendering = {
    async begin() {
      const request = asked.getStore();
      if (!request || request.isAdmitted) return null;
      try {
        await gate.consumeQuota(request.network);
        request.leave = await gate.enter(request.network, request.url);
        request.isAdmitted = true;
        return null;
      } catch (error) {
        if (!(error instanceof Busy)) throw error;
        return { status: error.status, seconds: error.seconds, path: request.path };
      }
    },
    end() {
      asked.getStore()?.leave();
    },
    /** @param {string} key */
    isKeptUnder(key) {
      const request = asked.getStore();
      if (request) request.keptUnder = key;
    },
  };

  /**
   * Answers a request with `answer` when its turn has come.
   *
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @param {() => Promise<void>} answer
   */
  return async function answerInTurn(request, response, answer) {
    const { url = "" } = request;
    const [path = ""] = url.split("?");
    const network = networkOf(String(request.headers["x-client-address"] ?? ""), { ipv4Bits: 24 });
    /** @type {Asked} */
    const store = { url, path, network, isAdmitted: false, leave: () => {}, keptUnder: "" };
    gate.join(url, network);
    try {
      // The quota is checked here and not in the page cache, because Next gives all who request a page at the same time
      // the first one's answer, and one network must not get the refusal of another.
      if (isPublicPath(path) && !isKept(url)) {
        const seconds = await gate.isOver(network);
        if (seconds !== null) throw new Busy(429, seconds);
      }
      if (uncachedPaths.test(path) || hasOwnQueue.test(path)) await gate.consumeQuota(network);
      if (uncachedPaths.test(path) || hasOwnQuota(path)) {
        store.leave = await gate.enter(network, url);
        store.isAdmitted = true;
        // The slot is freed with the first byte, so that a slow reader of a file does not hold it.
        freeSlotWithFirstByte(response, store);
      }
    } catch (error) {
      if (!(error instanceof Busy)) throw error;
      await wait(beforeRefusingMs);
      return answerBusy(response, path, error);
    }
    try {
      await asked.run(store, answer);
    } finally {
      store.leave();
      if (store.keptUnder) addresses.set(url.replace(addedByOthers, ""), store.keptUnder);
    }
  };
}

/** @param {import("node:http").ServerResponse} response @param {Asked} store */
function freeSlotWithFirstByte(response, store) {
  const { writeHead } = response;
  response.writeHead = /** @type {any} */ (
    (/** @type {[number]} */ ...args) => {
      store.leave();
      return writeHead.apply(response, args);
    }
  );
}

/**
 * @param {import("node:http").ServerResponse} response
 * @param {string} path
 * @param {Busy} busy
 */
function answerBusy(response, path, { status, seconds }) {
  const headers = { "retry-after": String(seconds), "cache-control": "no-store" };
  if (path.startsWith("/api/")) {
    const detail = `Too many requests right now. Try again in ${seconds} seconds.`;
    const problem = { type: "about:blank", title: "Please try again in a moment", status, detail };
    response.writeHead(status, { ...headers, "content-type": "application/problem+json" });
    response.end(JSON.stringify(problem));
    return;
  }
  const { stylesheets = "" } = globalThis.publicPages ?? {};
  response.writeHead(status, { ...headers, "content-type": "text/html; charset=utf-8" });
  response.end(busyPage(path, seconds, stylesheets));
}

/** @param {string} path */
function hasOwnQuota(path) {
  return withOwnQuota.test(path) || (isPublicPath(path) && fileOfPage.test(path));
}
