import { locales } from "../domain/language/locales.mjs";
import { facetNames } from "../domain/site/facet-names.mjs";

/**
 * A public page, with all facts about its address that more than one module needs.
 *
 * @typedef {object} PublicPage
 * @property {string} path without the language, as its file lies in app/(public)/[locale]: "/cities/[city]"
 * @property {boolean} isByDay whether it can be read as of a day (`?asOf=`)
 * @property {boolean} isInSitemap whether the sitemap lists it under each language
 * @property {boolean} [isEnglishOnly] whether it is in English only
 * @property {readonly string[]} [parameters] which other parameters its address may have; others are ignored
 * @property {readonly string[]} [repeated] which of those may be repeated; the page gets their values joined with commas
 * @property {boolean} [hasListScript] whether it runs the script of lists
 * @property {boolean} [isMadeEachTime] whether it is rendered for each request and never cached
 */

/** @type {readonly PublicPage[]} */
export const publicPages = [
  { path: "", isByDay: true, isInSitemap: true },
  { path: "/accessibility", isByDay: false, isInSitemap: true },
  {
    path: "/changes",
    isByDay: true,
    isInSitemap: true,
    parameters: ["since", "cursor"],
  },
  { path: "/cities", isByDay: true, isInSitemap: true },
  { path: "/cities/[city]", isByDay: true, isInSitemap: true },
  {
    path: "/cities/[city]/changes",
    isByDay: true,
    isInSitemap: false,
    parameters: ["since", "cursor"],
  },
  { path: "/cities/[city]/plans/[plan]/editions/[number]", isByDay: false, isInSitemap: false },
  { path: "/cities/[city]/projects/[project]", isByDay: true, isInSitemap: true },
  {
    path: "/cities/[city]/projects/[project]/changes",
    isByDay: true,
    isInSitemap: false,
    parameters: ["since", "cursor"],
  },
  {
    path: "/cities/[city]/projects/[project]/editions/[number]",
    isByDay: false,
    isInSitemap: false,
  },
  {
    path: "/compare",
    isByDay: true,
    isInSitemap: true,
    parameters: ["city", "project", "focusArea"],
    repeated: ["city", "project"],
  },
  { path: "/countries/[code]", isByDay: true, isInSitemap: true },
  {
    // It holds the time at which it was rendered, or a form that was typed.
    path: "/feedback",
    isByDay: false,
    isInSitemap: false,
    parameters: ["about", "kind", "again", "sent"],
    isMadeEachTime: true,
  },
  { path: "/focus-areas/[area]", isByDay: true, isInSitemap: true },
  { path: "/history", isByDay: false, isInSitemap: true },
  { path: "/history/[chain]", isByDay: false, isInSitemap: false },
  { path: "/numbers", isByDay: false, isInSitemap: true },
  // The sitemap lists it as "/api".
  { path: "/open-data", isByDay: false, isInSitemap: false, isEnglishOnly: true },
  { path: "/outcomes/[outcome]", isByDay: true, isInSitemap: true },
  { path: "/outcomes/[outcome]/after/[cursor]", isByDay: true, isInSitemap: false },
  { path: "/partners", isByDay: true, isInSitemap: true, parameters: ["cursor"] },
  { path: "/partners/[partner]", isByDay: true, isInSitemap: true },
  {
    path: "/projects",
    isByDay: true,
    isInSitemap: true,
    // Filters are those of lib/queries/public/project-filters.ts.
    parameters: ["q", "city", ...facetNames, "effectiveFrom", "effectiveBefore", "sort", "cursor"],
    hasListScript: true,
  },
  { path: "/reports", isByDay: false, isInSitemap: true },
  { path: "/reports/[slug]", isByDay: false, isInSitemap: true },
  { path: "/reports/[slug]/cities/[city]", isByDay: false, isInSitemap: false },
  { path: "/reports/[slug]/[number]", isByDay: false, isInSitemap: false },
  { path: "/reports/[slug]/[number]/cities/[city]", isByDay: false, isInSitemap: false },
  { path: "/reports/[slug]/[number]/print", isByDay: false, isInSitemap: false },
  {
    path: "/support-needed",
    isByDay: true,
    isInSitemap: true,
    parameters: ["kind", "country", "focusArea", "stage", "cursor"],
  },
];

/** The first parts of the paths that people who work here ask for; their pages run script. */
export const pathsOfPeople = ["office", "sign-in", "set-password", "unsubscribe"];

/**
 * The pattern of the first part of a public page's path: any two letters, so that an unknown language gets a proper
 * answer, and the languages with three letters. "api" does not match.
 */
export const languagePattern = ["[a-z]{2}", ...locales.filter((locale) => locale.length > 2)].join(
  "|",
);

const publicPath = new RegExp(`^/(?:${languagePattern})(?:/|$)`, "u");

/** Returns true when this path begins with a language, as paths of public pages do. @param {string} path "/en/cities" */
export function isPublicPath(path) {
  return publicPath.test(path);
}

const patterns = publicPages.map((page) => ({
  page,
  pattern: new RegExp(`^${page.path.replaceAll(/\[\w+\]/gu, "[^/]+")}$`, "u"),
  breadth: page.path.split("[").length,
}));
// Fixed parts take precedence over parameters: "/reports/2025/cities/phuket" is not a number of a report.
patterns.sort((a, b) => a.breadth - b.breadth);

/**
 * Returns the page at this path without its language, or null where there is none. @param {string} path
 * "/cities/phuket"
 */
export function pageAt(path) {
  return patterns.find(({ pattern }) => pattern.test(path))?.page ?? null;
}

/**
 * Returns the paths of `pages` in Next's pattern form: "/:locale(…)/cities/:city". @param {readonly PublicPage[]} pages
 */
export function toSources(pages) {
  return pages.map(
    ({ path }) => `/:locale(${languagePattern})${path.replaceAll(/\[(\w+)\]/gu, ":$1")}`,
  );
}
