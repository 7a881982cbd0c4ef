import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/shared/section";
import { ByCity } from "@/components/report/by-city";
import { ProjectName } from "@/components/report/project-name";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { maxNamed } from "@/lib/domain/report/cities";
import type { ReportIndicator } from "@/lib/domain/report/needs";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

/** Shows the indicators of the projects of a report: latest value, attainment and standing. */
export function IndicatorSection({
  context,
  indicators,
  cityPath,
  isOnPaper = false,
}: {
  context: PageContext;
  indicators: ReportIndicator[];
  /** The path of the pages of the report's cities; null on one of them. */
  cityPath: string | null;
  /** True when the table has every column: a page has room for all of them. */
  isOnPaper?: boolean;
}) {
  const t = useTranslations("reports.indicators");
  const format = useFormatter();
  const shown = indicators.filter(({ project }) => !project.isWithheld);
  if (indicators.length === 0)
    return (
      <Section title={t("title")} id="indicators">
        <p>{t("none")}</p>
      </Section>
    );
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 });
  const dated = (value: number, on: string | null) =>
    on === null ? number(value) : `${number(value)} (${formatPartialDate(on, context.locale)})`;
  return (
    <Section title={t("title")} id="indicators">
      <p className="max-w-text">
        {t("lead", {
          count: indicators.length,
          projects: new Set(indicators.map(({ project }) => project.recordId)).size,
          measured: indicators.filter(({ latest }) => latest !== null).length,
        })}{" "}
        <a href={addressOf({ ...context, asOf: null }, "/numbers")}>{t("formula")}</a>
      </p>
      {cityPath !== null && indicators.length > maxNamed ? (
        <ByCity things={indicators} cityPath={cityPath} part="indicators" />
      ) : (
        <PlainTable
          label={t("title")}
          columns={[
            { header: t("indicator") },
            { header: t("latest"), align: "end" },
            { header: t("target"), align: "end" },
            { header: t("attained"), align: "end", isFolded: !isOnPaper },
            { header: t("course"), isFolded: !isOnPaper },
          ]}
          rows={shown.map(({ project, indicator, latest, attainment, course }) => ({
            key: indicator.id,
            cells: [
              <span key="name">
                {indicator.name}
                {indicator.unit && <span className="text-muted">, {indicator.unit}</span>}
                <span className="block text-small">
                  <ProjectName context={context} project={project} withCity={cityPath !== null} />
                </span>
              </span>,
              latest ? dated(latest.value, latest.on) : "–",
              indicator.target === null ? "–" : dated(indicator.target, indicator.targetOn),
              "why" in attainment
                ? "–"
                : format.number(attainment.percent / 100, {
                    style: "percent",
                    maximumFractionDigits: 0,
                  }),
              t("why" in course ? "notSaid" : course.isOnCourse ? "onCourse" : "offCourse"),
            ],
          }))}
        />
      )}
    </Section>
  );
}
