import "server-only";
import { database } from "@/lib/db/client";
import { type Day, fromDay, toDay } from "@/lib/domain/day";
import type { PublicRating } from "@/lib/domain/evidence-rating";

/** The last rating of each claim of a project that was public on the day: ratings become public with their edition. */
export async function listRatings(recordId: string, asOf: Day | null): Promise<PublicRating[]> {
  const rows = await database().$queryRaw<(Omit<PublicRating, "effectiveOn"> & { on: Date })[]>`
    select distinct on (r.claim) r.claim::text as claim, r.level::text as level, r.sentence,
      e.number as edition, e."effectiveOn" as on
    from "EvidenceRating" r
    join "Edition" e on e."submissionId" = r."submissionId"
    where r."recordId" = ${recordId}::uuid and e."effectiveOn" <= ${fromDay(asOf ?? "2199-12-31")}
    order by r.claim, e.number desc, r.at desc`;
  return rows.map(({ on, ...row }) => ({ ...row, effectiveOn: toDay(on) }));
}
