import { useFormatter, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { useStageSeries } from "@/components/charts/stage-series";
import type { Stage } from "@/lib/domain/record/project";

/** Shows the number of projects in each stage, one bar for each. */
export function StageChart({ counts }: { counts: Record<Stage, number> }) {
  const t = useTranslations("charts.stages");
  const format = useFormatter();
  const series = useStageSeries([counts]);
  const { planning, ongoing, completed, not_stated: notStated } = counts;
  const total = planning + ongoing + completed + notStated;
  if (total === 0) return null;
  return (
    <BarChart
      id="chart-stages"
      title={t("one")}
      summary={t("now", { total, planning, ongoing, completed, notStated })}
      series={series}
      rows={series.map(({ key, name }) => ({ key, label: name, values: { [key]: counts[key] } }))}
      formatNumber={(value) => format.number(value)}
      hasKey={false}
    />
  );
}
