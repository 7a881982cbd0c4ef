import { type NextRequest, NextResponse } from "next/server";

/**
 * Gives the pages that run script a content security policy with a nonce of this one answer. Only those pages come
 * through here: public pages carry no script and are served from the cache (next.config.js has their policy).
 */
export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID());
  // `next dev` compiles with eval and puts styles inline; a build does neither.
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

export const config = { matcher: ["/office/:path*", "/sign-in", "/set-password"] };
