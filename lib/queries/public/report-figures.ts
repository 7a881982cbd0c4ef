import "server-only";
import { figuresOf, type ReportFigures } from "@/lib/domain/report/figures";
import { getFrozenContent } from "@/lib/queries/public/report-content";
import { listTrend, type TrendPoint } from "@/lib/queries/public/report-trend";
import { findReport, getReportTerms, type OpenedReport } from "@/lib/queries/public/reports";

/** A frozen report with its counts. */
export type CountedReport = OpenedReport & {
  figures: ReportFigures;
  /** The names of focus areas, by slug. */
  areaNames: Record<string, string>;
  /** This freeze after those before it; empty for one city. */
  trend: TrendPoint[];
};

/**
 * Returns the report with this slug, counted from one of its freezes, the newest by default; for one city when its slug
 * is given. Null when the report, the freeze, or the city in it does not exist.
 */
export async function findCountedReport(
  slug: string,
  number: string | null,
  citySlug: string | null,
): Promise<CountedReport | null> {
  const opened = await findReport(slug, number);
  if (!opened) return null;
  const [content, before, terms, trend] = await Promise.all([
    getFrozenContent(opened.freeze.id, citySlug),
    opened.before && getFrozenContent(opened.before.id, citySlug),
    getReportTerms(),
    citySlug === null ? listTrend(opened.freeze.id) : [],
  ]);
  if (citySlug !== null && content.projects.length + content.plans.length === 0) return null;
  // Printed figures are of the whole network.
  const printed = citySlug === null ? opened.printed : null;
  return {
    ...opened,
    trend,
    figures: figuresOf(opened.report.asOf, content, before, terms, printed),
    areaNames: Object.fromEntries(terms.focusAreas.map(({ slug: area, name }) => [area, name])),
  };
}
