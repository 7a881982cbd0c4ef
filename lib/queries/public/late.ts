import "server-only";
import { database } from "@/lib/db/client";
import { type LateReason, lateReasonsOf } from "@/lib/domain/progress/late";
import type { ProjectFields } from "@/lib/domain/record/project";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { whereEffectiveOn } from "@/lib/queries/public/as-of";
import { readProject } from "@/lib/queries/public/content";

/** A late project by its edition. */
export type LateProject = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  effectiveOn: Day;
  reasons: LateReason[];
  fields: ProjectFields;
};

/** Filters of a list of late projects; the focus area is the leading one. */
export type LateOf = { country?: string; focusArea?: string; outcome?: string };

/**
 * Lists the listed projects that are late on a day, by title, at most `limit`, from an index of late projects. The
 * aggregates have the counts by reason.
 */
export async function listLate(
  asOf: Day | null,
  { country, focusArea, outcome }: LateOf,
  limit: number,
): Promise<LateProject[]> {
  const today = asOf ?? toDay(new Date());
  const on = fromDay(today);
  const periods = await database().editionPeriod.findMany({
    where: {
      kind: "project",
      isListed: true,
      ...(country && { city: { countryCode: country } }),
      ...(focusArea && { leadFocusArea: focusArea }),
      ...(outcome && { outcomes: { has: outcome } }),
      AND: [
        whereEffectiveOn(asOf),
        // The condition is within that of the index (migration `init`).
        { OR: [{ NOT: { lateReasons: { isEmpty: true } } }, { silentFrom: { lte: on } }] },
      ],
    },
    orderBy: [{ title: "asc" }, { recordId: "asc" }],
    take: limit,
    select: {
      recordId: true,
      slug: true,
      city: { select: { slug: true, name: true } },
      edition: { select: { effectiveOn: true, origin: true, content: true } },
    },
  });
  return periods.map(({ recordId, slug, city, edition }) => {
    const fields = readProject(edition.content);
    const effectiveOn = toDay(edition.effectiveOn);
    return {
      id: recordId,
      slug,
      citySlug: city.slug,
      cityName: city.name,
      effectiveOn,
      reasons: lateReasonsOf(fields, { effectiveOn, origin: edition.origin }, today),
      fields,
    };
  });
}
