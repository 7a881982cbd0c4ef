import "server-only";

/** The headers with which a client can check whether its copy is current. */
export type Validators = {
  /** The tag in quotation marks, as the header has it. */
  etag: string;
  /** The time to the second, as HTTP has it; left out when only the tag identifies the content. */
  lastModified?: Date;
};

/**
 * Returns true when the client already has this answer and gets 304 (RFC 9110, 13.2.2). The tag takes precedence over
 * the time. Tags are compared weakly, because a proxy that compresses an answer makes its tag a weak one.
 */
export function isKnown(request: Request, { etag, lastModified }: Validators): boolean {
  const known = request.headers.get("if-none-match");
  if (known !== null)
    return known.split(",").some((each) => ["*", etag].includes(each.trim().replace(/^W\//u, "")));
  if (lastModified === undefined) return false;
  const since = Date.parse(request.headers.get("if-modified-since") ?? "");
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}
