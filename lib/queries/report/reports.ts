import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { recordsAtFreeze, recordsSince } from "@/lib/db/report-progress";
import type { SignedIn } from "@/lib/domain/people/actor";
import { periodOf } from "@/lib/domain/record/plan";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { dueOf } from "@/lib/domain/report/deadline";
import { type ReportState, reportStates, type StateCounts } from "@/lib/domain/report/progress";
import { toDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { visibleReportCities } from "@/lib/queries/shared/visible";

/**
 * Lists every report with its days and its last freeze, newest first, for anybody with a role, since they may know what
 * is to come.
 */
export async function listOfficeReports(reader: SignedIn) {
  if (reader.grants.length === 0) return [];
  const reports = await database().report.findMany({
    orderBy: { asOf: "desc" },
    select: {
      slug: true,
      name: true,
      asOf: true,
      opensAt: true,
      dueAt: true,
      freezes: { orderBy: { number: "desc" }, take: 1, select: { number: true, frozenAt: true } },
    },
  });
  return reports.map(({ asOf, freezes, ...report }) => ({
    ...report,
    asOf: toDay(asOf),
    lastFreeze: freezes[0] ?? null,
  }));
}

/** Returns a report with its freezes and extensions, for anybody with a role; null when it does not exist. */
export async function findOfficeReport(reader: SignedIn, slug: string) {
  if (reader.grants.length === 0 || !isSlug(slug)) return null;
  const report = await database().report.findUnique({
    where: { slug },
    select: {
      id: true,
      slug: true,
      name: true,
      asOf: true,
      opensAt: true,
      dueAt: true,
      freezes: {
        orderBy: { number: "desc" },
        select: {
          number: true,
          frozenAt: true,
          correction: true,
          hash: true,
          frozenBy: { select: { name: true } },
        },
      },
      extensions: {
        orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
        select: { cityId: true, until: true, reason: true },
      },
    },
  });
  if (!report) return null;
  const { asOf, extensions, ...rest } = report;
  return {
    ...rest,
    asOf: toDay(asOf),
    extensions: Object.fromEntries(
      extensions.map(({ cityId, until, reason }) => [cityId, { until, reason }]),
    ),
  };
}

export type OfficeReport = NonNullable<Awaited<ReturnType<typeof findOfficeReport>>>;

/** The parts of a report that its board needs. */
type BoardReport = Pick<OfficeReport, "id" | "opensAt" | "dueAt" | "extensions" | "freezes">;

/** A city on the board of a report: the number of its records in each state, and when they are due. */
export type ReportCityRow = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  countryCode: string;
  countryName: string;
  counts: StateCounts;
  dueAt: Date;
  extension: { until: Date; reason: string } | null;
};

/**
 * Lists the cities that this reader sees on the board of a report, by country and name: as they are now while it is
 * open, and as they were when it was frozen. Empty for a report from before this tracker.
 */
export async function listReportCities(
  reader: SignedIn,
  report: BoardReport,
): Promise<ReportCityRow[]> {
  const { id, opensAt, dueAt, extensions } = report;
  if (!opensAt || !dueAt) return [];
  type Row = Omit<ReportCityRow, "counts" | "dueAt" | "extension"> & {
    counts: Partial<StateCounts> | null;
  };
  const rows = await database().$queryRaw<Row[]>`
    select c.id, c.slug, c.name, c."timeZone", c."countryCode", k.name as "countryName", t.counts
    from "City" c
    join "Country" k on k.code = c."countryCode"
    left join "ReportAggregate" t on t."cityId" = c.id and t."reportId" = ${id}::uuid
    where ${visibleReportCities(reader)}
    order by k.name, c.name`;
  return rows.map((city) => ({
    ...city,
    counts: { ...zeroCounts, ...city.counts },
    dueAt: dueOf({ dueAt, extensions }, city.id),
    extension: extensions[city.id] ?? null,
  }));
}

/** A record missing in a report, by its public or submitted title, never that of a draft. */
export type MissingRecord = {
  id: string;
  kind: RecordKind;
  title: string | null;
  period: string | null;
  state: ReportState;
};

/** Lists the records of a city that this reader sees which were not published since the report opened. At most 200. */
export async function listMissingRecords(
  reader: SignedIn,
  report: BoardReport,
  citySlug: string,
): Promise<MissingRecord[]> {
  const records = recordsOf(reader, report);
  if (!records || !isSlug(citySlug)) return [];
  type Row = Omit<MissingRecord, "period"> & { startYear: number | null; endYear: number | null };
  const rows = await database().$queryRaw<Row[]>`
    select r.id, r.kind::text as kind, r.title, r.state, p."startYear", p."endYear"
    from "City" c
    join (${records}) r on r."cityId" = c.id
    left join "Plan" p on p.id = r.id
    where c.slug = ${citySlug} and r.state not in ('published', 'confirmed')
    order by r.kind, r.title nulls last, r.id limit 200`;
  return rows.map(({ startYear, endYear, ...row }) => ({
    ...row,
    period: startYear === null || endYear === null ? null : periodOf({ startYear, endYear }),
  }));
}

// Its keys are the states.
const zeroCounts = Object.fromEntries(reportStates.map((state) => [state, 0])) as StateCounts;

function recordsOf(reader: SignedIn, { id, opensAt, freezes }: BoardReport): Prisma.Sql | null {
  if (!opensAt) return null;
  const cities = visibleReportCities(reader);
  return freezes.length > 0 ? recordsAtFreeze(cities, id) : recordsSince(cities, { id, opensAt });
}
