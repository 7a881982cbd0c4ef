import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { awaitsClearance, isOpen, type SubmissionState } from "@/lib/domain/submission";

type Decision = {
  id: string;
  kind: "cleared" | "approved" | "clarification_asked" | "withdrawn";
  reason: string;
  bySubmitter: boolean;
  decidedAt: Date;
  decidedBy: { name: string };
};

/** Every step of a submission: what was done, by whom, when and why, and what comes next. */
export function Chain({
  submission,
  timeZone,
  locale,
}: {
  submission: {
    state: SubmissionState;
    needsClearance: boolean;
    submittedAt: Date;
    submittedBy: { name: string };
    decisions: Decision[];
  };
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("review.chain");
  const { submittedBy, submittedAt, decisions } = submission;
  return (
    <ol className="flex flex-col gap-3">
      <Step shape="●" name={t("submitted")}>
        <p>
          {submittedBy.name}, <Moment at={submittedAt} timeZone={timeZone} locale={locale} />
        </p>
      </Step>
      {decisions.map((decision) => (
        <Step key={decision.id} shape="●" name={t(decision.kind)}>
          <DecisionText decision={decision} timeZone={timeZone} locale={locale} />
        </Step>
      ))}
      {awaitsClearance(submission) && <Step shape="◐" name={t("waitsForClearance")} />}
      {isOpen(submission) && (
        <Step
          shape={awaitsClearance(submission) ? "○" : "◐"}
          name={t(awaitsClearance(submission) ? "thenDecision" : "waitsForDecision")}
        />
      )}
    </ol>
  );
}

/** Who decided, when and why. */
export function DecisionText({
  decision,
  timeZone,
  locale,
}: {
  decision: Decision;
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("review.chain");
  return (
    <>
      <p>
        {decision.decidedBy.name},{" "}
        <Moment at={decision.decidedAt} timeZone={timeZone} locale={locale} />
      </p>
      {decision.bySubmitter && decision.kind !== "withdrawn" && <p>{t("bySubmitter")}</p>}
      {decision.reason && (
        <p className="mt-1 max-w-text whitespace-pre-wrap border-line-strong border-l-4 pl-3">
          {decision.reason}
        </p>
      )}
    </>
  );
}

function Step({
  shape,
  name,
  children,
}: {
  shape: string;
  name: string;
  children?: React.ReactNode;
}) {
  return (
    <li className="flex gap-2">
      <span aria-hidden="true" className="w-5 shrink-0 text-center">
        {shape}
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{name}</p>
        {children}
      </div>
    </li>
  );
}
