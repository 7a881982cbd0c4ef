import { useFormatter, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/record/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { ProjectFields } from "@/lib/domain/project";
import type { Reading } from "@/lib/domain/reading";

/** What a project measures, and every value reported so far with its date and source. */
export function IndicatorTables({
  reading,
  indicators,
}: {
  reading: Reading;
  indicators: ProjectFields["indicators"];
}) {
  const t = useTranslations("public.project");
  const format = useFormatter();
  return indicators.map((indicator) => (
    <div key={indicator.id} className="flex max-w-text flex-col gap-2">
      <h3 className="font-bold text-h3">
        {indicator.name}
        {indicator.unit && <span className="font-normal text-muted">, {indicator.unit}</span>}
      </h3>
      {indicator.target !== null && (
        <p>{t("target", { value: `${format.number(indicator.target)} ${indicator.unit}` })}</p>
      )}
      {indicator.readings.length === 0 ? (
        <p>{t("noReadings")}</p>
      ) : (
        <PlainTable
          label={indicator.name}
          columns={[
            { header: t("on") },
            { header: t("reading"), align: "end" },
            { header: t("source") },
          ]}
          rows={indicator.readings.map((measured) => ({
            key: measured.id,
            cells: [
              measured.on ? formatPartialDate(measured.on, reading.locale) : "",
              format.number(measured.value),
              measured.source && <a href={measured.source}>{t("source")}</a>,
            ],
          }))}
        />
      )}
    </div>
  ));
}
