/**
 * Keeps what was read for as long as nothing is published, so that it is read once by all who ask meanwhile. What failed
 * is not kept: the next one who asks reads again.
 *
 * @template T
 * @param {() => Promise<T>} read
 * @param {() => number} revalidations how often pages had to be made anew so far (lib/site/next/page-cache.mjs)
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
