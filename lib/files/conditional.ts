import "server-only";

/** By what a client says whether what it has is what it would get. */
export type Validators = {
  /** In quotation marks, as the header has it. */
  etag: string;
  /** To the second, as HTTP has it; left out where only the tag says it. */
  lastModified?: Date;
};

/**
 * Whether the client that asks has this already and is answered 304 (RFC 9110, 13.2.2): the tag counts before the time.
 * Tags are compared weakly, because a proxy that packs an answer makes its tag a weak one.
 */
export function isKnown(request: Request, { etag, lastModified }: Validators): boolean {
  const known = request.headers.get("if-none-match");
  if (known !== null)
    return known.split(",").some((each) => ["*", etag].includes(each.trim().replace(/^W\//u, "")));
  if (lastModified === undefined) return false;
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}
