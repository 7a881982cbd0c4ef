import { useLocale, useTranslations } from "next-intl";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Assessment } from "@/lib/domain/assessment/assessment";

/** Shows on what an assessment rests: why, the document with its page, how sure the reading is, and since when. */
export function AssessmentBasis({
  assessment: { why, sourceTitle, sourceAddress, page, confidence, knownOn },
}: {
  assessment: Pick<
    Assessment,
    "why" | "sourceTitle" | "sourceAddress" | "page" | "confidence" | "knownOn"
  >;
}) {
  const t = useTranslations("assessments");
  const locale = useLocale();
  return (
    <>
      {why && <p>{why}</p>}
      <p className="text-muted text-small">
        {t.rich("readIn", {
          source: sourceTitle,
          link: (words) => (
            <a href={page === null ? sourceAddress : `${sourceAddress}#page=${page}`}>{words}</a>
          ),
        })}
        {[
          "",
          page !== null && t("page", { page }),
          confidence && t(`confidence.${confidence}`),
          t("knownOn", { date: formatPartialDate(knownOn, locale) }),
        ]
          .filter((part) => part !== false && part !== null)
          .join(" · ")}
      </p>
    </>
  );
}
