import type { FrozenProject } from "@/lib/domain/report/report";

/**
 * More than this of one kind are not named on the page of the whole network: they are told by city, and named there.
 */
export const maxNamed = 100;

/** Returns how many of something each city has, by its name. */
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
