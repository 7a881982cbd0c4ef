/**
 * Caches a value until something is published; all who ask meanwhile share one read. A failure is not cached.
 *
 * @template T
 * @param {() => Promise<T>} read
 * @param {() => number} revalidations how often the page cache was cleared (lib/site/next/page-cache.mjs)
 * @returns {() => Promise<T>}
 */
export function untilPublished(read, revalidations) {
  /** @type {{ at: number, value: Promise<T> } | undefined} */
  let kept;
  return () => {
    const at = revalidations();
    if (kept?.at === at) return kept.value;
    const asked = { at, value: read() };
    kept = asked;
    asked.value.catch(() => {
      if (kept === asked) kept = undefined;
    });
    return asked.value;
  };
}
