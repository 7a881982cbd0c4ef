import { readdirSync } from "node:fs";
import { languagePattern, publicPages } from "@/lib/site/pages.mjs";

/** A requested address and its answer. */
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
  /** Returns true for the linked addresses that are requested. */
  isWanted: (address: string) => boolean;
};

/**
 * Requests the given addresses, and one address of each further kind that their pages link to, two at a time, as many
 * as a server renders at once. Returns all answers, each once.
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

/** Returns true for a page that people read. */
export function isPage({ type }: Visited): boolean {
  return type.startsWith("text/html");
}

/** Returns the addresses on this site that a page links to or loads, without those to which a form sends data. */
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
 * Returns the kind of an address: its route instead of its path, and the names of its parameters. One piece of code
 * answers all addresses of a kind.
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

/** The routes of app/, those with the fewest parameters first. A page as of a day is another kind. */
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
