import { useFormatter, useTranslations } from "next-intl";
import { SeriesName } from "@/components/charts/series-name";
import { StageBar } from "@/components/charts/stage-bar";
import { useStageSeries } from "@/components/charts/stage-series";
import { PlainTable } from "@/components/ui/plain-table";
import { countByStage, noTerm, type ReportTable } from "@/lib/domain/report/report";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type Counted = Exclude<ReportTable["table"], "stage">;

/** The filter of the list of projects for a row; types have none. */
const filters: Record<Counted, string | null> = {
  focusArea: "focusArea",
  projectType: null,
  outcome: "outcome",
  country: "country",
  cohort: "cohort",
  city: "city",
};

/** Shows the number of projects in each row, and by stage. Each number links to the list that it counts. */
export function ReportTableView({
  context,
  table: { table, rows },
  total,
  hasBars,
  hrefOf = () => null,
  isOnPaper = false,
}: {
  /** The context with the report's day. */
  context: PageContext;
  table: ReportTable & { table: Counted };
  total: number;
  /** True when each row has a small bar, because no chart stands beside the table. */
  hasBars: boolean;
  /** Returns the address of a row's own page. */
  hrefOf?: (key: string) => string | null;
  /** True when the table has every column: a page has room for all of them. */
  isOnPaper?: boolean;
}) {
  const t = useTranslations("reports.page");
  const format = useFormatter();
  const maxCount = Math.max(...rows.map((row) => row.projects.length));
  const series = useStageSeries(rows.map((row) => countByStage(row.projects)));
  return (
    <PlainTable
      label={t(`by.${table}`)}
      columns={[
        { header: t(`row.${table}`) },
        { header: t("projects"), align: "end" },
        { header: t("share"), align: "end" },
        ...series.map((each) => ({
          header: <SeriesName series={each} />,
          align: "end" as const,
          isFolded: !isOnPaper,
        })),
        ...(hasBars ? [{ header: <span className="sr-only">{t("bar")}</span>, isWide: true }] : []),
      ]}
      rows={rows.map(({ key, name, projects }) => {
        const filter = filters[table];
        const counts = countByStage(projects);
        const link = (count: number, stage?: string) => {
          const isListable = filter !== null && (key !== noTerm || table === "focusArea");
          if (!isListable || count === 0) return format.number(count);
          return (
            <a
              key={stage ?? "all"}
              href={addressOf(context, "/projects", { [filter]: key, stage })}
            >
              {format.number(count)}
            </a>
          );
        };
        const href = hrefOf(key);
        const label = key === noTerm ? t("none") : name;
        return {
          key,
          cells: [
            <span key="name">{href ? <a href={href}>{label}</a> : label}</span>,
            link(projects.length),
            t("percent", {
              percent: format.number((100 * projects.length) / Math.max(1, total), {
                maximumFractionDigits: 1,
              }),
            }),
            ...series.map(({ key: stage }) => link(counts[stage], stage)),
            ...(hasBars ? [<StageBar key="bar" max={maxCount} counts={counts} />] : []),
          ],
        };
      })}
    />
  );
}
