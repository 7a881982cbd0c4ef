import { useFormatter, useTranslations } from "next-intl";
import { ColumnChart } from "@/components/charts/column-chart";
import { useStageSeries } from "@/components/charts/stage-series";
import type { Tally } from "@/lib/domain/progress/tally";
import type { Day } from "@/lib/domain/values/day";

/** How many projects there are by stage, report by report; nothing while there is one report alone. */
export function TrendChart({ points }: { points: { name: string; asOf: Day; tally: Tally }[] }) {
  const t = useTranslations("charts.stages");
  const format = useFormatter();
  const series = useStageSeries(points.map((point) => point.tally.byStage));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  return (
    <ColumnChart
      id="chart-trend"
      title={t("title")}
      summary={t("summary", {
        first: first.name,
        last: last.name,
        from: first.tally.total,
        to: last.tally.total,
        completedFrom: first.tally.byStage.completed,
        completedTo: last.tally.byStage.completed,
      })}
      series={series}
      rows={points.map(({ asOf, tally }) => ({
        key: asOf,
        label: asOf.slice(0, 4),
        values: tally.byStage,
      }))}
      formatNumber={(value) => format.number(value)}
    />
  );
}
