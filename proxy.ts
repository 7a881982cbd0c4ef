import { type NextRequest, NextResponse } from "next/server";
import { innerPath, outerAddress } from "@/lib/site/inner-path.mjs";
import { isPublicPath } from "@/lib/site/pages.mjs";

/**
 * Rewrites addresses of public pages with a query to the path under which such a page is cached, and gives the pages
 * with script a content security policy with a nonce for each answer. Public pages have their policy from
 * next.config.js; those without a query do not pass here.
 */
export function proxy(request: NextRequest) {
  const { pathname, searchParams } = request.nextUrl;
  const outer = outerAddress(pathname);
  if (outer) return NextResponse.redirect(new URL(outer, request.nextUrl));
  if (!isPublicPath(pathname)) return withNonce(request);
  const inner = innerPath(pathname, searchParams);
  return inner ? NextResponse.rewrite(new URL(inner, request.nextUrl)) : NextResponse.next();
}

function withNonce(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  // `next dev` compiles with eval and inlines styles; a build does neither.
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ""}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  // Next reads the nonce for its own scripts from this header of the request.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("cache-control", "no-store");
  return response;
}

/**
 * Next reads this without running it, so it is a literal; tests/unit/public-pages.test.ts compares it with
 * lib/site/pages.mjs.
 */
export const config = {
  matcher: [
    "/office/:path*",
    "/sign-in",
    "/set-password",
    "/unsubscribe",
    "/:locale([a-z]{2}|fil|tet)/changes",
    "/:locale([a-z]{2}|fil|tet)/cities/:city/changes",
    "/:locale([a-z]{2}|fil|tet)/cities/:city/projects/:project/changes",
    "/:locale([a-z]{2}|fil|tet)/compare",
    "/:locale([a-z]{2}|fil|tet)/feedback",
    "/:locale([a-z]{2}|fil|tet)/partners",
    "/:locale([a-z]{2}|fil|tet)/projects",
    "/:locale([a-z]{2}|fil|tet)/support-needed",
    { source: "/:locale([a-z]{2}|fil|tet)/:path*", has: [{ type: "query", key: "asOf" }] },
    "/:inner([a-z]{2,3}~[^/]*)/:path*",
  ],
};
