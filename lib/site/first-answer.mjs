import { badAddressPage } from "./apology-page.mjs";
import { oneAddress } from "./one-address.mjs";

/**
 * An answer that is given without a page.
 *
 * @typedef {{ status: number, headers: Record<string, string>, body: string }} FirstAnswer
 */

/** The same headers as other answers have (next.config.js). */
const safe = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "strict-origin-when-cross-origin",
};
const ofApi = /^\/api\//u;
/** Paths of pages with forms that post to themselves. */
const ofPeople = /^\/(?:office|sign-in|set-password|unsubscribe)(?:\/|$)/u;

/**
 * Returns the answer that is given before Next is asked: 400 for an address that cannot be decoded, 405 for a method
 * that pages do not support, and 308 to the one address of a page that was requested in another spelling
 * (lib/site/one-address.mjs). Null when the application answers.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {() => Promise<import("./one-address.mjs").Places>} readPlaces
 * @returns {Promise<FirstAnswer | null>}
 */
export async function firstAnswer({ method = "GET", url = "/" }, readPlaces) {
  const [path = ""] = url.split("?");
  if (!isReadable(url, path)) return badAddress(path);
  const allowed = ofPeople.test(path) ? "GET, HEAD, POST" : "GET, HEAD";
  if (!ofApi.test(path) && method !== "OPTIONS" && !allowed.split(", ").includes(method))
    return badMethod(method, allowed);
  if (method !== "GET" && method !== "HEAD") return null;
  const location = oneAddress(url, await readPlaces());
  return location === null ? null : lead(location);
}

/**
 * Returns true when the path is valid UTF-8 and the address has no U+0000, which the database refuses.
 * @param {string} url @param {string} path
 */
function isReadable(url, path) {
  if (!url.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return !url.includes("%00");
  } catch {
    return false;
  }
}

/** @param {string} path @returns {FirstAnswer} */
function badAddress(path) {
  const headers = { ...safe, "cache-control": "no-store" };
  if (!ofApi.test(path)) {
    const { stylesheets = "" } = globalThis.publicPages ?? {};
    const body = badAddressPage(path, stylesheets);
    return {
      status: 400,
      headers: { ...headers, "content-type": "text/html; charset=utf-8" },
      body,
    };
  }
  const body = JSON.stringify({
    type: "about:blank",
    status: 400,
    title: "This address is not valid",
    detail:
      "It contains a percent sign without a valid UTF-8 character after it, or the character zero.",
  });
  return {
    status: 400,
    headers: { ...headers, ...forAnySite, "content-type": "application/problem+json" },
    body,
  };
}

/** @param {string} method @param {string} allow @returns {FirstAnswer} */
function badMethod(method, allow) {
  return {
    status: 405,
    headers: {
      ...safe,
      allow,
      "cache-control": "no-store",
      "content-type": "text/plain; charset=utf-8",
    },
    body: `This page can only be read (${allow}); ${method} is not supported.\n`,
  };
}

/**
 * The redirect is cached for an hour only: a new city may get a name by which another one was found. @param {string}
 * location @returns {FirstAnswer}
 */
function lead(location) {
  const headers = { ...safe, ...(ofApi.test(location) && forAnySite), location };
  return {
    status: 308,
    headers: { ...headers, "cache-control": "public, max-age=3600" },
    body: "",
  };
}

const forAnySite = { "access-control-allow-origin": "*" };
