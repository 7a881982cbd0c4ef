import "server-only";
import { env } from "@/lib/settings/env";
import { isFromThisSite } from "@/lib/web/from-this-site.mjs";

/** Whether this is JSON of a page of this site; another site's form or script is not let in with the reader's cookie. */
export function isOwnJson(request: Request): boolean {
  return mediaTypeOf(request) === "application/json" && isOfThisSite(request);
}

/** Whether a request is of a page of this site, as lib/web/from-this-site.mjs has it. */
export function isOfThisSite({ headers }: Request): boolean {
  return isFromThisSite((name) => headers.get(name), env().NEXTAUTH_URL);
}

/** The media type that a request says its body has, without parameters, in small letters. */
export function mediaTypeOf({ headers }: Request): string {
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  return type.trim().toLowerCase();
}
