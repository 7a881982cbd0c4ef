import { untilPublished } from "./until-published.mjs";

/** @typedef {import("./one-address.mjs").Places} Places */

/** @typedef {{ address: string, names: string[] }[]} Named what stands in an address, and what else it is called */

/**
 * Returns a key for comparing names, without capitals, accents, spaces and punctuation: "Phnom-Penh", "phnom penh" and
 * "PHNOMPENH" are equal, and "Hà Nội" is "hanoi".
 *
 * @param {string} name
 */
function keyOf(name) {
  const plain = name.normalize("NFKD").toLowerCase().replaceAll("đ", "d");
  return plain.replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Finds cities, countries and partners by name. A slug or code takes precedence over names, and a name that two of them share
 * finds neither.
 *
 * @param {{ cities: Named, countries: Named, partners: Named }} named
 * @returns {Places}
 */
export function placesOf({ cities, countries, partners }) {
  const find = {
    city: indexOf(cities),
    country: indexOf(countries),
    partner: indexOf(partners),
  };
  return {
    city: (name) => find.city.get(keyOf(name)),
    country: (name) => find.country.get(keyOf(name)),
    partner: (name) => find.partner.get(keyOf(name)),
  };
}

/** @param {Named} all */
function indexOf(all) {
  /** @type {Map<string, string | undefined>} */
  const index = new Map();
  for (const { address, names } of all) {
    for (const key of new Set(names.map(keyOf)))
      if (key) index.set(key, index.has(key) ? undefined : address);
  }
  for (const { address } of all) index.set(keyOf(address), address);
  return index;
}

/** @type {Places} */
const nowhere = { city: () => undefined, country: () => undefined, partner: () => undefined };

/**
 * Caches the places until something is published. While they cannot be read, no place is known.
 *
 * @param {() => Promise<{ cities: Named, countries: Named, partners: Named }> | undefined} list
 * @param {() => number} revalidations how often the page cache was cleared (lib/site/next/page-cache.mjs)
 * @returns {() => Promise<Places>}
 */
export function cachePlaces(list, revalidations) {
  const read = untilPublished(async () => {
    const named = await list();
    // The function is missing while the application starts.
    if (!named) throw new Error("The places cannot be read yet");
    return placesOf(named);
  }, revalidations);
  return () => read().catch(() => nowhere);
}
