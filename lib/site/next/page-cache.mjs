import { LRUCache } from "lru-cache";
// Next remembers the lifetime of every address it ever rendered, 404s included, and forgets none of them.
import lifetimes from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import { busyPage } from "../apology-page.mjs";
import { listScript, scriptMark } from "../list-script.mjs";
import { withoutScripts } from "./without-scripts.mjs";

const answerStatus = /<meta name="answer-status" content="(\d{3})"\/>/;

const { cacheControls } = lifetimes.SharedCacheControls;
const maxBytes = 32 * 1024 * 1024;

/** @typedef {{ value: any, lastModified: number, cacheControl: any }} Page */

/**
 * Next makes one PageCache a request, and loads this file twice, by itself and bundled with its routes: the pages are
 * this process's. Of two stores, each would be told half of what is published.
 */
globalThis.publicPages ??= {
  pages: new LRUCache({
    maxSize: maxBytes,
    sizeCalculation: sizeOf,
    dispose: (_page, key) => cacheControls.delete(key),
  }),
  /** What is being rendered, and how often pages had been forgotten when that began. */
  begun: new LRUCache({ max: 1000 }),
  revalidations: 0,
  /** Of the last page that did well: one that failed has lost its own (lib/site/next/words-for-failures.mjs). */
  stylesheets: "",
};
const kept = globalThis.publicPages;
const { pages, begun } = kept;

/**
 * Next's page cache, in memory and bounded. Public pages hold no component that runs in the browser, so whatever Next
 * adds to run one is taken out before a page is kept or sent; a list gets one small script of ours. A page that says
 * its status (components/public/frame/answer-status.tsx) leaves nothing behind.
 */
export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const page = pages.get(key);
    if (page) {
      globalThis.rendering?.isKeptUnder(key);
      return page;
    }
    // Only what has to be made waits for its turn, or is told to come again (lib/site/rendering.mjs).
    const busy = await globalThis.rendering?.begin();
    if (busy) return inItsPlace(busy);
    const madeMeanwhile = pages.get(key);
    if (!madeMeanwhile) begun.set(key, kept.revalidations);
    return madeMeanwhile ?? null;
  }

  /**
   * Next sends the value it hands over here, so changing it changes the first answer as well as the kept one
   * (tests/e2e/reading.spec.ts holds Next to that).
   *
   * @param {string} key
   * @param {any} value
   * @param {{ cacheControl?: any }} context
   */
  async set(key, value, { cacheControl }) {
    globalThis.rendering?.end();
    const renderedAt = begun.get(key);
    begun.delete(key);
    cacheControls.delete(key);
    if (value?.kind !== "APP_PAGE") return;
    const [, status] = answerStatus.exec(value.html) ?? [];
    if (status) value.status = Number(status);
    value.html = withoutScripts(value.html)
      .replace(answerStatus, "")
      // A function, because "$" in a text would mean something else.
      .replace(scriptMark, () => listScript);
    const links = value.html.match(/<link rel="stylesheet"[^>]*>/g);
    if (links) kept.stylesheets = links.join("");
    // For navigation by script, which public pages do not have.
    value.rscData = Buffer.alloc(0);
    value.segmentData = undefined;
    // A page rendered while something was published may show what was public before.
    if (status || value.status >= 400 || renderedAt !== kept.revalidations) return;
    pages.set(key, { value, lastModified: Date.now(), cacheControl });
    globalThis.rendering?.isKeptUnder(key);
  }

  /** Nothing is kept by tags: whatever is revalidated, every page is made anew. */
  async revalidateTag() {
    globalThis.clearPublicPages?.();
  }

  resetRequestCache() {}
}

/**
 * Has every page made anew for its next reader, those that are being made just now included
 * (lib/site/forget-public-pages.ts).
 */
globalThis.clearPublicPages = () => {
  kept.revalidations += 1;
  pages.clear();
};

/**
 * Returns what Next sends as if it had been kept. Without a lifetime, which it would remember of every address.
 *
 * @param {{ status: number, seconds: number, path: string }} busy
 */
function inItsPlace({ status, seconds, path }) {
  const html = busyPage(path, seconds, kept.stylesheets);
  const headers = { "retry-after": String(seconds) };
  const value = { kind: "APP_PAGE", html, status, headers, rscData: Buffer.alloc(0) };
  return { value, lastModified: Date.now() };
}

/** @param {Page} page @param {string} key */
function sizeOf(page, key) {
  // Two bytes a character at most; headers and the entry itself are small beside the text.
  return 2 * (page.value.html.length + key.length) + 1024;
}
