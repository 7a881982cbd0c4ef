/** Maximum body size of each route, by prefix: the first match counts. */
const limits = /** @type {const} */ ([
  // next-auth reads an address and a password.
  [/^\/api\/auth(?:\/|$)/u, 16_000],
  // A form of text (lib/web/typed-form.ts).
  [/^\/api\/feedback$/u, 64_000],
  // Files and sheets; their routes count bytes as they read, and refuse with a reason.
  [/^\/api\/office\/uploads(?:\/|$)/u, 64_000_000],
  [/^\/api\/office\/plans\/[^/]+\/imports$/u, 64_000_000],
  // All fields of a record, or rows of a table (lib/web/command-route.ts).
  [/^\/api\/office\//u, 16_000_000],
  // Forms; Next reads no more either.
  [/^\/(?:office|sign-in|set-password|unsubscribe)(?:\/|$)/u, 1_000_000],
  [/^/u, 16_000],
]);

/**
 * These may arrive chunked without a length and are counted as they are read: files by their routes, forms by Next,
 * which forwards a form in chunks to the worker of another page.
 */
const countedAsRead =
  /^\/(?:api\/office\/(?:uploads|plans\/[^/]+\/imports)|office|sign-in|set-password|unsubscribe)(?:\/|$)/u;

/**
 * Returns why the body of a request is refused before any work; null when it is accepted. A stated length is reliable:
 * node enforces it.
 *
 * @param {{ headers: import("node:http").IncomingHttpHeaders }} request
 * @param {string} path without its query
 * @returns {{ status: 411 | 413, words: string } | null}
 */
export function refuseBody({ headers }, path) {
  const max = limits.find(([pattern]) => pattern.test(path))?.[1] ?? 0;
  if (Number(headers["content-length"] ?? 0) > max)
    return {
      status: 413,
      words: `This request is too large: send at most ${max.toLocaleString("en")} bytes.`,
    };
  if (headers["transfer-encoding"] !== undefined && !countedAsRead.test(path))
    return { status: 411, words: "The request needs a Content-Length header." };
  return null;
}
