import type { FrozenProject } from "@/lib/domain/report/report";

/**
 * The page of the whole network names at most this many of one kind; otherwise it shows the number for each city, and
 * the city's page names them.
 */
export const maxNamed = 100;

/** Groups things by city, sorted by the city's name. */
export function byCity<T extends { project: FrozenProject }>(
  things: T[],
): { slug: string; name: string; things: T[] }[] {
  const cities = new Map<string, { slug: string; name: string; things: T[] }>();
  for (const thing of things) {
    const { slug, name } = thing.project.city;
    const city = cities.get(slug) ?? { slug, name, things: [] };
    city.things.push(thing);
    cities.set(slug, city);
  }
  return [...cities.values()].sort((a, b) => a.name.localeCompare(b.name, "en"));
}
