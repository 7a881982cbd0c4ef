import "server-only";

declare global {
  /**
   * Set by the page cache (lib/site/next/page-cache.mjs), which Next loads by itself; not there before the first page.
   */
  var clearPublicPages: (() => void) | undefined;
}

/**
 * Has every public page of this process made anew for its next reader. To be called after the commit by whatever
 * publishes; the other processes are told by the database (lib/jobs/subscribe-to-publications.ts).
 */
export function forgetPublicPages(): void {
  globalThis.clearPublicPages?.();
}
