import { useTranslations } from "next-intl";
import { Beside } from "@/components/charts/beside";
import { StageChart } from "@/components/charts/stage-chart";
import { Section } from "@/components/public/shared/section";
import { StageCounts } from "@/components/public/shared/stage-counts";
import { ChangeSections } from "@/components/report/change-sections";
import { CountChart, isDrawn } from "@/components/report/count-chart";
import { IndicatorSection } from "@/components/report/indicator-section";
import { LateSection } from "@/components/report/late-section";
import { PrintedSection } from "@/components/report/printed-section";
import { SupportSection } from "@/components/report/support-section";
import { ReportTableView } from "@/components/report/table";
import { TrendChart } from "@/components/report/trend-chart";
import { TrendTable } from "@/components/report/trend-table";
import { formatPartialDate } from "@/components/ui/partial-date";
import { type Aggregate, aggregateOf } from "@/lib/domain/progress/aggregate";
import type { ReportFigures } from "@/lib/domain/report/figures";
import type { PrintedReport } from "@/lib/domain/report/printed";
import type { ReportTable } from "@/lib/domain/report/report";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";
import type { Day } from "@/lib/domain/values/day";

type Point = { slug: string; number: number; name: string; asOf: Day; aggregate: Aggregate };

/** Shows the whole report of the network: tables and charts, changes, indicators, needs, and printed figures. */
export function ReportBody({
  context,
  figures,
  trend,
  before,
  printed,
  areaNames,
  cityPath,
  isOnPaper,
}: {
  /** The context has the report's day, because the lists behind the numbers are as of that day. */
  context: PageContext & { asOf: Day };
  figures: ReportFigures;
  /** This report after those before it. */
  trend: Point[];
  before: Omit<Point, "aggregate"> | null;
  printed: PrintedReport | null;
  areaNames: Record<string, string>;
  /** The path of the pages of its cities. */
  cityPath: string;
  isOnPaper: boolean;
}) {
  const t = useTranslations("reports.page");
  const { listed, tables } = figures;
  const aggregate = toAggregate(listed);
  return (
    <>
      {!isOnPaper && <Contents before={before} isPrinted={printed !== null} />}
      <StageSection context={context} aggregate={aggregate} trend={trend} />
      {tables.filter(isShown).map((table) => (
        <Section key={table.table} title={t(`by.${table.table}`)} id={table.table}>
          {table.table === "outcome" && table.rows.every((row) => row.projects.length === 0) ? (
            <p className="max-w-text">{t("outcomesNone")}</p>
          ) : (
            <Beside chart={isDrawn(table.table) ? <CountChart table={table} /> : null}>
              <ReportTableView
                context={context}
                table={table}
                total={aggregate.total}
                hasBars={!isDrawn(table.table)}
                hrefOf={(key) => pageOf(table.table, key)}
                isOnPaper={isOnPaper}
              />
            </Beside>
          )}
          {table.table === "focusArea" && <p className="text-muted text-small">{t("areaNote")}</p>}
        </Section>
      ))}
      <ChangeSections
        context={context}
        changes={figures.changes}
        before={before}
        areaNames={areaNames}
        cityPath={cityPath}
      />
      <LateSection
        context={context}
        late={figures.late}
        cityPath={cityPath}
        isOnPaper={isOnPaper}
      />
      <IndicatorSection
        context={context}
        indicators={figures.indicators}
        cityPath={cityPath}
        isOnPaper={isOnPaper}
      />
      <SupportSection context={context} support={figures.support} cityPath={cityPath} />
      {printed && <PrintedSection printed={printed} figures={figures.printed} tables={tables} />}
    </>
  );

  function pageOf(table: ReportTable["table"], key: string) {
    const pages = {
      city: `${cityPath}/${key}`,
      country: addressOf(context, `/countries/${key}`),
      focusArea: key in areaNames ? addressOf(context, `/focus-areas/${key}`) : null,
      outcome: addressOf(context, `/outcomes/${key}`),
    };
    return pages[table as keyof typeof pages] ?? null;
  }
}

/** Shows links to the parts of the report. */
function Contents({
  before,
  isPrinted,
}: {
  before: { name: string } | null;
  /** True when the report has printed figures. */
  isPrinted: boolean;
}) {
  const t = useTranslations("reports.page");
  const messages = useTranslations("reports");
  const parts = [
    {
      id: "changes",
      title: before ? messages("changes.title", { name: before.name }) : messages("changes.first"),
    },
    { id: "late", title: messages("late.title") },
    { id: "indicators", title: messages("indicators.title") },
    { id: "support", title: messages("support.title") },
    ...(isPrinted ? [{ id: "printed", title: messages("printed.title") }] : []),
    { id: "cite", title: messages("cite.title") },
  ];
  return (
    <nav aria-label={t("onThisPage")} className="print:hidden">
      <ul className="flex flex-wrap gap-x-6">
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`} className="inline-block py-2">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Shows the numbers by stage, with a chart: of this report, or of several reports. */
function StageSection({
  context,
  aggregate,
  trend,
}: {
  context: PageContext & { asOf: Day };
  aggregate: Aggregate;
  trend: Point[];
}) {
  const t = useTranslations("reports.page");
  return (
    <Section title={t("stages")} id="stages">
      <StageCounts context={context} aggregate={aggregate} filters={{}} />
      {trend.length < 2 ? (
        <StageChart counts={aggregate.byStage} />
      ) : (
        <Beside chart={<TrendChart points={trend} />}>
          <TrendTable
            context={context}
            points={trend.map((point) => ({
              ...point,
              path: `/reports/${point.slug}/${point.number}`,
            }))}
          />
        </Beside>
      )}
      <p className="max-w-text text-muted text-small">
        {t("listNote", { asOf: formatPartialDate(context.asOf, context.locale) })}
      </p>
    </Section>
  );
}

/** Returns true for tables to show: stages have one of their own above, and few reports state types. */
function isShown(
  table: ReportTable,
): table is ReportTable & { table: Exclude<ReportTable["table"], "stage"> } {
  return table.table !== "stage" && (table.table !== "projectType" || hasTypes(table));
}

function hasTypes({ rows }: ReportTable) {
  return rows.some((row) => row.key !== "none");
}

function toAggregate(listed: ReportFigures["listed"]) {
  return aggregateOf(
    listed.map(({ fields }) => ({
      isListed: true,
      stage: fields.stage,
      leadFocusArea: null,
      outcomes: [],
    })),
  );
}
