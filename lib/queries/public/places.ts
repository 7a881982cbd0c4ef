import "server-only";
import { database } from "@/lib/db/client";
import { cityNames } from "@/lib/domain/language/city-names";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { namesOfCities, namesOfCountries } from "@/lib/domain/language/former-names";
import { locales } from "@/lib/domain/language/locale";
import { partnerSlug } from "@/lib/domain/organisation/partner";

type Named = { address: string; names: string[] };

/**
 * Lists all cities by slug and all countries by code with all their names: in the network's data, in the languages of
 * the public pages, former and short ones. And all organisations by slug, with their names and those that were merged.
 */
export async function listPublicPlaces(): Promise<{
  cities: Named[];
  countries: Named[];
  partners: Named[];
}> {
  const [cities, countries, partners] = await Promise.all([
    database().city.findMany({ select: { slug: true, name: true, localName: true } }),
    database().country.findMany({ select: { code: true, name: true } }),
    listPartnerNames(),
  ]);
  return {
    partners,
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

/** A name that some project's page shows as it is written has an address of its own, and leads nowhere else. */
async function listPartnerNames(): Promise<Named[]> {
  const [organisations, written] = await Promise.all([
    database().organisation.findMany({
      where: { mergedIntoId: null },
      select: {
        slug: true,
        names: { select: { name: true } },
        merged: { select: { slug: true } },
      },
    }),
    database().periodPartner.findMany({
      where: { organisationId: null },
      distinct: ["slug"],
      select: { slug: true },
    }),
  ]);
  const taken = new Set(written.map(({ slug }) => slug));
  return organisations.map(({ slug, names, merged }) => ({
    address: slug,
    names: [
      ...names.flatMap(({ name }) =>
        taken.has(partnerSlug(name)) ? [] : [name, partnerSlug(name)],
      ),
      ...merged.map((other) => other.slug),
    ],
  }));
}
