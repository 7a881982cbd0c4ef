import "server-only";
import { isPublicOn } from "@/lib/db/assessments";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { Assessment } from "@/lib/domain/assessment/assessment";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { isValidOn } from "@/lib/queries/public/as-of";

/** An assessment with the city whose record it is about. */
export type PublicAssessment = Assessment & { citySlug: string };

/** Which assessments: null means all. `recordIds` are of projects and plans, `outcome` is a slug. */
type Asked = {
  asOf: Day | null;
  recordIds?: string[] | null;
  outcome?: string | null;
};

const all = Prisma.sql`true`;

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
      and ${recordIds === null ? all : Prisma.sql`a."recordId" = any(${recordIds}::uuid[])`}
      and ${outcome === null ? all : Prisma.sql`a.outcome = ${outcome}`}
      and case a.kind when 'project' then a.outcome <> all(s.outcomes)
        else found.entry is not null and found.entry ->> 'outcome' is distinct from a.outcome end
    order by c.slug, a."recordId", a.kind, a."entryId", a.outcome`;
  return rows.map((row) => ({ ...row, knownOn: toDay(row.knownOn) }));
}

/** Lists the assessments of the targets of a city's plan on a day. */
export async function listPlanAssessments(
  { plan }: { plan: { id: string } | null },
  asOf: Day | null,
): Promise<PublicAssessment[]> {
  return plan ? listAssessments({ asOf, recordIds: [plan.id] }) : [];
}

/** How many listed projects state an outcome, how many are assessed to serve one, and how many do neither. */
export type OutcomeSums = {
  stated: number;
  assessed: number;
  neither: number;
  /** The first two for each outcome that any project states or is assessed to serve, by its slug. */
  byOutcome: Record<string, { stated: number; assessed: number }>;
};

/**
 * Counts the listed projects of a day by what they state and what is assessed of them; of all cities, a country's or one.
 * A project may count in both, so the two are never added. What a project states itself is not counted as assessed.
 */
export async function getOutcomeSums(
  asOf: Day | null,
  { country = "", city = "" }: { country?: string; city?: string } = {},
): Promise<OutcomeSums> {
  const rows = await database().$queryRaw<
    { outcome: string | null; stated: number; assessed: number; neither: number }[]
  >`
    with listed as (
      select s."recordId", s.outcomes as stated, coalesce(array_agg(a.outcome) filter (where a.id is not null), '{}') as assessed
      from "EditionPeriod" s
      join "City" c on c.id = s."cityId"
      left join "Assessment" a on a."recordId" = s."recordId" and a.kind = 'project' and a.outcome <> all(s.outcomes)
        and ${isPublicOn(fromDay(asOf ?? toDay(new Date())))}
      where s.kind = 'project' and s."isListed" and ${isValidOn(asOf)}
        and ${country}::text in ('', c."countryCode"::text) and ${city}::text in ('', c.slug)
      group by s."editionId"
    )
    select null as outcome, count(*) filter (where stated <> '{}')::int as stated,
      count(*) filter (where assessed <> '{}')::int as assessed,
      count(*) filter (where stated = '{}' and assessed = '{}')::int as neither
    from listed
    union all
    select outcome, count(*) filter (where outcome = any(stated))::int, count(*) filter (where outcome = any(assessed))::int, 0
    from listed cross join lateral (select distinct unnest(stated || assessed)) as served (outcome)
    group by outcome`;
  const whole = rows.find(({ outcome }) => outcome === null);
  return {
    stated: whole?.stated ?? 0,
    assessed: whole?.assessed ?? 0,
    neither: whole?.neither ?? 0,
    byOutcome: Object.fromEntries(
      rows.flatMap(({ outcome, stated, assessed }) =>
        outcome === null ? [] : [[outcome, { stated, assessed }]],
      ),
    ),
  };
}
