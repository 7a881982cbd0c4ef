import "server-only";

declare global {
  /**
   * The page cache sets it (lib/site/next/page-cache.mjs). Next loads that file itself, so it is missing before the
   * first page.
   */
  var clearPublicPages: (() => void) | undefined;
}

/**
 * Clears the public page cache of this process. A publication calls it after its commit; other processes are notified
 * through the database (lib/jobs/subscribe-to-publications.ts).
 */
export function forgetPublicPages(): void {
  globalThis.clearPublicPages?.();
}
