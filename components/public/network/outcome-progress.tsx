import { useFormatter, useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { Beside } from "@/components/charts/beside";
import { SeriesName } from "@/components/charts/series-name";
import { useStandingSeries } from "@/components/charts/standing-series";
import { FormulasLink } from "@/components/public/shared/progress-sum";
import { PlainTable } from "@/components/ui/plain-table";
import { type Aggregate, addAggregates } from "@/lib/domain/progress/aggregate";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/**
 * Shows the standing of the indicators that serve each outcome, and how many milestones of its projects are done, as
 * charts and a table.
 */
export function OutcomeProgress({
  context,
  outcomes,
}: {
  context: PageContext;
  outcomes: { slug: string; name: string; aggregate: Aggregate }[];
}) {
  const t = useTranslations("network.standing");
  const messages = useTranslations("public");
  const format = useFormatter();
  const series = useStandingSeries();
  const { byStanding } = addAggregates(outcomes.map(({ aggregate }) => aggregate));
  const sumOf = (standing: Aggregate["byStanding"]) =>
    Object.values(standing).reduce((sum, number) => sum + number, 0);
  const { reached, on_course: onCourse, behind, not_said: notSaid } = byStanding;
  const total = sumOf(byStanding);
  return (
    <Beside
      chart={
        total === 0 ? null : (
          <BarChart
            id="chart-standing"
            title={t("title")}
            summary={t("summary", { total, reached, onCourse, behind, notSaid })}
            series={series}
            rows={outcomes.map(({ slug, name, aggregate }) => ({
              key: slug,
              label: name,
              values: aggregate.byStanding,
            }))}
            formatNumber={(value) => format.number(value)}
          />
        )
      }
    >
      <PlainTable
        label={t("title")}
        columns={[
          { header: messages("home.outcome") },
          { header: messages("project.indicators"), align: "end" },
          ...series.map((each) => ({
            header: <SeriesName series={each} />,
            align: "end" as const,
            isFolded: true,
          })),
          { header: t("milestones"), align: "end", isFolded: true },
        ]}
        rows={outcomes.map(({ slug, name, aggregate }) => {
          const address = addressOf(context, `/outcomes/${slug}`);
          const list = (key: string, count: number) => (
            <a key={key} href={`${address}#projects`}>
              {format.number(count)}
            </a>
          );
          return {
            key: slug,
            cells: [
              <a key="name" href={address}>
                {name}
              </a>,
              list("all", sumOf(aggregate.byStanding)),
              ...series.map((each) => list(each.key, aggregate.byStanding[each.key])),
              <a key="milestones" href={`${address}#projects`}>
                {t("milestonesOf", aggregate.milestones)}
              </a>,
            ],
          };
        })}
      />
      <FormulasLink context={context} />
    </Beside>
  );
}
