import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import lifetimes from "next/dist/server/lib/incremental-cache/shared-cache-controls.external.js";
import { LRUCache } from "next/dist/server/lib/lru-cache.js";

// This file is loaded into the server under test. On SIGUSR2 it collects garbage and writes the number of bytes in use
// and the keys of the server's caches: `{ heapBytes, keys: { publicPages, begun, cacheControls, next } }`.
const file = join(process.env["DATA_DIR"] ?? "", "heap");

/** Holds the caches of this kind that Next used; they have no names. */
const cachesOfNext = new Set();
for (const name of ["get", "set"]) {
  const method = LRUCache.prototype[name];
  LRUCache.prototype[name] = function noteAndCall(...args) {
    cachesOfNext.add(this);
    return method.apply(this, args);
  };
}

process.on("SIGUSR2", async () => {
  // One collection may free what the next one needs.
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    await wait(100);
  }
  const { pages, begun } = globalThis.publicPages;
  const keys = {
    publicPages: [...pages.keys()],
    begun: [...begun.keys()],
    cacheControls: [...lifetimes.SharedCacheControls.cacheControls.keys()],
    next: [...cachesOfNext].flatMap((cache) => [...cache].map(([key]) => key)),
  };
  const heapBytes = process.memoryUsage().heapUsed;
  writeFileSync(`${file}.new`, JSON.stringify({ heapBytes, keys }));
  renameSync(`${file}.new`, file);
});
