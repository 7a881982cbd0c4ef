import "server-only";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { fromDay, toDay } from "@/lib/domain/day";

/**
 * Every record that a report asks for, of these cities "c", and how far it is since the report opened:
 * plans, listed projects, and whatever somebody has worked on since. A submission from before that still waits counts,
 * and what is public counts by the day that it holds for: history that was imported since is no answer to the report.
 */
export function recordsSince(cities: Prisma.Sql, opensAt: Date): Prisma.Sql {
  const openingDay = fromDay(toDay(opensAt));
  return Prisma.sql`
    select * from (
      select r.id, r.kind, r."cityId", coalesce(nullif(p.title, ''), s.title) as title,
        r.kind = 'plan' or coalesce(p."isListed", false) or s.state is not null as "isAskedFor",
        case
          when s.state in ('submitted', 'cleared') and s."assignedToId" is not null then 'in_review'
          when s.state in ('submitted', 'cleared') then s.state::text
          when s.state in ('clarification_asked', 'withdrawn') then 'drafting'
          when s.state = 'approved' and s.change = 'confirmation' then 'confirmed'
          when s.state = 'approved' or e."effectiveOn" >= ${openingDay} then 'published'
          when d."editedById" is not null and d."editedAt" >= ${opensAt} then 'drafting'
          when e.hash <> d."contentHash" then 'drafting'
          else 'not_started'
        end as state
      from "City" c
      join "Record" r on r."cityId" = c.id
      join "Draft" d on d."recordId" = r.id
      left join "EditionSpan" p on p."recordId" = r.id and p."untilDay" is null
      left join lateral (
        select hash, "effectiveOn" from "Edition" where "recordId" = r.id
        order by number desc limit 1) e on true
      left join lateral (
        select state, change, "assignedToId", content->>'title' as title from "Submission"
        where "recordId" = r.id and ("submittedAt" >= ${opensAt} or state in ('submitted', 'cleared'))
        order by "submittedAt" desc limit 1) s on true
      where ${cities} and not coalesce(p."isWithheld", false)
    ) asked
    where "isAskedFor" or state = 'drafting'`;
}

/** How far every record was when a report was frozen first, as `recordsSince` tells it of an open one. */
export function recordsAtFreeze(cities: Prisma.Sql, reportId: string): Prisma.Sql {
  return Prisma.sql`
    select k."recordId" as id, r.kind, k."cityId", k.title, k.state
    from "ReportRecord" k
    join "Record" r on r.id = k."recordId"
    join "City" c on c.id = k."cityId"
    where k."reportId" = ${reportId}::uuid and ${cities}`;
}

/** Keeps how far every record is with a report, for good: it is being frozen for the first time. */
export async function keepProgress(tx: Tx, reportId: string, opensAt: Date): Promise<void> {
  await tx.$executeRaw`
    insert into "ReportRecord" ("reportId", "recordId", "cityId", title, state)
    select ${reportId}::uuid, r.id, r."cityId", r.title, r.state
    from (${recordsSince(Prisma.sql`true`, opensAt)}) r`;
}
