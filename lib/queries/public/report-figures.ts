import "server-only";
import { figuresOf, type ReportFigures } from "@/lib/domain/report/figures";
import { getFrozenContent } from "@/lib/queries/public/report-content";
import { listTrend, type TrendPoint } from "@/lib/queries/public/report-trend";
import { findReport, getReportTerms, type OpenedReport } from "@/lib/queries/public/reports";

/** A report as it was frozen, counted. */
export type CountedReport = OpenedReport & {
  figures: ReportFigures;
  /** The names of focus areas, by slug. */
  areaNames: Record<string, string>;
  /** This freeze after those before it; empty for a city alone. */
  trend: TrendPoint[];
};

/**
 * The report at this address, counted from one of its freezes, the newest where no number is asked for; of one city
 * where its slug is given. Null when there is no such report, freeze, or city in it.
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
  // What was printed is of the whole network.
  const printed = citySlug === null ? opened.printed : null;
  return {
    ...opened,
    trend,
    figures: figuresOf(content, before, terms, printed),
    areaNames: Object.fromEntries(terms.focusAreas.map(({ slug: area, name }) => [area, name])),
  };
}
