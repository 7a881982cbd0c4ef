import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Aggregate, addAggregates } from "@/lib/domain/progress/aggregate";
import { type PrintedReport, printedReport } from "@/lib/domain/report/printed";
import type { ReportTerms } from "@/lib/domain/report/report";
import { type Day, toDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { countFreezes } from "@/lib/queries/public/report-trend";
import { listFocusAreas, listOutcomes } from "@/lib/queries/public/terms";

/** One freeze of a report: its number, and what was corrected since the one before. */
type PublicFreeze = {
  id: string;
  number: number;
  frozenAt: Date;
  correction: string;
  hash: string;
};

/** A report that was frozen at least once, with all its freezes, newest first. */
export type PublicReport = {
  slug: string;
  name: string;
  asOf: Day;
  freezes: [PublicFreeze, ...PublicFreeze[]];
};

/** A report with the selected freeze, and the freeze that its changes are compared with. */
export type OpenedReport = {
  report: PublicReport;
  freeze: PublicFreeze;
  before: { id: string; number: number; slug: string; name: string; asOf: Day } | null;
  printed: PrintedReport | null;
};

/** Lists every frozen report, newest first, each with the numbers of projects in its newest freeze. */
export async function listReports(): Promise<(PublicReport & { aggregate: Aggregate })[]> {
  const rows = await database().report.findMany({
    where: { freezes: { some: {} } },
    orderBy: { asOf: "desc" },
    select: reportSelect,
  });
  const reports = rows.flatMap((row) => toReport(row) ?? []);
  const aggregates = await countFreezes(reports.map((report) => report.freezes[0].id));
  return reports.map((report) => ({
    ...report,
    aggregate: aggregates.get(report.freezes[0].id) ?? addAggregates([]),
  }));
}

/** Returns a report by its slug with one of its freezes, the newest by default; null when it does not exist. */
export async function findReport(
  slug: string,
  number: string | null,
): Promise<OpenedReport | null> {
  if (!isSlug(slug) || (number !== null && !/^[1-9]\d{0,5}$/.test(number))) return null;
  const row = await database().report.findUnique({
    where: { slug },
    select: { ...reportSelect, printed: true },
  });
  const report = row && toReport(row);
  const freeze = report?.freezes.find((each) => number === null || each.number === Number(number));
  if (!report || !freeze) return null;
  const { before } = await database().reportFreeze.findUniqueOrThrow({
    where: { id: freeze.id },
    select: {
      before: {
        select: {
          id: true,
          number: true,
          report: { select: { slug: true, name: true, asOf: true } },
        },
      },
    },
  });
  return {
    report,
    freeze,
    before: before && {
      id: before.id,
      number: before.number,
      ...before.report,
      asOf: toDay(before.report.asOf),
    },
    printed: row.printed === null ? null : printedReport.parse(row.printed),
  };
}

/** Returns the names and the order of the terms that a report counts by. */
export async function getReportTerms(): Promise<ReportTerms> {
  const [focusAreas, outcomes, projectTypes] = await Promise.all([
    listFocusAreas(),
    listOutcomes(),
    database().projectType.findMany({
      orderBy: [{ focusArea: { position: "asc" } }, { name: "asc" }],
      select: { slug: true, name: true },
    }),
  ]);
  return { focusAreas, outcomes, projectTypes };
}

const reportSelect = {
  slug: true,
  name: true,
  asOf: true,
  freezes: {
    orderBy: { number: "desc" },
    select: { id: true, number: true, frozenAt: true, correction: true, hash: true },
  },
} as const satisfies Prisma.ReportSelect;

function toReport({
  slug,
  name,
  asOf,
  freezes,
}: Prisma.ReportGetPayload<{ select: typeof reportSelect }>): PublicReport | null {
  const [newest, ...older] = freezes;
  return newest ? { slug, name, asOf: toDay(asOf), freezes: [newest, ...older] } : null;
}
