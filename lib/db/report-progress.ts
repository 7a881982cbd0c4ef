import "server-only";
import { database, type Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/**
 * SQL for every record that an open report asks for, of these cities "c", with its state since the report opened:
 * plans, listed projects, and records edited since. The database keeps the states (`report_state` of the migration,
 * docs/decisions/0041). The title is the public or the submitted one.
 */
export function recordsSince(
  cities: Prisma.Sql,
  report: { id: string; opensAt: Date },
): Prisma.Sql {
  return Prisma.sql`
    select r.id, r.kind, r."cityId", coalesce(nullif(p.title, ''), s.title) as title, k.state
    from "City" c
    join "ReportProgress" k on k."cityId" = c.id and k."reportId" = ${report.id}::uuid
    join "Record" r on r.id = k."recordId"
    left join "EditionPeriod" p on p."recordId" = r.id and p."untilDay" is null
    left join lateral (
      select content->>'title' as title from "Submission"
      where "recordId" = r.id and ("submittedAt" >= ${report.opensAt} or state in ('submitted', 'cleared'))
      order by "submittedAt" desc limit 1) s on true
    where ${cities}`;
}

/** SQL for the state of every record when a report was first frozen, shaped like `recordsSince`. */
export function recordsAtFreeze(cities: Prisma.Sql, reportId: string): Prisma.Sql {
  return Prisma.sql`
    select k."recordId" as id, r.kind, k."cityId", k.title, k.state
    from "ReportRecord" k
    join "Record" r on r.id = k."recordId"
    join "City" c on c.id = k."cityId"
    where k."reportId" = ${reportId}::uuid and ${cities}`;
}

/**
 * Stores the final state of every record of a report that is being frozen for the first time. It waits for records that
 * are changing now; later changes find the report frozen.
 */
export async function keepProgress(tx: Tx, report: { id: string; opensAt: Date }): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(7310141)`;
  await tx.$executeRaw`
    insert into "ReportRecord" ("reportId", "recordId", "cityId", title, state)
    select ${report.id}::uuid, r.id, r."cityId", r.title, r.state
    from (${recordsSince(Prisma.sql`true`, report)}) r`;
  await tx.reportProgress.deleteMany({ where: { reportId: report.id } });
}

/**
 * Lists the reports whose stored states or counts differ from their records, now or when they were frozen. None in a
 * sound database.
 */
export async function listReportsWithWrongAggregates(): Promise<string[]> {
  const reports = await database().$queryRaw<{ slug: string }[]>`
    with open as (
      select b.id as "reportId", r.id as "recordId", r."cityId", report_state(r.id, b."opensAt") as state
      from "Report" b cross join "Record" r
      where b."opensAt" is not null and not exists (select 1 from "ReportFreeze" f where f."reportId" = b.id)),
    said as (
      select * from open where state is not null
      union all select "reportId", "recordId", "cityId", state from "ReportRecord"),
    counted as (
      select "reportId", "cityId", state, count(*)::int from said group by "reportId", "cityId", state),
    kept as (
      select "reportId", "cityId", key as state, value::int from "ReportAggregate", jsonb_each_text(counts)),
    progress as (select "reportId", "recordId", "cityId", state from "ReportProgress"),
    wrong as (
      select "reportId" from ((table counted except table kept) union (table kept except table counted)) a
      union select "reportId" from (
        (select * from open where state is not null except table progress)
        union (table progress except table open)) b)
    select slug from "Report" where id in (select "reportId" from wrong) order by slug`;
  return reports.map(({ slug }) => slug);
}
