import { useFormatter, useTranslations } from "next-intl";
import { AttainmentText } from "@/components/public/shared/attainment-text";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import { type Indicator, latestReading } from "@/lib/domain/progress/progress";
import type { PageContext } from "@/lib/domain/site/page-context";
import type { PartialDate } from "@/lib/domain/values/partial-date";

/** Shows the indicators of a project that serve an outcome: baseline, target, attainment and standing. */
export function ServingIndicators({
  context,
  address,
  title,
  indicators,
}: {
  context: PageContext;
  /** The address of the project. */
  address: string;
  title: string;
  indicators: Indicator[];
}) {
  const t = useTranslations("network.outcome");
  const words = useTranslations("public");
  if (indicators.length === 0) return <p className="text-muted text-small">{t("noneServes")}</p>;
  return (
    <PlainTable
      label={`${words("project.indicators")}: ${title}`}
      columns={[
        { header: words("project.indicator") },
        { header: words("city.baseline"), align: "end", isFolded: true },
        { header: t("latest"), align: "end", isFolded: true },
        { header: words("city.target"), align: "end", isFolded: true },
        { header: t("standing"), isFolded: true },
      ]}
      rows={indicators.map((indicator) => {
        const latest = latestReading(indicator);
        return {
          key: indicator.id,
          cells: [
            <span key="name" className="block max-w-text">
              <a href={`${address}#indicators`}>
                <Content>{indicator.name}</Content>
              </a>
              {indicator.unit && (
                <span className="text-muted">
                  , <Content>{indicator.unit}</Content>
                </span>
              )}
            </span>,
            <Value
              key="baseline"
              context={context}
              value={indicator.baseline}
              on={indicator.baselineOn}
            />,
            <Value
              key="latest"
              context={context}
              value={latest?.value ?? null}
              on={latest?.on ?? null}
            />,
            <Value
              key="target"
              context={context}
              value={indicator.target}
              on={indicator.targetOn}
            />,
            <AttainmentText key="standing" context={context} indicator={indicator} />,
          ],
        };
      })}
    />
  );
}

/** Shows a number with its date, as far as they are stated. */
function Value({
  context,
  value,
  on,
}: {
  context: PageContext;
  value: number | null;
  on: PartialDate | null;
}) {
  const format = useFormatter();
  if (value === null) return "–";
  return (
    <>
      {format.number(value, { maximumFractionDigits: 6 })}
      {on && (
        <span className="text-muted text-small sm:block">
          {" "}
          {formatPartialDate(on, context.locale)}
        </span>
      )}
    </>
  );
}
