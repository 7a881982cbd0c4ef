/**
 * Limits the caching of error responses to one second: Next would let a 404 be cached for a year. A response that says
 * "busy" is not cached at all, so that a cache in front may serve an older page instead.
 *
 * @param {import("node:http").ServerResponse} response
 */
export function cacheFailuresBriefly(response) {
  const { writeHead } = response;
  response.writeHead = /** @type {any} */ (
    (/** @type {[number]} */ ...args) => {
      const kept = String(response.getHeader("cache-control") ?? "");
      if (args[0] === 429 || args[0] === 503) response.setHeader("cache-control", "no-store");
      else if (args[0] >= 400 && /max-?age=[1-9]\d/u.test(kept))
        response.setHeader("cache-control", "public, max-age=0, s-maxage=1");
      return writeHead.apply(response, args);
    }
  );
}
