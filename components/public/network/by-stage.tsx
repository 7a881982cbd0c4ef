import { useFormatter, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { Beside } from "@/components/charts/beside";
import { SeriesName } from "@/components/charts/series-name";
import { useStageSeries } from "@/components/charts/stage-series";
import { extremesOf } from "@/components/charts/total";
import { PlainTable } from "@/components/ui/plain-table";
import type { Stage } from "@/lib/domain/record/project";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

export type StageRow = {
  key: string;
  name: string;
  /** The path of the row's own page; null when it has none. */
  path: string | null;
  /** The filters of the list that the row counts. */
  filters: Record<string, string>;
  aggregate: { total: number; byStage: Record<Stage, number> };
};

/** Shows projects by a property and stage, as a chart and a table; each number links to the list that it counts. */
export function ByStage({
  id,
  context,
  title,
  header,
  rows,
}: {
  id: string;
  context: PageContext;
  title: string;
  /** The heading of the rows. */
  header: string;
  rows: StageRow[];
}) {
  const t = useTranslations();
  const format = useFormatter();
  const series = useStageSeries(rows.map(({ aggregate }) => aggregate.byStage));
  const bars = rows.map(({ key, name, aggregate }) => ({
    key,
    label: name,
    values: aggregate.byStage,
  }));
  const extremes = extremesOf(bars);
  return (
    <Beside
      chart={
        series.length === 0 ? null : (
          <BarChart
            id={id}
            title={title}
            summary={
              extremes
                ? t("charts.extremes", {
                    max: extremes.highest.total,
                    maxNames: format.list(extremes.highest.names),
                    min: extremes.lowest.total,
                    minNames: format.list(extremes.lowest.names),
                  })
                : t("charts.even", { count: rows[0]?.aggregate.total ?? 0 })
            }
            series={series}
            rows={bars}
            formatNumber={(value) => format.number(value)}
          />
        )
      }
    >
      <PlainTable
        label={title}
        columns={[
          { header },
          { header: t("public.home.projects"), align: "end" },
          ...series.map((each) => ({
            header: <SeriesName series={each} />,
            align: "end" as const,
            isFolded: true,
          })),
        ]}
        rows={rows.map(({ key, name, path, filters, aggregate }) => {
          const list = (count: number, filter: Record<string, string>) => (
            <a
              key={JSON.stringify(filter)}
              href={addressOf(context, "/projects", { ...filters, ...filter })}
            >
              {format.number(count)}
            </a>
          );
          return {
            key,
            cells: [
              <span key="name">{path ? <a href={addressOf(context, path)}>{name}</a> : name}</span>,
              list(aggregate.total, {}),
              ...series.map((each) => list(aggregate.byStage[each.key], { stage: each.key })),
            ],
          };
        })}
      />
    </Beside>
  );
}
