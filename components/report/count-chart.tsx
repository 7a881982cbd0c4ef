import { useFormatter, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { useStageSeries } from "@/components/charts/stage-series";
import { extremesOf } from "@/components/charts/total";
import { countByStage, noTerm, type ReportTable } from "@/lib/domain/report/report";

/** The tables of a report that also have a chart. */
const drawn = ["focusArea", "outcome", "country", "cohort"] as const;
type Drawn = (typeof drawn)[number];

/** Shows the numbers of a table as bars; nothing when all are zero. */
export function CountChart({ table: { table, rows } }: { table: ReportTable }) {
  const t = useTranslations("charts");
  const none = useTranslations("reports.page")("none");
  const format = useFormatter();
  const bars = rows.map(({ key, name, projects }) => ({
    key,
    label: key === noTerm ? none : name,
    values: countByStage(projects),
  }));
  const series = useStageSeries(bars.map((bar) => bar.values));
  if (!isDrawn(table) || series.length === 0) return null;
  const extremes = extremesOf(bars);
  return (
    <BarChart
      id={`chart-${table}`}
      title={t(`by.${table}`)}
      summary={
        extremes
          ? t("extremes", {
              max: extremes.highest.total,
              maxNames: format.list(extremes.highest.names),
              min: extremes.lowest.total,
              minNames: format.list(extremes.lowest.names),
            })
          : t("even", { count: rows[0]?.projects.length ?? 0 })
      }
      series={series}
      rows={bars}
      formatNumber={(value) => format.number(value)}
    />
  );
}

/**
 * Returns true when a table has a chart. A table with as many rows as there are cities is easier to read with small
 * bars in it.
 */
export function isDrawn(table: ReportTable["table"]): table is Drawn {
  return drawn.some((each) => each === table);
}
