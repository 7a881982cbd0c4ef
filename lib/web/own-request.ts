import "server-only";
import { env } from "@/lib/settings/env";
import { isFromThisSite } from "@/lib/web/from-this-site.mjs";

/** Returns true when this is JSON from a page of this site; another site must not use the reader's cookie. */
export function isOwnJson(request: Request): boolean {
  return mediaTypeOf(request) === "application/json" && isOfThisSite(request);
}

/** Returns true when a request is from a page of this site, by lib/web/from-this-site.mjs. */
export function isOfThisSite({ headers }: Request): boolean {
  return isFromThisSite((name) => headers.get(name), env().NEXTAUTH_URL);
}

/** Returns the stated media type of a request's body, without parameters, in lower case. */
export function mediaTypeOf({ headers }: Request): string {
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  return type.trim().toLowerCase();
}
