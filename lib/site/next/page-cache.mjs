import { LRUCache } from "lru-cache";
// Next stores the lifetime of every address that it rendered, 404s included, and removes none of them.
import lifetimes from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import { busyPage } from "../apology-page.mjs";
import { listScript, scriptMark } from "../list-script.mjs";
import { withoutScripts } from "./without-scripts.mjs";

const answerStatus = /<meta name="answer-status" content="(\d{3})"\/>/;

const { cacheControls } = lifetimes.SharedCacheControls;
const maxBytes = 32 * 1024 * 1024;

/** @typedef {{ value: any, lastModified: number, cacheControl: any }} Page */

/**
 * Next makes one PageCache for each request and loads this file twice, by itself and bundled with its routes. The pages
 * are therefore global to the process; otherwise a publication would clear only one of two caches.
 */
globalThis.publicPages ??= {
  pages: new LRUCache({
    maxSize: maxBytes,
    sizeCalculation: sizeOf,
    dispose: (_page, key) => cacheControls.delete(key),
  }),
  /** Pages being rendered, with the number of clearings when each began. */
  begun: new LRUCache({ max: 1000 }),
  revalidations: 0,
  /**
   * The stylesheets of the last page that did not fail: a failed page has lost its own
   * (lib/site/next/words-for-failures.mjs).
   */
  stylesheets: "",
};
const kept = globalThis.publicPages;
const { pages, begun } = kept;

/**
 * Next's page cache, in memory and bounded. Public pages have no client components, so everything that Next adds for
 * them is removed before a page is cached or sent; a list page gets one small script of ours. Pages with an error
 * status (components/public/frame/answer-status.tsx) are never cached.
 */
export default class PageCache {
  /** @param {string} key */
  async get(key) {
    const page = pages.get(key);
    if (page) {
      globalThis.rendering?.isKeptUnder(key);
      return page;
    }
    // Only a page that must be rendered waits for a slot, or is refused (lib/site/rendering.mjs).
    const busy = await globalThis.rendering?.begin();
    if (busy) return inItsPlace(busy);
    const madeMeanwhile = pages.get(key);
    if (!madeMeanwhile) begun.set(key, kept.revalidations);
    return madeMeanwhile ?? null;
  }

  /**
   * Next sends the same value that it passes here, so a change applies to the first answer as well as to the cached one
   * (tests/e2e/reading.spec.ts checks this).
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
      // A function, because "$" has a meaning in a replacement text.
      .replace(scriptMark, () => listScript);
    const links = value.html.match(/<link rel="stylesheet"[^>]*>/g);
    if (links) kept.stylesheets = links.join("");
    // The data for client-side navigation, which public pages do not have.
    value.rscData = Buffer.alloc(0);
    value.segmentData = undefined;
    // A page that was rendered while something was published may be outdated, so it is not cached.
    if (status || value.status >= 400 || renderedAt !== kept.revalidations) return;
    pages.set(key, { value, lastModified: Date.now(), cacheControl });
    globalThis.rendering?.isKeptUnder(key);
  }

  /** Pages have no tags: any revalidation clears all pages. */
  async revalidateTag() {
    globalThis.clearPublicPages?.();
  }

  resetRequestCache() {}
}

/** Clears all pages, including those that are being rendered (lib/site/forget-public-pages.ts). */
globalThis.clearPublicPages = () => {
  kept.revalidations += 1;
  pages.clear();
};

/**
 * Returns a "busy" page in the form of a cached page. It has no lifetime, because Next would store that for each
 * address.
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
  // A character takes at most two bytes; headers and the entry itself are small beside the text.
  return 2 * (page.value.html.length + key.length) + 1024;
}
