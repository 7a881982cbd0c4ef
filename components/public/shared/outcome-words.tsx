import { useFormatter, useTranslations } from "next-intl";
import { Content } from "@/components/public/shared/content";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Outcome } from "@/lib/domain/progress/promises";
import type { PartialDate } from "@/lib/domain/values/partial-date";

/** Shows in words what became of something that was promised or aimed at. */
export function OutcomeWords({ locale, outcome }: { locale: string; outcome: Outcome }) {
  const t = useTranslations();
  const format = useFormatter();
  const date = (value: PartialDate) => formatPartialDate(value, locale);
  switch (outcome.kind) {
    case "done":
      if (outcome.late) {
        const { months, to } = outcome.late;
        const by =
          months === 0
            ? t("promises.happened.lessThanMonth")
            : t("promises.change.later", { months });
        return t("promises.happened.doneLate", { date: date(to), by });
      }
      return outcome.on
        ? t("public.project.doneOn", { date: date(outcome.on) })
        : t("public.project.done");
    case "late":
      return t("promises.happened.late", { day: date(outcome.reportedOn) });
    case "open":
      return t("public.project.open");
    case "dropped":
      return t.rich("public.project.dropped", {
        reason: () => <Content>{outcome.reason}</Content>,
      });
    case "closed":
      return t(`choices.closing.${outcome.closing}`);
    case "result":
      return [t(`choices.targetResult.${outcome.result}`), outcome.on && date(outcome.on)]
        .filter(Boolean)
        .join(", ");
    case "measured": {
      const { value, unit, on, isReached } = outcome;
      const said = [
        `${format.number(value, { maximumFractionDigits: 6 })} ${unit}`.trim(),
        on && date(on),
      ];
      return t(`promises.happened.${isReached ? "reached" : "notReached"}`, {
        value: said.filter(Boolean).join(", "),
      });
    }
    case "gone":
      return t("promises.happened.gone", { date: date(outcome.since) });
    case "silent":
      return outcome.reportedOn
        ? t("promises.happened.silentSince", { day: date(outcome.reportedOn) })
        : t("promises.happened.silent");
  }
}
