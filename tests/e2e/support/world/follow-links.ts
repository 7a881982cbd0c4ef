import { readdirSync } from "node:fs";
import { languagePattern, publicPages } from "@/lib/site/pages.mjs";

/** An address that was asked, and what came back. */
export type Visited = {
  address: string;
  kind: string;
  status: number;
  type: string;
  body: Buffer;
};

type Asked = {
  start: string[];
  read: (address: string) => Promise<Visited>;
  /** Which of the addresses that pages lead to are asked. */
  isWanted: (address: string) => boolean;
};

/**
 * Asks for the addresses given, and for one of each further kind that their pages lead to; two at a time, as many as a
 * server makes at once. Answers all that was asked, each once.
 */
export async function followLinks({ start, read, isWanted }: Asked): Promise<Visited[]> {
  const kinds = new Set(start.map(kindOf));
  const waiting = [...new Set(start)];
  const visited: Visited[] = [];
  let running = 0;
  const isNew = (address: string) => {
    const kind = kindOf(address);
    if (kinds.has(kind) || !isWanted(address)) return false;
    kinds.add(kind);
    return true;
  };
  const work = async () => {
    while (waiting.length > 0 || running > 0) {
      const address = waiting.shift();
      if (address === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 10));
        continue;
      }
      running += 1;
      try {
        const answer = await read(address);
        visited.push(answer);
        if (isPage(answer)) waiting.push(...linksOf(answer).filter(isNew));
      } finally {
        running -= 1;
      }
    }
  };
  await Promise.all(Array.from({ length: 2 }, work));
  return visited;
}

/** Returns whether it is a page for people. */
export function isPage({ type }: Visited): boolean {
  return type.startsWith("text/html");
}

/** Where a page leads on this site, and what it shows from there; what a form sends is not asked for. */
function linksOf({ address, body }: Visited): string[] {
  const base = new URL(address, "http://site.invalid");
  const found = body.toString("utf8").matchAll(/<\w+\b[^>]*?\s(?:href|src)="([^"]+)"/gu);
  const links = [...found].flatMap(([, link = ""]) => {
    const target = link.replaceAll("&amp;", "&");
    if (!URL.canParse(target, base.href)) return [];
    const { origin, pathname, search } = new URL(target, base.href);
    return origin === base.origin ? [`${pathname}${search}`] : [];
  });
  return [...new Set(links)];
}

/**
 * Returns an address with its route in place of its path, and the names of what it asks: what one piece of code
 * answers.
 */
export function kindOf(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://site.invalid");
  const route = routes.find(({ pattern }) => pattern.test(pathname))?.route ?? pathname;
  const names = [...new Set(searchParams.keys())].toSorted().join("&");
  return names ? `${route}?${names}` : route;
}

const files = readdirSync("app", { recursive: true })
  .map(String)
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/u.test(file));

/**
 * The routes of app/ as people ask for them, those with the fewest brackets first; as of a day, a page is another kind.
 */
export const routes = files
  .flatMap((file) => {
    const route = `/${file.replace(/(^|\/)(page\.tsx|route\.ts)$/u, "").replaceAll(/\([^)]*\)\/?/gu, "")}`;
    const pattern = route
      .replaceAll(/\/\[+\.\.\.\w+\]+/gu, "/.+")
      .replaceAll("[locale]", `(?:${languagePattern})`)
      .replaceAll(/\[\w+\]/gu, "[^/]+")
      .replaceAll(/\.(?=[a-z])/gu, "\\.");
    const isPage = file.endsWith("page.tsx");
    const read = { isPage, kind: route, route, pattern: new RegExp(`^${pattern}$`, "u") };
    const isByDay = publicPages.some((page) => page.isByDay && `/[locale]${page.path}` === route);
    return isByDay ? [read, { ...read, kind: `${route}?asOf` }] : [read];
  })
  .toSorted((a, b) => countWildcards(a.route) - countWildcards(b.route));

/** Returns the number of parameters in a route, by which routes are sorted. A route that matches any path comes last. */
function countWildcards(route: string): number {
  return route.split("[").length + (route.includes("[...") ? 100 : 0);
}
