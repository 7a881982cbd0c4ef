import { useFormatter, useTranslations } from "next-intl";
import { Beside } from "@/components/charts/beside";
import { ColumnChart } from "@/components/charts/column-chart";
import { SeriesName } from "@/components/charts/series-name";
import { useStageSeries } from "@/components/charts/stage-series";
import { Section } from "@/components/public/shared/section";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

type Point = {
  day: Day | null;
  report: { slug: string; name: string } | null;
  aggregate: Aggregate;
};

/**
 * Shows how many projects were in each stage on the network's report days and are now, as a chart and a table; each
 * number links to its list.
 */
export function TotalsInTime({
  context,
  points: all,
  newestDay,
  filters,
}: {
  context: PageContext;
  /** Oldest first; null stands for what is public now. */
  points: Point[];
  /** The day from which the newest edition of the network is valid. */
  newestDay: Day | null;
  /** The filters of the lists to which the numbers link. */
  filters: Record<string, string>;
}) {
  const t = useTranslations("network.inTime");
  const format = useFormatter();
  // Nothing can be compared before the first project; no source of 2018 states a focus area.
  const firstWith = all.findIndex((point) => point.aggregate.total > 0);
  const points = firstWith > 0 ? all.slice(firstWith) : all;
  const series = useStageSeries(points.map((point) => point.aggregate.byStage));
  const [first, last] = [points[0], points.at(-1)];
  if (!first?.day || !last || series.length === 0) return null;
  const lastDay = last.day ?? newestDay ?? first.day;
  const dated = (day: Day) => formatPartialDate(day, context.locale);
  const summed = {
    first: dated(first.day),
    from: first.aggregate.total,
    completedFrom: first.aggregate.byStage.completed,
    to: last.aggregate.total,
    completedTo: last.aggregate.byStage.completed,
  };
  return (
    <Section title={t("title")} id="years">
      <Beside
        chart={
          points.length < 2 ? null : (
            <ColumnChart
              id="chart-years"
              title={t("title")}
              summary={t("summaryThen", { ...summed, last: dated(lastDay) })}
              series={series}
              rows={points.map(({ day, aggregate }, index) => ({
                key: day ?? "now",
                label: day ? labelOf(day, points[index - 1]?.day ?? null) : t("latest"),
                values: aggregate.byStage,
              }))}
              formatNumber={(value) => format.number(value)}
            />
          )
        }
      >
        <TotalsTable
          context={context}
          points={points}
          firstDay={first.day}
          lastDay={lastDay}
          filters={filters}
        />
        <p className="max-w-text pt-2 text-muted text-small">{t("note")}</p>
        {points !== all && filters["focusArea"] && all[0]?.day && (
          <p className="max-w-text text-muted text-small">
            {t("notStatedThen", { date: dated(all[0].day) })}
          </p>
        )}
      </Beside>
    </Section>
  );
}

/** Shows the numbers of the chart as a table, each with a link to its list. */
function TotalsTable({
  context,
  points,
  firstDay,
  lastDay,
  filters,
}: {
  context: PageContext;
  points: Point[];
  firstDay: Day;
  lastDay: Day;
  filters: Record<string, string>;
}) {
  const t = useTranslations("network.inTime");
  const asOf = useTranslations("public.asOf");
  const projects = useTranslations("public.home")("projects");
  const format = useFormatter();
  const series = useStageSeries(points.map((point) => point.aggregate.byStage));
  const dated = (day: Day) => formatPartialDate(day, context.locale);
  return (
    <PlainTable
      label={t("title")}
      columns={[
        { header: asOf("day") },
        { header: projects, align: "end" },
        ...series.map((each) => ({
          header: <SeriesName series={each} />,
          align: "end" as const,
          isFolded: true,
        })),
      ]}
      rows={points.map(({ day, report, aggregate }) => {
        const list = (count: number, filter: Record<string, string>) => (
          <a
            key={JSON.stringify(filter)}
            href={addressOf({ ...context, asOf: day }, "/projects", { ...filters, ...filter })}
          >
            {format.number(count)}
          </a>
        );
        return {
          key: day ?? "now",
          cells: [
            <span key="day">
              <span className="sm:whitespace-nowrap">
                {day ? dated(day) : t("now", { day: dated(lastDay) })}
              </span>
              <PointName context={context} point={{ day, report }} isFirst={day === firstDay} />
            </span>,
            list(aggregate.total, {}),
            ...series.map(({ key }) => list(aggregate.byStage[key], { stage: key })),
          ],
        };
      })}
    />
  );
}

/** Shows the event of the day below its date. */
function PointName({
  context,
  point: { day, report },
  isFirst,
}: {
  context: PageContext;
  point: Pick<Point, "day" | "report">;
  isFirst: boolean;
}) {
  const t = useTranslations("network.inTime");
  if (day === null) return null;
  return (
    <span className="block text-muted text-small">
      {report ? (
        <a href={addressOf({ ...context, asOf: null }, `/reports/${report.slug}`)}>{report.name}</a>
      ) : (
        t(isFirst ? "firstPlans" : "dayRead")
      )}
    </span>
  );
}

/** Returns the year, with the month when the point before is in the same year. */
function labelOf(day: Day, before: Day | null) {
  const isSecondOfYear = before?.slice(0, 4) === day.slice(0, 4);
  return day.slice(0, isSecondOfYear ? 7 : 4);
}
