import createNextIntlPlugin from "next-intl/plugin";
import { listScriptHash } from "./lib/site/list-script.mjs";
import { languagePattern, pathsOfPeople, publicPages, toSources } from "./lib/site/pages.mjs";

const withWords = createNextIntlPlugin("./messages/request.ts");
const isDevelopment = process.env.NODE_ENV === "development";

const locale = `:locale(${languagePattern})`;

/** Cards that any site may show in a frame. */
const embedded = `/${locale}/embed/:path*`;

/**
 * The content security policy of public pages: no script (lib/site/next/page-cache.mjs), or only that of lists. Pages
 * of the office get their policy from proxy.ts.
 */
const policyWith = (...scripts) =>
  [
    "default-src 'none'",
    ...(isDevelopment
      ? ["script-src 'self' 'unsafe-inline' 'unsafe-eval'", "connect-src 'self' ws:"]
      : scripts),
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
const policy = policyWith("script-src 'none'");
const listPolicy = policyWith(`script-src ${listScriptHash}`, "connect-src 'self'");
const embedPolicy = policy.replace("frame-ancestors 'none'", "frame-ancestors *");

/** @param {Record<string, string>} named */
function headersOf(named) {
  return Object.entries(named).map(([key, value]) => ({ key, value }));
}

export default withWords({
  typedRoutes: true,
  poweredByHeader: false,
  // `npm test` checks types; checking them again in a build takes half a minute.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  cacheHandler: new URL("./lib/site/next/page-cache.mjs", import.meta.url).pathname,
  cacheMaxMemorySize: 0,
  // graphile-worker reads files beside its own code.
  serverExternalPackages: ["graphile-worker"],

  headers: async () => [
    {
      source: "/:path*",
      headers: headersOf({
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Cross-Origin-Opener-Policy": "same-origin",
      }),
    },
    {
      // Files have a stricter policy of their own (lib/files/answer.ts).
      source: `/((?!${[
        ...pathsOfPeople.map((path) => `${path}$|${path}/`),
        "api/office/files/",
        "api/v1/files/",
        `(?:${languagePattern})/embed/`,
      ].join("|")}).*)`,
      headers: headersOf({ "Content-Security-Policy": policy }),
    },
    {
      source: embedded,
      headers: headersOf({ "Content-Security-Policy": embedPolicy }),
    },
    {
      source: "/api",
      headers: headersOf({
        "Cache-Control": "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
      }),
    },
    ...toSources(publicPages.filter(({ hasListScript }) => hasListScript)).map((source) => ({
      source,
      headers: headersOf({ "Content-Security-Policy": listPolicy }),
    })),
    {
      // One second, so that a cache in front of this server shows a new edition within two seconds.
      source: `/${locale}/:path*`,
      headers: headersOf({
        "Cache-Control": "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
      }),
    },
    ...toSources(publicPages.filter(({ isMadeEachTime }) => isMadeEachTime)).map((source) => ({
      source,
      headers: headersOf({ "Cache-Control": "no-store" }),
    })),
    {
      source: "/api/v1/:path*",
      headers: headersOf({
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
        "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, Range",
        "Access-Control-Expose-Headers":
          "ETag, Content-Disposition, Content-Range, RateLimit, RateLimit-Policy, Retry-After",
        "Access-Control-Max-Age": "86400",
      }),
    },
  ],

  // This page is in English only, at an address without a language.
  rewrites: async () => ({ beforeFiles: [{ source: "/api", destination: "/en/open-data" }] }),
});
