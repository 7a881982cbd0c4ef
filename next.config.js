import createNextIntlPlugin from "next-intl/plugin";
import { listScriptHash } from "./lib/site/list-script.mjs";

const withWords = createNextIntlPlugin("./messages/request.ts");
const isDevelopment = process.env.NODE_ENV === "development";

/** A day that exists, from 1900 to 2199, as lib/domain/values/day.ts has it. */
const year = "(?:19|20|21)\\d{2}";
const leapYear = "(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)";
const day = `(?:${[
  `${year}-(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])`,
  `${year}-(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)`,
  `${year}-02-(?:0[1-9]|1\\d|2[0-8])`,
  `${leapYear}-02-29`,
].join("|")})`;

/** Any two letters, so that a language without words here is answered as such; "api" is none. */
const locale = ":locale([a-z]{2}|fil|tet)";

/** Cards that any site may show in a frame. */
const embedded = `/${locale}/embed/:path*`;

/**
 * Public pages run no script (lib/site/page-cache.mjs), or the one of lists; the pages of the office get their policy from
 * proxy.ts.
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
  // `npm test` checks types; a build has nothing to add to that but half a minute.
  typescript: { ignoreBuildErrors: true },
  experimental: { globalNotFound: true },
  cacheHandler: new URL("./lib/site/page-cache.mjs", import.meta.url).pathname,
  cacheMaxMemorySize: 0,
  // It looks for files of its own beside its code.
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
      // Files have a narrower one of their own (lib/files/answer.ts).
      source:
        "/((?!office$|office/|sign-in$|set-password$|unsubscribe$|api/office/files/|api/v1/files/|(?:[a-z]{2}|fil|tet)/embed/).*)",
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
    {
      source: `/${locale}/projects`,
      headers: headersOf({ "Content-Security-Policy": listPolicy }),
    },
    {
      // Short enough for a cache in front of this server to show a new edition within two seconds.
      source: `/${locale}/:path*`,
      headers: headersOf({
        "Cache-Control": "public, max-age=0, s-maxage=1, stale-while-revalidate=1",
      }),
    },
    {
      // Holds when it was made, or what somebody typed.
      source: `/${locale}/feedback`,
      headers: headersOf({ "Cache-Control": "no-store" }),
    },
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

  rewrites: async () => ({
    beforeFiles: [
      // In English alone, at an address that is not a language's.
      { source: "/api", destination: "/en/open-data" },
      {
        source: `/${locale}/:path*`,
        has: [{ type: "query", key: "asOf", value: `(?!${day}$).*` }],
        destination: "/:locale/no-such-day",
      },
      {
        // Lists and change logs have their day in the segment that proxy.ts writes.
        source: `/${locale}/:path((?!projects|changes|feedback|partner-list|support-needed|compare|cities/[^/]+/(?:projects/[^/]+/)?changes(?:/|$)).*)*`,
        has: [{ type: "query", key: "asOf", value: `(?<day>${day})` }],
        destination: "/:locale/as-of/:day/:path*",
      },
    ],
  }),
});
