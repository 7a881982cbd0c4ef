import "server-only";
import type { Tx } from "@/lib/db/client";
import { namesOfCities, namesOfCountries } from "@/lib/domain/language/former-names";
import type { ProjectFields } from "@/lib/domain/record/project";

/** Returns the names around a project by which it is found: its city and country, also by former names, terms, partners and agencies. */
export type NamesOf = (
  project: ProjectFields,
  city: {
    slug: string;
    name: string;
    localName: string | null;
    countryCode: string;
    country: { name: string };
  },
) => string[];

/** Reads the names of the frameworks' terms once, for any number of projects. */
export async function readSearchNames(tx: Tx): Promise<NamesOf> {
  const areas = await tx.focusArea.findMany({
    select: { slug: true, name: true, types: { select: { slug: true, name: true } } },
  });
  const names = new Map(
    areas.flatMap(({ slug, name, types }) => [
      [slug, name] as const,
      ...types.map((type) => [type.slug, type.name] as const),
    ]),
  );
  return (project, city) => [
    city.name,
    city.localName ?? "",
    ...(namesOfCities[city.slug] ?? []),
    city.country.name,
    ...(namesOfCountries[city.countryCode] ?? []),
    ...project.focusAreas.flatMap(({ focusArea, projectType, ownLabel }) => [
      names.get(focusArea) ?? "",
      (projectType && names.get(projectType)) ?? "",
      ownLabel,
    ]),
    ...project.partners.map((partner) => partner.name),
    project.responsibleOffice,
  ];
}
