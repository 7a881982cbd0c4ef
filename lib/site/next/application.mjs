import { createServer } from "node:http";
import next from "next";

/** What Next and proxies tell themselves in headers; from anybody else it is an attempt to pass for them. */
export const internalHeaders =
  /^(next-resume|x-(middleware|invoke|matched|now|next)-.*|x-real-ip)$/;

/**
 * Next, in a server of our own.
 *
 * @param {{ dir: string, port: number }} of
 */
export function makeApplication({ dir, port }) {
  return next({
    dev: false,
    dir,
    // Not the address listened on: Next calls 127.0.0.1 localhost in one place and not in another, and then takes its own
    // rewrites for those to another server.
    hostname: "localhost",
    port,
    // Next attaches a handler for WebSockets to the server it is given. In production there are none: it gets one that
    // never listens, and a request that asks for an upgrade is answered like any other.
    httpServer: createServer(),
  });
}
