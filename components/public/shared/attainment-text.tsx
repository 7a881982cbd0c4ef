import { useFormatter, useTranslations } from "next-intl";
import { FormulasLink } from "@/components/public/shared/progress-sum";
import { formatPartialDate } from "@/components/ui/partial-date";
import { attainmentOf, courseOf, type Indicator, reachedOf } from "@/lib/domain/progress/progress";
import type { PageContext } from "@/lib/domain/site/page-context";

/** Shows the attainment of an indicator with its calculation folded below; or why it cannot be computed. */
export function AttainmentText({
  context,
  indicator,
}: {
  context: PageContext;
  indicator: Indicator;
}) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const reached = reachedOf(indicator);
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 });
  return (
    <>
      {reached && (
        <p className="font-semibold">
          {t(reached.isReached ? "reached" : "notReached", {
            latest: number(reached.latest.value),
            target: number(reached.target),
          })}
        </p>
      )}
      <Way context={context} indicator={indicator} isReached={reached?.isReached ?? false} />
    </>
  );
}

/** Shows the attainment of an indicator and whether it is on track, or which value is missing. */
function Way({
  context,
  indicator,
  isReached,
}: {
  context: PageContext;
  indicator: Indicator;
  isReached: boolean;
}) {
  const t = useTranslations("progress");
  const format = useFormatter();
  const attained = attainmentOf(indicator);
  // A reached target needs no baseline.
  if ("why" in attained)
    return isReached ? null : <p className="text-muted">{t(`why.${attained.why}`)}</p>;
  const number = (value: number) => format.number(value, { maximumFractionDigits: 6 });
  const percent = format.number(attained.percent, { maximumFractionDigits: 0 });
  const course = courseOf(indicator);
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2">
        {t("attainment", { percent })}
        {"isOnCourse" in course && `: ${t(course.isOnCourse ? "onCourse" : "behindCourse")}`}
      </summary>
      <div className="flex flex-col gap-2 pb-4 text-small">
        <p>
          {t("attainmentSum", {
            latest: number(attained.latest.value),
            baseline: number(attained.baseline),
            target: number(attained.target),
            percent,
          })}
        </p>
        <p>{t("attainmentExplained")}</p>
        {"isOnCourse" in course ? (
          <p>
            {t("courseExplained", {
              expected: format.number(course.expectedPercent, { maximumFractionDigits: 0 }),
              on: formatPartialDate(course.on, context.locale),
            })}
          </p>
        ) : (
          course.why !== "no_attainment" && <p>{t(`courseWhy.${course.why}`)}</p>
        )}
        <FormulasLink context={context} />
      </div>
    </details>
  );
}
