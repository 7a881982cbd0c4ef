import { useFormatter, useTranslations } from "next-intl";
import { IndicatorChart } from "@/components/public/project/indicator-chart";
import { AssessedLine, StatedOutcome } from "@/components/public/shared/assessed-outcomes";
import { AttainmentText } from "@/components/public/shared/attainment-text";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { Assessment } from "@/lib/domain/assessment/assessment";
import { type Indicator, readingsInOrder } from "@/lib/domain/progress/progress";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows the indicators of a project: baseline, target, attainment, and every value with its date. */
export function IndicatorTables({
  context,
  indicators,
  assessments,
  outcomeNames,
}: {
  context: PageContext;
  indicators: Indicator[];
  assessments: Assessment[];
  outcomeNames: Record<string, string>;
}) {
  const t = useTranslations("public.project");
  return indicators.map((indicator) => (
    <div key={indicator.id} className="flex flex-col gap-2 pb-4">
      <h3 className="max-w-text font-bold text-h3">
        <Content>{indicator.name}</Content>
        {indicator.unit && (
          <span className="font-normal text-muted">
            {", "}
            <Content>{indicator.unit}</Content>
          </span>
        )}
      </h3>
      <TargetSummary context={context} indicator={indicator} />
      {indicator.outcome && (
        <p>
          {t("serves")}{" "}
          <StatedOutcome
            context={context}
            outcome={indicator.outcome}
            outcomeNames={outcomeNames}
          />
        </p>
      )}
      <AssessedLine
        context={context}
        assessments={assessments.filter(({ entryId }) => entryId === indicator.id)}
        outcomeNames={outcomeNames}
      />
      {indicator.readings.length === 0 ? (
        <p>{t("noReadings")}</p>
      ) : (
        <>
          <AttainmentText context={context} indicator={indicator} />
          <div className="flex flex-col gap-x-10 gap-y-4 md:flex-row md:items-start">
            <div className="empty:hidden md:w-1/2">
              <IndicatorChart indicator={indicator} locale={context.locale} />
            </div>
            <div className="min-w-0 grow md:max-w-text">
              <Readings context={context} indicator={indicator} />
            </div>
          </div>
        </>
      )}
    </div>
  ));
}

/** Shows "Should fall: from 40 (2018) to 20 (2025)", as far as it is stated. */
function TargetSummary({ context, indicator }: { context: PageContext; indicator: Indicator }) {
  const t = useTranslations("public.project");
  const choice = useTranslations("choices.direction");
  const format = useFormatter();
  const stated = (value: number, on: string | null) =>
    on === null
      ? format.number(value, { maximumFractionDigits: 6 })
      : t("valueOn", {
          value: format.number(value, { maximumFractionDigits: 6 }),
          on: formatPartialDate(on, context.locale),
        });
  const { baseline, baselineOn, target, targetOn, direction } = indicator;
  const parts = [
    // Without a target the direction is only a default that nobody stated.
    target !== null && baseline !== null && choice(direction),
    baseline !== null && t("baseline", { value: stated(baseline, baselineOn) }),
    target !== null && t("target", { value: stated(target, targetOn) }),
  ].filter(Boolean);
  return parts.length > 0 && <p>{parts.join(" · ")}</p>;
}

function Readings({ context, indicator }: { context: PageContext; indicator: Indicator }) {
  const t = useTranslations("public.project");
  const format = useFormatter();
  return (
    <PlainTable
      label={indicator.name}
      columns={[
        { header: t("on") },
        { header: t("reading"), align: "end" },
        { header: t("readingNote") },
      ]}
      rows={readingsInOrder(indicator).map((measured) => ({
        key: measured.id,
        cells: [
          measured.on ? formatPartialDate(measured.on, context.locale) : "",
          format.number(measured.value, { maximumFractionDigits: 6 }),
          <span key="source" className="flex flex-col text-small">
            <Content>{measured.note}</Content>
            {measured.source && <a href={measured.source}>{t("source")}</a>}
          </span>,
        ],
      }))}
    />
  );
}
