/**
 * Returns true when this is a path of this site, to which it is safe to redirect after signing in. It is judged as a
 * browser does: tabs and line breaks are dropped and a backslash counts as a slash, so "/\evil.example" leaves the
 * site.
 */
export function isOnThisSite(path: string): boolean {
  if (!path.startsWith("/") || /[\u0000-\u001f\\]/u.test(path)) return false;
  const here = "https://this.site.invalid";
  return URL.canParse(path, here) && new URL(path, here).origin === here;
}

/** Returns the path to go to after signing in: the requested one if it is on this site, otherwise the office. */
export function placeAfterSignIn(asked: unknown): string {
  return typeof asked === "string" && isOnThisSite(asked) ? asked : "/office";
}
