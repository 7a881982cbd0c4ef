import { gunzipSync } from "node:zlib";
import { apologyPage } from "../apology-page.mjs";
import { isPublicPath } from "../pages.mjs";

/**
 * Replaces the answer of a public page that failed while rendering: Next sends an empty document for a script to fill,
 * and uses neither the error file nor the page cache. All other answers pass unchanged.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
export function putWordsForFailures(request, response) {
  const [path = ""] = (request.url ?? "").split("?");
  if (!isPublicPath(path)) return;
  const own = { writeHead: response.writeHead, write: response.write, end: response.end };
  /** @type {Buffer[] | null} */
  let held = null;
  let encoding = "";

  response.writeHead = /** @type {any} */ (
    (/** @type {[number]} */ ...args) => {
      const isHtml = String(response.getHeader("content-type")).startsWith("text/html");
      if (args[0] === 500 && isHtml && request.method === "GET") {
        held = [];
        encoding = String(response.getHeader("content-encoding") ?? "");
        for (const name of ["content-encoding", "content-length", "etag"])
          response.removeHeader(name);
      }
      return own.writeHead.apply(response, args);
    }
  );
  response.write = /** @type {any} */ (
    (/** @type {[any]} */ ...args) => {
      if (!response.headersSent) response.writeHead(response.statusCode);
      if (!held) return own.write.apply(response, args);
      held.push(Buffer.from(args[0]));
      return true;
    }
  );
  response.end = /** @type {any} */ (
    (/** @type {[any]} */ ...args) => {
      if (!response.headersSent && response.statusCode === 500) response.writeHead(500);
      if (!held) return own.end.apply(response, args);
      const [last] = args;
      if (typeof last === "string" || Buffer.isBuffer(last)) held.push(Buffer.from(last));
      const body = Buffer.concat(held);
      const html = (encoding === "gzip" ? gunzipSync(body) : body).toString("utf8");
      const isEmpty = html.includes('<html id="__next_error__"');
      const { stylesheets = "" } = globalThis.publicPages ?? {};
      return own.end.call(response, isEmpty ? apologyPage(path, html, stylesheets) : html, "utf8");
    }
  );
}
