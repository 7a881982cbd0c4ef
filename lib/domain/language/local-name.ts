import { cityNames } from "@/lib/domain/language/city-names";
import { contentLanguage, type Locale } from "@/lib/domain/language/locale";

const scripts: [RegExp, string][] = [
  [/\p{Script=Khmer}/u, "km"],
  [/\p{Script=Lao}/u, "lo"],
  [/\p{Script=Myanmar}/u, "my"],
  [/\p{Script=Thai}/u, "th"],
  [/\p{Script=Tamil}/u, "ta"],
  [/\p{Script=Han}/u, "zh"],
];

type City = { name: string; localName: string | null; officialLanguages: string[] };

/**
 * Returns a city's name for readers of a language: the city's own name if it is in that language, else the name in that
 * language if a source has one, else the network's name.
 */
export function cityNameIn(locale: Locale, city: City): string {
  const own = localNamesOf(city).find(({ language }) => language === locale)?.name;
  return own ?? knownCityName(locale, city.name);
}

/** Returns the same when only the network's name of the city is known, as in rows of lists. */
export function knownCityName(locale: Locale, name: string): string {
  return cityNames[name]?.[locale] ?? name;
}

/**
 * Returns the names of a city other than `cityNameIn`, each with its language (BCP 47) for screen readers and fonts.
 */
export function otherNamesOf(locale: Locale, city: City) {
  const shown = cityNameIn(locale, city);
  return [{ name: city.name, language: contentLanguage }, ...localNamesOf(city)].filter(
    ({ name }) => name !== shown,
  );
}

/**
 * Returns the names in "新加坡 / Singapura", each with its language: the language of its script, or else the first of the
 * city's official languages that is not English; null when there is none.
 */
function localNamesOf(city: Pick<City, "localName" | "officialLanguages">): {
  name: string;
  language: string | null;
}[] {
  if (!city.localName) return [];
  const written = city.officialLanguages.find((language) => language !== "en") ?? null;
  return city.localName.split(" / ").map((name) => ({
    name,
    language: scripts.find(([script]) => script.test(name))?.[1] ?? written,
  }));
}
