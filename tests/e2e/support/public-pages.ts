import { type PublicPage, publicPages } from "@/lib/site/pages.mjs";

/** What may stand in the place of each parameter of a public page's path, so that there is such a page in the seed. */
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
  partner: "japan-international-cooperation-agency-jica",
};

/** Returns the path, without its language, of a page of this kind that there is in the seed: "/countries/TH". */
export function examplePath({ path }: PublicPage, parts: Record<string, string> = {}): string {
  return path.replaceAll(/\[(\w+)\]/gu, (_, name: string) => {
    const part = { ...exampleParts, ...parts }[name];
    if (part === undefined) throw new Error(`What is [${name}] of ${path}?`);
    return part;
  });
}

/** A path for each kind of public page, by the kind. A cursor has to be asked for: the page after one is left out. */
export const examplePaths: Record<string, string> = Object.fromEntries(
  publicPages
    .filter(({ path }) => !path.includes("[cursor]"))
    .map((page) => [page.path || "network", examplePath(page)]),
);

/** The same for the pages that are in every language. */
export const translatedExamplePaths: Record<string, string> = Object.fromEntries(
  publicPages
    .filter(({ path, isEnglishOnly }) => !path.includes("[cursor]") && !isEnglishOnly)
    .map((page) => [page.path || "network", examplePath(page)]),
);

/** The same of the pages that can be read as of a day. */
export const examplePathsByDay: string[] = publicPages
  .filter(({ isByDay, path }) => isByDay && !path.includes("[cursor]"))
  .map((page) => examplePath(page));

/** The same of those that say the same on every day, and so refuse one. */
export const examplePathsWithoutDays: string[] = publicPages
  .filter(({ isByDay, parameters }) => !isByDay && !parameters)
  .map((page) => examplePath(page));
