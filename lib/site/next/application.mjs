import { createServer } from "node:http";
import { isIPv6 } from "node:net";
import next from "next";

/** What Next and proxies tell themselves in headers; from anybody else it is an attempt to pass for them. */
export const internalHeaders =
  /^(next-resume|x-(middleware|invoke|matched|now|next)-.*|x-real-ip)$/;

/**
 * Next, in a server of our own.
 *
 * @param {{ dir: string, host?: string | undefined, port: number }} of the folder of the build, and where the server listens
 */
export function makeApplication({ dir, host = "localhost", port }) {
  // Where Next sends a form whose action belongs to another page. By itself it takes the scheme that the reader used, and
  // behind a proxy with a certificate this server does not speak https.
  process.env["__NEXT_PRIVATE_ORIGIN"] = `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
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

/**
 * Restores the host of a form that Next sent on to this server: its request names the address listened on, and Next compares
 * the host with the Origin header, which is the site's. Whoever says so without being Next gains nothing: the origin is
 * checked against the site's address in any case (lib/web/from-this-site.mjs).
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {string} address NEXTAUTH_URL
 */
export function restoreHost({ method, headers }, address) {
  if (method === "POST" && headers["x-action-forwarded"]) headers.host = new URL(address).host;
}
