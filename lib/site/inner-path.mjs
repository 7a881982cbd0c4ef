import { isDay } from "../domain/values/calendar-day.mjs";
import { pageAt } from "./pages.mjs";

// The page cache keys pages by path alone, but an address can also hold a day and filters. They are packed into the
// first part of an inner path, after the language: "/en~YXNPZj0yMDI0LTA5LTI1/cities". proxy.ts rewrites to it.

const mark = "~";

/**
 * Returns the inner path of a public address. Null when the address has no parameter that its page knows: then the path
 * itself is the key.
 *
 * @param {string} pathname "/en/cities"
 * @param {URLSearchParams} query
 * @returns {string | null}
 */
export function innerPath(pathname, query) {
  const [, locale = "", ...parts] = pathname.split("/");
  const path = parts.map((part) => `/${part}`).join("");
  const page = pageAt(path);
  const day = query.get("asOf");
  if (day && !isDay(day)) return `/${locale}/no-such-day`;
  // A page with other parameters ignores the day; any other page without days says that it has none.
  if (day && !page?.isByDay && !page?.parameters)
    return `/${withQuery(locale, new URLSearchParams({ asOf: day }))}/without-days${path}`;

  const asked = new URLSearchParams();
  for (const name of page?.parameters ?? []) {
    const values = query.getAll(name).map((value) => value.trim());
    const value = page?.repeated?.includes(name) ? values.filter(Boolean).join() : values[0];
    if (value) asked.set(name, value);
  }
  if (day && page?.isByDay) asked.set("asOf", day);
  return asked.size > 0 ? `/${withQuery(locale, asked)}${path}` : null;
}

/** @param {string} locale @param {URLSearchParams} query */
function withQuery(locale, query) {
  return `${locale}${mark}${Buffer.from(query.toString()).toString("base64url")}`;
}

/**
 * Returns the public address of an inner path, to which a request for the inner path is redirected; null for any other
 * path.
 *
 * @param {string} pathname
 * @returns {string | null}
 */
export function outerAddress(pathname) {
  const [, first = "", ...parts] = pathname.split("/");
  if (!first.includes(mark)) return null;
  const { locale, query } = readFirstPart(first);
  const rest = parts[0] === "without-days" ? parts.slice(1) : parts;
  const asked = new URLSearchParams(query).toString();
  return `/${[locale, ...rest].join("/")}${asked && `?${asked}`}`;
}

/**
 * Returns the language and the query in the first part of a public page's path.
 *
 * @param {string} part "en", "en~YXNPZj0yMDI0LTA5LTI1"
 * @returns {{ locale: string, query: Record<string, string> }}
 */
export function readFirstPart(part) {
  const [locale = "", packed = ""] = part.split(mark);
  const query = Buffer.from(packed, "base64url").toString("utf8");
  return { locale, query: Object.fromEntries(new URLSearchParams(query)) };
}
