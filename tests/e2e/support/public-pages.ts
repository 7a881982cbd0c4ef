import { type PublicPage, publicPages } from "@/lib/site/pages.mjs";

/** A value for each parameter of a public page's path, with which the page exists in the seed. */
const exampleParts: Record<string, string> = {
  city: "bandar-seri-begawan",
  project: "digital-payment-hub",
  code: "TH",
  area: "civic-social",
  outcome: "high-quality-of-life",
  slug: "2025",
  number: "1",
  plan: "2018-2025",
  chain: "phuket",
  partner: "jica",
};

/** Returns a path, without its language, of a page of this kind in the seed: "/countries/TH". */
export function examplePath({ path }: PublicPage, parts: Record<string, string> = {}): string {
  return path.replaceAll(/\[(\w+)\]/gu, (_, name: string) => {
    const part = { ...exampleParts, ...parts }[name];
    if (part === undefined) throw new Error(`What is [${name}] of ${path}?`);
    return part;
  });
}

/**
 * A path for each kind of public page, by kind. A page after a cursor is left out, because a test must read its cursor
 * first.
 */
export const examplePaths: Record<string, string> = Object.fromEntries(
  publicPages
    .filter(({ path }) => !path.includes("[cursor]"))
    .map((page) => [page.path || "network", examplePath(page)]),
);

/** The paths of the pages that exist in every language. */
export const translatedExamplePaths: Record<string, string> = Object.fromEntries(
  publicPages
    .filter(({ path, isEnglishOnly }) => !path.includes("[cursor]") && !isEnglishOnly)
    .map((page) => [page.path || "network", examplePath(page)]),
);

/** The paths of the pages that can be read as of a day. */
export const examplePathsByDay: string[] = publicPages
  .filter(({ isByDay, path }) => isByDay && !path.includes("[cursor]"))
  .map((page) => examplePath(page));

/** The paths of the pages that refuse a day. */
export const examplePathsWithoutDays: string[] = publicPages
  .filter(({ isByDay, parameters }) => !isByDay && !parameters)
  .map((page) => examplePath(page));
