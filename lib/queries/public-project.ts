import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { Day } from "@/lib/domain/day";
import { isSlug } from "@/lib/domain/slug";
import { holdingOn } from "@/lib/queries/public-as-of";
import { type Change, listChanges } from "@/lib/queries/public-changes";
import { type ListedProject, listedSelect, toListedProject } from "@/lib/queries/public-projects";

/** A project on a day: null when nothing was published about it yet. Its editions are those up to that day, newest known. */
export type PublicProject = {
  project: ListedProject | null;
  cityName: string;
  countryCode: string;
  countryName: string;
  editions: Change[];
};

// A record has an edition or two a year; the page of its history shows the rest.
const shownEditions = 100;

/** The project at this address; null when no edition was ever published under it. */
export async function findProject(
  citySlug: string,
  slug: string,
  asOf: Day | null,
): Promise<PublicProject | null> {
  if (!isSlug(citySlug) || !isSlug(slug)) return null;
  const known = await database().editionSpan.findFirst({
    where: { kind: "project", slug, city: { slug: citySlug } },
    select: {
      recordId: true,
      city: { select: { name: true, country: { select: { code: true, name: true } } } },
    },
  });
  if (!known) return null;
  const [project, page] = await Promise.all([
    findProjectById(known.recordId, asOf),
    listChanges({ asOf, limit: shownEditions, recordId: known.recordId }),
  ]);
  return {
    project,
    cityName: known.city.name,
    countryCode: known.city.country.code,
    countryName: known.city.country.name,
    editions: page?.changes ?? [],
  };
}

/** The project of this id as it was public on the day; null when there was none. */
export async function findProjectById(id: string, asOf: Day | null): Promise<ListedProject | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const span = await database().editionSpan.findFirst({
    where: { recordId: id, kind: "project", AND: [holdingOn(asOf)] },
    select: listedSelect,
  });
  return span && toListedProject(span);
}
