import "server-only";
import { isPublicOn } from "@/lib/db/assessments";
import { database } from "@/lib/db/client";
import type { Assessment } from "@/lib/domain/assessment/assessment";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { isValidOn } from "@/lib/queries/public/as-of";

/** An assessment with the city whose record it is about. */
export type PublicAssessment = Assessment & { citySlug: string };

/** Which assessments: null means all. `recordIds` are those of projects and plans, `outcome` is a slug. */
type Asked = {
  asOf: Day | null;
  recordIds?: string[] | null;
  outcome?: string | null;
};

/**
 * Lists the assessments that the public reads on a day, by city, record and outcome: known by then, of a record that is
 * public then and still has the indicator or target, and neither withdrawn nor answered by the city. What the city itself
 * states by then is no assessment any more. Projects that are no longer listed are among them; sums leave those out.
 */
export async function listAssessments({
  asOf,
  recordIds = null,
  outcome = null,
}: Asked): Promise<PublicAssessment[]> {
  const rows = await database().$queryRaw<
    (Omit<PublicAssessment, "knownOn"> & { knownOn: Date })[]
  >`
    select a.id, a.kind::text as kind, a."recordId", a."entryId", a.outcome, a.why, a."sourceTitle", a."sourceAddress",
      a.page, a.confidence::text as confidence, a."knownOn", c.slug as "citySlug"
    from "Assessment" a
    join "EditionPeriod" s on s."recordId" = a."recordId"
    join "Edition" p on p.id = s."editionId"
    join "City" c on c.id = s."cityId"
    left join lateral (
      select entry from jsonb_array_elements(
        case a.kind when 'indicator' then p.content -> 'fields' -> 'indicators'
          when 'target' then p.content -> 'fields' -> 'strategicTargets' end) entry
      where entry ->> 'id' = a."entryId"::text
    ) found on true
    where ${isValidOn(asOf)} and ${isPublicOn(fromDay(asOf ?? toDay(new Date())))}
      and (${recordIds}::uuid[] is null or a."recordId" = any(${recordIds}::uuid[]))
      and (${outcome}::text is null or a.outcome = ${outcome})
      and case a.kind when 'project' then a.outcome <> all(s.outcomes)
        else found.entry is not null and found.entry ->> 'outcome' is distinct from a.outcome end
    order by c.slug, a."recordId", a.kind, a."entryId", a.outcome`;
  return rows.map((row) => ({ ...row, knownOn: toDay(row.knownOn) }));
}
