/**
 * Has caches forget a failure after a second, whatever Next says of it: it would have an address that leads nowhere kept
 * for a year. What is not made just now is not kept at all: a cache in front may show an older page in its place.
 *
 * @param {import("node:http").ServerResponse} response
 */
export function keepFailuresBriefly(response) {
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
