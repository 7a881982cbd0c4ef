import "server-only";

declare global {
  /** Set by the page cache (lib/site/page-cache.mjs), which Next loads by itself; not there before the first page. */
  var clearPublicPages: (() => void) | undefined;
}

/** Has every public page made anew for its next reader: for what a job publishes, outside of any request. */
export function forgetPublicPages(): void {
  globalThis.clearPublicPages?.();
}
