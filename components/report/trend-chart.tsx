import { useFormatter, useTranslations } from "next-intl";
import { ColumnChart } from "@/components/charts/column-chart";
import { useStageSeries } from "@/components/charts/stage-series";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import type { Day } from "@/lib/domain/values/day";

/** Shows the number of projects by stage in each report; nothing when there is only one report. */
export function TrendChart({
  points,
}: {
  points: { name: string; asOf: Day; aggregate: Aggregate }[];
}) {
  const t = useTranslations("charts.stages");
  const format = useFormatter();
  const series = useStageSeries(points.map((point) => point.aggregate.byStage));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || points.length < 2) return null;
  return (
    <ColumnChart
      id="chart-trend"
      title={t("title")}
      summary={t("summary", {
        first: first.name,
        last: last.name,
        from: first.aggregate.total,
        to: last.aggregate.total,
        completedFrom: first.aggregate.byStage.completed,
        completedTo: last.aggregate.byStage.completed,
      })}
      series={series}
      rows={points.map(({ asOf, aggregate }) => ({
        key: asOf,
        label: asOf.slice(0, 4),
        values: aggregate.byStage,
      }))}
      formatNumber={(value) => format.number(value)}
    />
  );
}
