import "server-only";
import type { Tx } from "@/lib/db/client";
import type { ProjectFields } from "@/lib/domain/record/project";

/** Returns the names around a project by which it is found: its city and country, terms, partners and agencies. */
export type NamesOf = (
  project: ProjectFields,
  city: { name: string; localName: string | null; country: { name: string } },
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
    city.country.name,
    ...project.focusAreas.flatMap(({ focusArea, projectType, ownLabel }) => [
      names.get(focusArea) ?? "",
      (projectType && names.get(projectType)) ?? "",
      ownLabel,
    ]),
    ...project.partners.map((partner) => partner.name),
    project.responsibleOffice,
  ];
}
