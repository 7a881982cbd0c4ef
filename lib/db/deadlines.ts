import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * SQL table of one row or none: the open report (`openReport` of lib/db/reports.ts; a test compares the two), which has
 * opened and is not frozen yet. It stays open after its due date, when lateness matters.
 */
export function openReportRow(now: Date): Prisma.Sql {
  return Prisma.sql`
    select r.id, r."opensAt", r."dueAt" from "Report" r
    where r."opensAt" <= ${now} and r."dueAt" is not null
      and not exists (select 1 from "ReportFreeze" f where f."reportId" = r.id)
    order by r."dueAt", r.id limit 1`;
}

/**
 * SQL expression beside a table `report` of `openReport`: the deadline of this city, by its last extension or else by
 * the report; null while no report is open.
 */
export function cityDueAt(cityId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (select coalesce((
        select x.until from "ReportExtension" x
        where x."reportId" = report.id and x."cityId" = ${cityId}
        order by x."grantedAt" desc, x.id desc limit 1), report."dueAt")
      from report)`;
}
