/** The largest body that each route takes, by how its address begins: the first that fits counts. */
const limits = /** @type {const} */ ([
  // What next-auth reads is an address and a password.
  [/^\/api\/auth(?:\/|$)/u, 16_000],
  // A form of text (lib/web/typed-form.ts).
  [/^\/api\/feedback$/u, 64_000],
  // Files and sheets, which their routes count as they read them: refused with a reason rather than cut off.
  [/^\/api\/office\/uploads(?:\/|$)/u, 64_000_000],
  [/^\/api\/office\/plans\/[^/]+\/imports$/u, 64_000_000],
  // All fields of a record, or rows of a table (lib/web/command-route.ts).
  [/^\/api\/office\//u, 16_000_000],
  // Forms; the framework reads no more of one either.
  [/^\/(?:office|sign-in|set-password|unsubscribe)(?:\/|$)/u, 1_000_000],
  [/^/u, 16_000],
]);

/**
 * These may come in pieces without saying how long they are, and are counted as they are read: files by their routes,
 * forms by Next, which hands a form on to another page's worker in pieces where that holds its action.
 */
const countedAsRead =
  /^\/(?:api\/office\/(?:uploads|plans\/[^/]+\/imports)|office|sign-in|set-password|unsubscribe)(?:\/|$)/u;

/**
 * Why the body of a request is not read, before anything is done for it; null where it may be. A body whose length is
 * told is no longer than that: node holds whoever sends it to its word.
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
