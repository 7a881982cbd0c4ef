/**
 * Returns what of a name is compared: its letters and digits without case, accents, spaces and punctuation, so that
 * "J.I.C.A." and "jica" are one name. Vowel signs of scripts such as Thai and Khmer are part of a name and stay. Empty
 * for a name without letters and digits, which names nobody.
 */
export function nameKey(name: string): string {
  return (
    name
      .normalize("NFKD")
      .replaceAll(/\p{M}/gu, (mark) => (mark < "\u0370" ? "" : mark))
      .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, "")
      .replaceAll(/[đĐ]/gu, "d")
      // By way of capitals, so that "ß" is "ss".
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      // What was taken out may have stood between marks, which have an order of their own.
      .normalize("NFKD")
  );
}

/** The `within` of a name that means its organisation in the projects of every country. */
export const everywhere = "";

/** What a name means in the projects of one country, or everywhere; null where it is left as it is written. */
export type Meaning<T> = { key: string; within: string; organisation: T | null };

/**
 * Returns the organisation that a name means in the projects of a country; null where it means none. What a name means
 * in that country takes precedence over what it means everywhere.
 */
export function meantBy<T>(
  meanings: readonly Meaning<T>[],
  name: string,
  countryCode: string,
): T | null {
  const own = meaningsByKey(meanings).get(nameKey(name)) ?? [];
  const said =
    own.find(({ within }) => within === countryCode) ??
    own.find(({ within }) => within === everywhere);
  return said?.organisation ?? null;
}

const indexes = new WeakMap<readonly object[], Map<string, Meaning<unknown>[]>>();

/** Builds the index of a list of meanings once. */
function meaningsByKey<T>(meanings: readonly Meaning<T>[]): Map<string, Meaning<T>[]> {
  const known = indexes.get(meanings) as Map<string, Meaning<T>[]> | undefined;
  if (known) return known;
  const index = new Map<string, Meaning<T>[]>();
  for (const meaning of meanings)
    index.set(meaning.key, [...(index.get(meaning.key) ?? []), meaning]);
  indexes.set(meanings, index);
  return index;
}
