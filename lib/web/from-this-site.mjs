/**
 * Returns true when a writing request may come from a page of this site. Browsers state the origin in two headers that no
 * page can set; a statement of another site is always believed. A request with a cookie, which another site could
 * cause, must state this site: every current browser sends Origin with a write. A request without a cookie acts for
 * nobody, such as a mail program that unsubscribes.
 *
 * @param {(name: string) => string | null | undefined} header
 * @param {string} address NEXTAUTH_URL; http is another site than https
 */
export function isFromThisSite(header, address) {
  const site = header("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  const origin = header("origin");
  // A page that hides its address, such as /set-password, sends "null": then the other header counts.
  if (origin && origin !== "null") return origin === new URL(address).origin;
  return site === "same-origin" || !header("cookie");
}

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/**
 * Returns why a request is refused before any work: it would write, and is not from a page of this site. Null for every
 * other. The office's own pages read the answer as that of a command.
 *
 * @param {{ method?: string | undefined, url?: string | undefined, headers: import("node:http").IncomingHttpHeaders }}
 * request
 * @param {string} address NEXTAUTH_URL
 * @returns {{ status: 403, type: string, words: string } | null}
 */
export function refuseForeign({ method = "GET", url = "/", headers }, address) {
  if (safeMethods.includes(method)) return null;
  if (isFromThisSite((name) => headers[name]?.toString(), address)) return null;
  return url.startsWith("/api/office/")
    ? { status: 403, type: "application/json", words: refusal }
    : {
        status: 403,
        type: "text/plain; charset=utf-8",
        words: `This request can only be sent from ${address}.`,
      };
}

const refusal = JSON.stringify({ ok: false, refusal: { code: "forbidden" } });
