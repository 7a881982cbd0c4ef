import "server-only";
import { database } from "@/lib/db/client";
import { cityNames } from "@/lib/domain/language/city-names";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { namesOfCities, namesOfCountries } from "@/lib/domain/language/former-names";
import { locales } from "@/lib/domain/language/locale";

type Named = { address: string; names: string[] };

/**
 * Lists all cities by slug and all countries by code with all their names: in the network's data, in the languages of
 * the public pages, former and short ones.
 */
export async function listPublicPlaces(): Promise<{ cities: Named[]; countries: Named[] }> {
  const [cities, countries] = await Promise.all([
    database().city.findMany({ select: { slug: true, name: true, localName: true } }),
    database().country.findMany({ select: { code: true, name: true } }),
  ]);
  return {
    cities: cities.map(({ slug, name, localName }) => ({
      address: slug,
      names: [
        name,
        ...(localName?.split(" / ") ?? []),
        ...Object.values(cityNames[name] ?? {}),
        ...(namesOfCities[slug] ?? []),
      ],
    })),
    countries: countries.map(({ code, name }) => ({
      address: code,
      names: [
        name,
        ...locales.map((locale) => countryNameIn(locale, code, name)),
        // In English the network's own name counts: CLDR's differs for some.
        new Intl.DisplayNames("en", { type: "region" }).of(code) ?? name,
        ...(namesOfCountries[code] ?? []),
      ],
    })),
  };
}
