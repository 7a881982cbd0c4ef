import { useFormatter, useTranslations } from "next-intl";
import { SeriesName } from "@/components/charts/series-name";
import { useStageSeries } from "@/components/charts/stage-series";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

/** Shows the numbers by stage in each report; each number links to the list that it counts. */
export function TrendTable({
  context,
  points,
}: {
  context: PageContext;
  /** `path` is the address of the report: "/reports/2025". */
  points: { path: string; name: string; asOf: Day; aggregate: Aggregate }[];
}) {
  const t = useTranslations("reports.list");
  const format = useFormatter();
  const series = useStageSeries(points.map((point) => point.aggregate.byStage));
  return (
    <PlainTable
      label={t("trend")}
      columns={[
        { header: t("report") },
        { header: t("projects"), align: "end" },
        ...series.map((each) => ({
          header: <SeriesName series={each} />,
          align: "end" as const,
          isFolded: true,
        })),
      ]}
      rows={points.map(({ path, name, asOf, aggregate }) => {
        const list = (count: number, filter: Record<string, string>) => (
          <a
            key={JSON.stringify(filter)}
            href={addressOf({ ...context, asOf }, "/projects", filter)}
          >
            {format.number(count)}
          </a>
        );
        return {
          key: path,
          cells: [
            <span key="name">
              <a href={addressOf({ ...context, asOf: null }, path)}>{name}</a>
              <span className="block text-muted text-small">
                {t("asOf")} {formatPartialDate(asOf, context.locale)}
              </span>
            </span>,
            list(aggregate.total, {}),
            ...series.map(({ key }) => list(aggregate.byStage[key], { stage: key })),
          ],
        };
      })}
    />
  );
}
