import "server-only";
import { validate as isUuid } from "uuid";
import { database } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import { Prisma } from "@/lib/db/generated/client";
import {
  type Assessment,
  type AssessmentAnswer,
  assessmentAnswers,
} from "@/lib/domain/assessment/assessment";
import { ownCityIds, type SignedIn } from "@/lib/domain/people/actor";
import { periodOf } from "@/lib/domain/record/plan";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { toDay } from "@/lib/domain/values/day";
import { visibleCities, visiblePlans } from "@/lib/queries/shared/visible";

/** An assessment with what it is about: the project, and the name of the indicator or the words of the target. */
export type AssessmentOfPlan = Assessment & {
  recordKind: RecordKind;
  /** Empty for a target of the plan. */
  title: string;
  summary: string;
  /** Empty for a project as a whole. */
  entryName: string;
};

/**
 * Assessments `a` that wait for their city's answer, with the draft `d` of their record: of listed projects and of targets
 * that the draft still has, and whose outcome it does not state already.
 */
const planIdOf = Prisma.sql`coalesce(j."planId", r.id)`;
const waiting = Prisma.sql`
  "Assessment" a
  join "Record" r on r.id = a."recordId"
  join "Draft" d on d."recordId" = r.id
  left join "Project" j on j.id = r.id
  left join lateral (
    select entry from jsonb_array_elements(
      case a.kind when 'indicator' then d.content -> 'indicators' when 'target' then d.content -> 'strategicTargets' end) entry
    where entry ->> 'id' = a."entryId"::text
  ) found on true
  where not exists (select 1 from "AssessmentStep" t where t."assessmentId" = a.id)
    and coalesce(d.content ->> 'closing', 'completed') = 'completed'
    and case a.kind when 'project' then not d.outcomes @> to_jsonb(a.outcome)
      else found.entry is not null and found.entry ->> 'outcome' is distinct from a.outcome end`;

/** Lists the plans of the reader's own cities in which assessments wait for an answer, with how many. */
export async function listWaitingPlans(
  reader: SignedIn,
): Promise<{ planId: string; cityName: string; count: number }[]> {
  const cityIds = ownCityIds(reader);
  if (cityIds.length === 0) return [];
  return database().$queryRaw`
    select p.id as "planId", c.name as "cityName", waits.count
    from (
      select ${planIdOf} as "planId", count(*)::int as count from ${waiting} and r."cityId" = any(${cityIds}::uuid[])
      group by 1
    ) waits
    join "Plan" p on p.id = waits."planId"
    join "City" c on c.id = p."cityId"
    order by c.name, p."startYear"`;
}

/** Counts the assessments of a plan that wait for its city's answer; 0 for a plan that the reader may not open. */
export async function countWaiting(reader: SignedIn, planId: string): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from (select r."cityId" from ${waiting} and ${planIdOf} = ${planId}::uuid) waits
    where ${visibleCities(reader)}`;
  return row?.count ?? 0;
}

/**
 * Returns a plan with the outcomes of its framework, the assessments that wait for the city's answer, and those that it
 * answered, the newest answer first. Null when the reader has no such plan.
 */
export async function findPlanAssessments(reader: SignedIn, planId: string) {
  if (!isUuid(planId)) return null;
  const plan = await database().plan.findFirst({
    where: { AND: [{ id: planId }, visiblePlans(reader)] },
    select: {
      id: true,
      cityId: true,
      startYear: true,
      endYear: true,
      frameworkId: true,
      city: { select: { name: true, timeZone: true } },
    },
  });
  if (!plan) return null;
  const { frameworkId, city, cityId } = plan;
  const [framework, open, answered] = await Promise.all([
    getFrameworkTerms(database(), { id: frameworkId }),
    listWaiting(reader, plan.id),
    listAnswered(plan.id),
  ]);
  return { id: plan.id, cityId, city, period: periodOf(plan), framework, open, answered };
}

async function listWaiting(reader: SignedIn, planId: string): Promise<AssessmentOfPlan[]> {
  const rows = await database().$queryRaw<
    (Omit<AssessmentOfPlan, "knownOn"> & { knownOn: Date })[]
  >`
    select * from (
      select a.id, a.kind::text as kind, a."recordId", a."entryId", a.outcome, a.why, a."sourceTitle", a."sourceAddress",
        a.page, a.confidence::text as confidence, a."knownOn", r.kind::text as "recordKind", r."cityId",
        coalesce(d.title, '') as title, coalesce(d.content ->> 'summary', '') as summary,
        coalesce(found.entry ->> 'name', found.entry ->> 'text', '') as "entryName"
      from ${waiting} and ${planIdOf} = ${planId}::uuid
    ) waits
    where ${visibleCities(reader)}
    order by kind = 'target', title, "recordId", kind <> 'project', "entryName", id`;
  return rows.map((row) => ({ ...row, knownOn: toDay(row.knownOn) }));
}

/** How many answers are listed. */
const shownAnswers = 200;

async function listAnswered(planId: string) {
  const steps = await database().assessmentStep.findMany({
    where: {
      kind: { in: [...assessmentAnswers] },
      assessment: { record: { OR: [{ id: planId }, { project: { planId } }] } },
    },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take: shownAnswers,
    select: {
      id: true,
      kind: true,
      outcome: true,
      reason: true,
      at: true,
      by: { select: { name: true } },
      assessment: {
        select: {
          outcome: true,
          kind: true,
          record: { select: { id: true, kind: true, draft: { select: { content: true } } } },
        },
      },
    },
  });
  return steps.map(({ assessment: { record, ...assessed }, outcome, by, ...step }) => ({
    ...step,
    // The condition above leaves the city's answers.
    kind: step.kind as AssessmentAnswer,
    byName: by.name,
    assessedKind: assessed.kind,
    assessedOutcome: assessed.outcome,
    /** The one that the city states instead; null for the other answers. */
    otherOutcome: outcome,
    record: { id: record.id, kind: record.kind },
    title: titleOf(record.draft?.content),
  }));
}

/** A plan's profile has no title. */
function titleOf(content: unknown): string {
  return String((content as { title?: string } | undefined)?.title ?? "");
}
