const scripts: [RegExp, string][] = [
  [/\p{Script=Khmer}/u, "km"],
  [/\p{Script=Lao}/u, "lo"],
  [/\p{Script=Myanmar}/u, "my"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Tamil}/u, "ta"],
  [/\p{Script=Han}/u, "zh"],
];

/**
 * The names in "新加坡 / Singapura", each with its language (BCP 47) for screen readers and fonts: told by its script,
 * or else the first of the city's official languages that is not English; null when there is none.
 */
export function localNamesOf(city: {
  localName: string | null;
  officialLanguages: string[];
}): { name: string; language: string | null }[] {
  if (!city.localName) return [];
  const written = city.officialLanguages.find((language) => language !== "en") ?? null;
  return city.localName.split(" / ").map((name) => ({
    name,
    language: scripts.find(([script]) => script.test(name))?.[1] ?? written,
  }));
}
