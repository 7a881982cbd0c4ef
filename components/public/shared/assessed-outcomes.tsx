import { useTranslations } from "next-intl";
import { BasisMark } from "@/components/public/shared/basis-mark";
import { formatPartialDate } from "@/components/ui/partial-date";
import type { Assessment } from "@/lib/domain/assessment/assessment";
import { contentLanguage } from "@/lib/domain/language/locale";
import { addressOf, type PageContext } from "@/lib/domain/site/page-context";

type Shown = {
  context: PageContext;
  assessments: Assessment[];
  outcomeNames: Record<string, string>;
};

/** Shows which outcomes the tracker assesses something to serve, each with why, where it is read and how sure that is. */
export function AssessedOutcomes({ context, assessments, outcomeNames }: Shown) {
  const t = useTranslations("assessments");
  if (assessments.length === 0) return null;
  return (
    <div className="flex max-w-text flex-col gap-2 border border-line-strong border-dashed p-4">
      <p className="font-semibold">{t("notStated")}</p>
      <ul className="flex flex-col gap-3">
        {assessments.map((assessment) => (
          <li key={assessment.id} className="flex flex-col">
            <span>
              <BasisMark basis="assessed" />{" "}
              <OutcomeLink
                context={context}
                outcome={assessment.outcome}
                outcomeNames={outcomeNames}
              />
              {assessment.why && (
                <>
                  {": "}
                  <span lang={contentLanguage}>{assessment.why}</span>
                </>
              )}
            </span>
            <Basis context={context} assessment={assessment} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Shows the same in one line: "◍ Assessed by the tracker: Sustainable Environment", with why below it. */
export function AssessedLine({ context, assessments, outcomeNames }: Shown) {
  const t = useTranslations("assessments");
  return assessments.map((assessment) => (
    <span key={assessment.id} className="flex max-w-text flex-col">
      <span>
        <BasisMark basis="assessed" /> {t("assessed")}
        {": "}
        <OutcomeLink context={context} outcome={assessment.outcome} outcomeNames={outcomeNames} />
      </span>
      {assessment.why && (
        <span lang={contentLanguage} className="text-muted text-small">
          {assessment.why}
        </span>
      )}
      <Basis context={context} assessment={assessment} />
    </span>
  ));
}

/** Shows an outcome that the city itself states, with its mark. */
export function StatedOutcome({
  context,
  outcome,
  outcomeNames,
}: Pick<Shown, "context" | "outcomeNames"> & { outcome: string }) {
  const t = useTranslations("assessments");
  return (
    <>
      <BasisMark basis="stated" /> <span className="sr-only">{t("stated")}: </span>
      <OutcomeLink context={context} outcome={outcome} outcomeNames={outcomeNames} />
    </>
  );
}

function OutcomeLink({
  context,
  outcome,
  outcomeNames,
}: Pick<Shown, "context" | "outcomeNames"> & { outcome: string }) {
  return (
    <a href={addressOf(context, `/outcomes/${outcome}`)}>{outcomeNames[outcome] ?? outcome}</a>
  );
}

/** Shows where it is read, on which page, how sure that is, and since when it was known. */
function Basis({ context, assessment }: { context: PageContext; assessment: Assessment }) {
  const t = useTranslations("assessments");
  const { sourceTitle, sourceAddress, page, confidence, knownOn } = assessment;
  const address = page === null ? sourceAddress : `${sourceAddress}#page=${page}`;
  const parts = [
    page !== null && t("page", { page }),
    confidence && t(`confidence.${confidence}`),
    t("knownOn", { date: formatPartialDate(knownOn, context.locale) }),
  ].filter(Boolean);
  return (
    <span className="text-muted text-small">
      {t.rich("readIn", {
        source: sourceTitle,
        link: (words) => (
          <a href={address} lang={contentLanguage}>
            {words}
          </a>
        ),
      })}
      {` · ${parts.join(" · ")}`}
    </span>
  );
}
