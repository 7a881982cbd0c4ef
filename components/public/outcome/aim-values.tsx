import { useFormatter, useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Aim } from "@/lib/domain/progress/aims";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows in words what a bar draws: the latest value of the target, its day and source, and the baseline. */
export function AimValues({ context, aim }: { context: PageContext; aim: Aim }) {
  const t = useTranslations("aims");
  const words = useTranslations("public.project");
  const format = useFormatter();
  const { latest, value, unit, baseline, baselineOn } = aim;
  const number = (each: number) => format.number(each, { maximumFractionDigits: 6 });
  const dated = (text: string, on: string | null) =>
    on === null
      ? text
      : words("valueOn", { value: text, on: formatPartialDate(on, context.locale) });
  if (latest === null && value === null && baseline === null) return null;
  return (
    <>
      {(latest || value !== null) && (
        <p>
          {latest === null
            ? value !== null && t("aimed", { target: number(value) })
            : value === null
              ? t("measured", { latest: number(latest.value) })
              : t("of", { latest: number(latest.value), target: number(value) })}
          {unit && (
            <>
              {" "}
              <Content>{unit}</Content>
            </>
          )}
          {latest?.on && (
            <span className="text-muted">, {formatPartialDate(latest.on, context.locale)}</span>
          )}
          {latest?.source && (
            <>
              {" ("}
              <a href={latest.source}>{words("source")}</a>)
            </>
          )}
        </p>
      )}
      {latest?.note && (
        <p className="text-muted">
          <Content>{latest.note}</Content>
        </p>
      )}
      {baseline !== null && (
        <p className="text-muted">
          {t("began", { baseline: dated(number(baseline), baselineOn) })}
        </p>
      )}
    </>
  );
}
