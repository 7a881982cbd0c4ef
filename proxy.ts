import { type NextRequest, NextResponse } from "next/server";
import { listParameters, type PublicList, repeated } from "@/lib/domain/site/list";

/**
 * Gives the pages that run script a content security policy with a nonce of this one answer. Public pages carry no
 * script and have theirs from next.config.js; of those only the lists come through here.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl;
  const list =
    /^\/(?:[a-z]{2}|fil|tet)\/(?:cities\/[^/]+\/(?:projects\/[^/]+\/)?)?(changes)$/u.exec(
      pathname,
    ) ?? /^\/(?:[a-z]{2}|fil|tet)\/([a-z-]+)$/u.exec(pathname);
  if (list?.[1] && list[1] in listParameters) return toInnerPath(request, list[1] as PublicList);
  return /^\/(?:[a-z]{2}|fil|tet)\//u.test(pathname) ? fromInnerPath(request) : withNonce(request);
}

/**
 * Leads the address of a list to the path that its pages are kept under: the query becomes a segment of it
 * (lib/site/reading.ts reads it). Names that the list does not know are dropped, so that they make no pages of their own.
 */
function toInnerPath(request: NextRequest, list: PublicList) {
  const query = new URLSearchParams();
  for (const name of listParameters[list]) {
    const values = request.nextUrl.searchParams.getAll(name).map((value) => value.trim());
    const value = repeated[list]?.includes(name) ? values.filter(Boolean).join() : values[0];
    if (value) query.set(name, value);
  }
  const url = request.nextUrl.clone();
  if (list === "partners") url.pathname = url.pathname.replace(/partners$/u, partnerList);
  url.pathname += `/-${Buffer.from(query.toString()).toString("base64url")}`;
  return NextResponse.rewrite(url);
}

/** Beside the list of partners there are pages of partners: its pages are kept elsewhere. */
const partnerList = "partner-list";

/** The paths that pages are kept under, with a day or a query in them, are nobody's address. */
function fromInnerPath(request: NextRequest) {
  const [, locale, folder, inner, ...rest] = request.nextUrl.pathname.split("/");
  const url = request.nextUrl.clone();
  if (folder === "cities") {
    url.pathname = url.pathname.replace(/\/changes\/.*$/u, "/changes");
    url.search = "";
    return NextResponse.redirect(url);
  }
  const outer = folder === partnerList ? "partners" : folder;
  url.pathname = `/${[locale, ...(folder === "as-of" ? rest : [outer])].join("/")}`;
  url.search = folder === "as-of" && inner ? `asOf=${inner}` : "";
  return NextResponse.redirect(url);
}

function withNonce(request: NextRequest) {
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

export const config = {
  matcher: [
    "/office/:path*",
    "/sign-in",
    "/set-password",
    "/unsubscribe",
    "/:locale([a-z]{2}|fil|tet)/:list(projects|changes|feedback|partner-list|support-needed|compare)/:query*",
    "/:locale([a-z]{2}|fil|tet)/partners",
    "/:locale([a-z]{2}|fil|tet)/cities/:city/changes/:query*",
    "/:locale([a-z]{2}|fil|tet)/cities/:city/projects/:project/changes/:query*",
    "/:locale([a-z]{2}|fil|tet)/as-of/:path*",
  ],
};
