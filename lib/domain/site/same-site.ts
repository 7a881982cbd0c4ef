/**
 * Returns whether this is a path of this site, safe to send somebody to after signing in. Judged as a browser would:
 * it drops tabs and line breaks and takes a backslash for a slash, so "/\evil.example" leaves the site.
 */
export function isOnThisSite(path: string): boolean {
  if (!path.startsWith("/") || /[\u0000-\u001f\\]/u.test(path)) return false;
  const here = "https://this.site.invalid";
  return URL.canParse(path, here) && new URL(path, here).origin === here;
}

/** Where somebody goes after signing in: the path they asked for if it is one of this site's, else the office. */
export function placeAfterSignIn(asked: unknown): string {
  return typeof asked === "string" && isOnThisSite(asked) ? asked : "/office";
}
