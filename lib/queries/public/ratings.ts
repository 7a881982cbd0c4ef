import "server-only";
import { database } from "@/lib/db/client";
import type { PublicRating } from "@/lib/domain/review/evidence-rating";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";

/**
 * Returns the last rating of each claim of a project that was public on the day: ratings become public with their
 * edition.
 */
export async function listRatings(recordId: string, asOf: Day | null): Promise<PublicRating[]> {
  return (await listRatingsOf([recordId], asOf)).get(recordId) ?? [];
}

/** Returns the same for many projects, by their ids; those without a rating are missing. */
export async function listRatingsOf(
  recordIds: string[],
  asOf: Day | null,
): Promise<Map<string, PublicRating[]>> {
  type Row = Omit<PublicRating, "effectiveOn"> & { recordId: string; on: Date };
  const rows = await database().$queryRaw<Row[]>`
    select distinct on (r."recordId", r.claim) r."recordId", r.claim::text as claim, r.level::text as level, r.sentence,
      e.number as edition, e."effectiveOn" as on
    from "EvidenceRating" r
    join "Edition" e on e."submissionId" = r."submissionId"
    where r."recordId" = any(${recordIds}::uuid[]) and e."effectiveOn" <= ${fromDay(asOf ?? "2199-12-31")}
    order by r."recordId", r.claim, e.number desc, r.at desc`;
  const ratings = new Map<string, PublicRating[]>();
  for (const { recordId, on, ...row } of rows) {
    const of = ratings.get(recordId) ?? [];
    ratings.set(recordId, [...of, { ...row, effectiveOn: toDay(on) }]);
  }
  return ratings;
}
