/**
 * Whether a request that writes may have been made by a page of this site. Browsers say where a request comes from, in
 * two headers that no page can set: what either of them says of another site is believed. With a cookie, which another
 * site's page could have a browser send, one of them has to say that it is this site: every browser of these years says
 * Origin when something is sent. Who sends no cookie is nobody in particular, such as a mail program that unsubscribes.
 *
 * @param {(name: string) => string | null | undefined} header
 * @param {string} address NEXTAUTH_URL; http is another site than https
 */
export function isFromThisSite(header, address) {
  const site = header("sec-fetch-site");
  if (site && site !== "same-origin") return false;
  const origin = header("origin");
  // "null" is what a page says that tells nobody its address, /set-password among them: then the other header counts.
  if (origin && origin !== "null") return origin === new URL(address).origin;
  return site === "same-origin" || !header("cookie");
}

const reading = ["GET", "HEAD", "OPTIONS"];

/**
 * Why a request is not heard, before anything is done for it: it would write, and is not from a page of this site.
 * Null for every other. The office's own pages read the answer as that of a command.
 *
 * @param {{ method?: string | undefined, url?: string | undefined, headers: import("node:http").IncomingHttpHeaders }} request
 * @param {string} address NEXTAUTH_URL
 * @returns {{ status: 403, type: string, words: string } | null}
 */
export function refuseForeign({ method = "GET", url = "/", headers }, address) {
  if (reading.includes(method)) return null;
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
