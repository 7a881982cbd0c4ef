import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * The report that is open now (`openReport` of lib/db/reports.ts in SQL; a test compares the two), as a table of one row or none: it has opened, and was not frozen yet. Past its due date
 * it is open still: that is when lateness matters.
 */
export function openReportRow(now: Date): Prisma.Sql {
  return Prisma.sql`
    select r.id, r."opensAt", r."dueAt" from "Report" r
    where r."opensAt" <= ${now} and r."dueAt" is not null
      and not exists (select 1 from "ReportFreeze" f where f."reportId" = r.id)
    order by r."dueAt", r.id limit 1`;
}

/**
 * For SQL beside a table `report` of `openReport`: when the city of this expression has to have sent its records, by
 * its last extension or else by the report; null while no report is open.
 */
export function cityDueAt(cityId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    (select coalesce((
        select x.until from "ReportExtension" x
        where x."reportId" = report.id and x."cityId" = ${cityId}
        order by x."grantedAt" desc, x.id desc limit 1), report."dueAt")
      from report)`;
}
