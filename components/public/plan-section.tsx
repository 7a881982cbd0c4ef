import { useFormatter, useTranslations } from "next-intl";
import { Section } from "@/components/public/section";
import { formatPartialDate } from "@/components/record/partial-date";
import { PlainTable } from "@/components/ui/plain-table";
import type { PlanFields } from "@/lib/domain/plan";
import { addressOf, type Reading } from "@/lib/domain/reading";

/** A city's plan: its vision, the focus areas in the city's words too, and its strategic targets. */
export function PlanSection({
  reading,
  cityName,
  plan,
  areaNames,
}: {
  reading: Reading;
  cityName: string;
  /** `slug` is the plan's period. */
  plan: { slug: string; fields: PlanFields } | null;
  areaNames: Record<string, string>;
}) {
  const t = useTranslations("public.city");
  if (!plan) {
    return (
      <Section title={t("plan", { period: "" })}>
        <p className="max-w-text">{t("noPlan", { city: cityName })}</p>
      </Section>
    );
  }
  const { vision, focusAreas, strategicTargets } = plan.fields;
  return (
    <Section title={t("plan", { period: plan.slug.replace("-", "–") })} id="plan">
      {vision && (
        <>
          <h3 className="font-bold text-h3">{t("vision")}</h3>
          <p className="max-w-text whitespace-pre-line">{vision}</p>
        </>
      )}
      <h3 className="font-bold text-h3">{t("focusAreas")}</h3>
      {focusAreas.length === 0 ? (
        <p>{t("focusAreasNone")}</p>
      ) : (
        <ul className="flex max-w-text list-disc flex-col gap-1 pl-5">
          {focusAreas.map((item) => (
            <li key={item.id}>
              <a href={addressOf(reading, `/focus-areas/${item.focusArea}`)}>
                {areaNames[item.focusArea] ?? item.focusArea}
              </a>
              {item.ownLabel && ` (${t("ownLabel", { label: item.ownLabel })})`}
            </li>
          ))}
        </ul>
      )}
      <h3 className="font-bold text-h3">{t("targets")}</h3>
      {strategicTargets.length === 0 ? (
        <p>{t("targetsNone")}</p>
      ) : (
        <TargetTable reading={reading} targets={strategicTargets} />
      )}
    </Section>
  );
}

function TargetTable({
  reading,
  targets,
}: {
  reading: Reading;
  targets: PlanFields["strategicTargets"];
}) {
  const t = useTranslations("public.city");
  const format = useFormatter();
  const amount = (value: number | null, unit: string) =>
    value === null ? "" : `${format.number(value)} ${unit}`.trim();
  return (
    <PlainTable
      label={t("targets")}
      columns={[
        { header: t("target") },
        { header: t("baseline"), align: "end", isWide: true },
        { header: t("value"), align: "end" },
        { header: t("due"), align: "end", isWide: true },
      ]}
      rows={targets.map((target) => ({
        key: target.id,
        cells: [
          <span key="text" className="flex max-w-text flex-col">
            {target.text}
            {target.measure && <span className="text-muted text-small">{target.measure}</span>}
            {target.baseline !== null && (
              <span className="text-muted text-small sm:hidden">
                {t("baseline")}: {amount(target.baseline, target.unit)}
              </span>
            )}
            {target.dueOn && (
              <span className="text-muted text-small sm:hidden">
                {t("due")}: {formatPartialDate(target.dueOn, reading.locale)}
              </span>
            )}
          </span>,
          amount(target.baseline, target.unit),
          amount(target.value, target.unit),
          target.dueOn ? formatPartialDate(target.dueOn, reading.locale) : "",
        ],
      }))}
    />
  );
}
