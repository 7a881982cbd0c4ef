import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { DatedSteps } from "@/lib/domain/progress/promises";
import type { PublicRating } from "@/lib/domain/review/evidence-rating";
import type { Day } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { findWithholding, type Withheld, whereEffectiveOn } from "@/lib/queries/public/as-of";
import { type Change, listChanges, shownEditions } from "@/lib/queries/public/changes";
import { type ListedProject, listedSelect, toListedProject } from "@/lib/queries/public/projects";
import { listDatedSteps } from "@/lib/queries/public/promises";
import { listRatings } from "@/lib/queries/public/ratings";

/** A project on a day, with its editions up to that day; null when nothing was published about it yet. */
export type PublicProject = {
  project: ListedProject | null;
  /** The notice in place of a withheld project; then content and editions are missing here. */
  withheld: Withheld | null;
  cityName: string;
  countryCode: string;
  countryName: string;
  editions: Change[];
  /** The dates that its editions state, oldest first. */
  history: DatedSteps[];
  ratings: PublicRating[];
  /** Those of its related projects that are public on the day, by the ids of their records. */
  publicTitles: Record<string, PublicTitle>;
};

/** A project named on the page of another. */
export type PublicTitle = { title: string; slug: string; citySlug: string; cityName: string };

/** Returns the project with this slug; null when no edition of it was ever published. */
export async function findProject(
  citySlug: string,
  slug: string,
  asOf: Day | null,
): Promise<PublicProject | null> {
  if (!isSlug(citySlug) || !isSlug(slug)) return null;
  const known = await database().editionPeriod.findFirst({
    where: { kind: "project", slug, city: { slug: citySlug } },
    select: {
      recordId: true,
      city: { select: { name: true, country: { select: { code: true, name: true } } } },
    },
  });
  if (!known) return null;
  const [withheld, project, ratings, page, histories] = await Promise.all([
    findWithholding(known.recordId),
    findProjectById(known.recordId, asOf),
    listRatings(known.recordId, asOf),
    listChanges({ asOf, limit: shownEditions, recordId: known.recordId }),
    listDatedSteps([known.recordId], asOf),
  ]);
  return {
    project,
    withheld,
    cityName: known.city.name,
    countryCode: known.city.country.code,
    countryName: known.city.country.name,
    editions: page?.changes ?? [],
    history: histories[known.recordId] ?? [],
    ratings: withheld ? [] : ratings,
    publicTitles: await findPublicTitles(
      project?.fields.relatedProjects.flatMap((item) => item.project ?? []) ?? [],
      asOf,
    ),
  };
}

/** Returns which of these records are public projects on the day, by their ids. */
export async function findPublicTitles(
  ids: string[],
  asOf: Day | null,
): Promise<PublicProject["publicTitles"]> {
  if (ids.length === 0) return {};
  const periods = await database().editionPeriod.findMany({
    where: { recordId: { in: ids }, kind: "project", AND: [whereEffectiveOn(asOf)] },
    select: {
      recordId: true,
      title: true,
      slug: true,
      city: { select: { slug: true, name: true } },
    },
  });
  return Object.fromEntries(
    periods.map(({ recordId, city, ...period }) => [
      recordId,
      { ...period, citySlug: city.slug, cityName: city.name },
    ]),
  );
}

/** Returns the project with this id as it was public on the day; null when it was not. */
export async function findProjectById(id: string, asOf: Day | null): Promise<ListedProject | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const period = await database().editionPeriod.findFirst({
    where: { recordId: id, kind: "project", AND: [whereEffectiveOn(asOf)] },
    select: listedSelect,
  });
  return period && toListedProject(period);
}
