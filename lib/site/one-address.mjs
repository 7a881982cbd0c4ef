import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * Functions that find the city, country or partner that a part of an address names.
 *
 * @typedef {(name: string) => string | undefined} Find
 *
 * @typedef {{ city: Find, country: Find, partner: Find }} Places
 */

/** The languages of the public pages: each has a folder of messages. */
const locales = new Set(
  readdirSync(join(import.meta.dirname, "..", "..", "messages"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name),
);

const ofDay = /^asof=/iu;
const ofPlace = /^(city|country|partner)=(.+)$/u;

/**
 * Returns the one address of a public page that was requested in another spelling: with capitals, with a longer name of
 * the language ("en-GB", "zh-Hant"), with another or former name of a city, a country or a partner, or with `asof` for `asOf`. In
 * open data only the city is replaced. The query is kept. Null when the address is right or is not ours.
 *
 * @param {string} url the path and query of the request; its escapes can be decoded
 * @param {Places} places
 * @returns {string | null}
 */
export function oneAddress(url, places) {
  const [path = "", ...queries] = url.split("?");
  const query = queries.join("?");
  const [first = "", ...rest] = path.slice(1).split("/");
  const language = languageOf(first);
  if (language === null) return ofOpenData(url, path, places);
  const parts = rest.filter((part, index) => part !== "" || index < rest.length - 1);
  const to = [
    language,
    ...parts.map((part, index) => onePart(part, parts[index - 1] ?? "", places)),
  ];
  const asked = queries.length > 0 ? `?${oneQuery(query, places)}` : "";
  // Next itself removes a slash at the end.
  const isSame = to.join("/") === [first, ...parts].join("/") && asked === url.slice(path.length);
  return isSame ? null : `/${to.join("/")}${asked}`;
}

/** @param {string} url @param {string} path @param {Places} places */
function ofOpenData(url, path, places) {
  const [, before, named] = /^(\/api\/v1\/cities\/)([^/]+)$/u.exec(path) ?? [];
  const slug = named && places.city(decodeURIComponent(named));
  return slug && slug !== named ? `${before}${slug}${url.slice(path.length)}` : null;
}

/**
 * Returns the language of public pages that the first part of a path means, by the names that browsers and standards
 * use; null when it is not a language or has no messages.
 *
 * @param {string} part
 */
function languageOf(part) {
  if (locales.has(part)) return part;
  if (!/^[a-z]{2,3}(?:[-_][a-z\d]{1,8})*$/iu.test(part)) return null;
  try {
    const { language } = new Intl.Locale(part.replaceAll("_", "-"));
    return locales.has(language) ? language : null;
  } catch {
    return null;
  }
}

/** @param {string} part @param {string} before @param {Places} places */
function onePart(part, before, places) {
  const section = before.toLowerCase();
  // A cursor is case-sensitive.
  if (section === "after") return part;
  const named = decodeURIComponent(part);
  const place =
    section === "cities" || section === "history"
      ? places.city(named)
      : section === "partners"
        ? places.partner(named)
        : section === "countries" && places.country(named);
  if (place) return place;
  return section !== "countries" && /^[\w .-]+$/u.test(named)
    ? named.toLowerCase().replaceAll(/[\s_]+/gu, "-")
    : part;
}

/** @param {string} query @param {Places} places */
function oneQuery(query, places) {
  const pairs = query.split("&");
  const hasDay = pairs.some((pair) => pair.startsWith("asOf="));
  return pairs
    .filter((pair) => !ofDay.test(pair) || pair.startsWith("asOf=") || !hasDay)
    .map((pair) =>
      ofDay.test(pair) ? `asOf=${pair.slice("asOf=".length)}` : onePlace(pair, places),
    )
    .join("&");
}

/** @param {string} pair @param {Places} places */
function onePlace(pair, places) {
  const [, kind, value] = ofPlace.exec(pair) ?? [];
  if (!kind || !value) return pair;
  try {
    const named = decodeURIComponent(value.replaceAll("+", " "));
    const place = places[/** @type {keyof Places} */ (kind)](named);
    return place ? `${kind}=${place}` : pair;
  } catch {
    return pair;
  }
}
