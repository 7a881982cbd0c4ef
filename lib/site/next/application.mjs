import { createServer } from "node:http";
import { isIPv6 } from "node:net";
import next from "next";

/** Headers that Next and proxies set for themselves; from a client they are an attempt to impersonate them. */
export const internalHeaders =
  /^(next-resume|x-(middleware|invoke|matched|now|next)-.*|x-real-ip)$/;

/**
 * Returns Next's request handler for our own server.
 *
 * @param {{ dir: string, host?: string | undefined, port: number }} of the folder of the build, and where the server
 * listens
 */
export function makeApplication({ dir, host = "localhost", port }) {
  // The address to which Next forwards a form whose action belongs to another page. Without it Next uses the scheme of
  // the reader's request, but behind a proxy with a certificate this server does not speak https.
  process.env["__NEXT_PRIVATE_ORIGIN"] = `http://${isIPv6(host) ? `[${host}]` : host}:${port}`;
  return next({
    dev: false,
    dir,
    // The host is not the address on which the server listens, because Next treats 127.0.0.1 as localhost in one place
    // and not in another, and then takes its own rewrites for those to another server.
    hostname: "localhost",
    port,
    // Next adds a handler for WebSockets to the server that it gets. Production needs none, so it gets a server that
    // never listens, and a request for an upgrade is answered like any other.
    httpServer: createServer(),
  });
}

/**
 * Restores the host of a form that Next forwarded to this server: the forwarded request names the address on which it
 * listens, and Next compares the host with the Origin header, which is the site's. A client that forges the header
 * gains nothing, because the origin is checked against the site's address in any case (lib/web/from-this-site.mjs).
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {string} address NEXTAUTH_URL
 */
export function restoreHost({ method, headers }, address) {
  if (method === "POST" && headers["x-action-forwarded"]) headers.host = new URL(address).host;
}
