import { useTranslations } from "next-intl";
import { Moment } from "@/components/ui/moment";
import { awaitsClearance, isOpen, type SubmissionState } from "@/lib/domain/review/submission";
import { momentText } from "@/lib/domain/values/moment";

type Decision = {
  id: string;
  kind: "cleared" | "approved" | "clarification_asked" | "withdrawn";
  reason: string;
  bySubmitter: boolean;
  decidedAt: Date;
  decidedBy: { name: string };
};

type Hold = {
  id: string;
  reason: string;
  heldAt: Date;
  heldBy: { name: string };
  releasedAt: Date | null;
  releasedBy: { name: string } | null;
};

/** Shows every step of a submission, with person, time and reason, and the next step. */
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
    holds: Hold[];
    assignedTo: { name: string } | null;
    publishAt: Date | null;
    scheduledBy: { name: string } | null;
  };
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("review.chain");
  const { submittedBy, submittedAt, decisions, holds, publishAt, scheduledBy } = submission;
  const awaits = isOpen(submission) && publishAt === null;
  return (
    <ol className="flex flex-col gap-3">
      <Step shape="●" name={t("submitted")}>
        <p>
          {submittedBy.name}, <Moment at={submittedAt} timeZone={timeZone} locale={locale} />
        </p>
      </Step>
      {holds.map((hold) => (
        <Step
          key={hold.id}
          shape={hold.releasedAt === null && isOpen(submission) ? "◐" : "●"}
          name={t(hold.releasedAt === null ? "held" : "wasHeld")}
        >
          <HoldText hold={hold} timeZone={timeZone} locale={locale} />
        </Step>
      ))}
      {decisions.map((decision) => (
        <Step key={decision.id} shape="●" name={t(decision.kind)}>
          <DecisionText decision={decision} timeZone={timeZone} locale={locale} />
        </Step>
      ))}
      {awaitsClearance(submission) && <Step shape="◐" name={t("waitsForClearance")} />}
      {awaits && (
        <Step
          shape={awaitsClearance(submission) ? "○" : "◐"}
          name={t(awaitsClearance(submission) ? "thenDecision" : "waitsForDecision")}
        >
          {submission.assignedTo && <p>{t("assigned", { name: submission.assignedTo.name })}</p>}
        </Step>
      )}
      {isOpen(submission) && publishAt && (
        <Step shape="◐" name={t("scheduled", { moment: momentText(publishAt, timeZone, locale) })}>
          {scheduledBy && <p>{t("scheduledBy", { name: scheduledBy.name })}</p>}
        </Step>
      )}
    </ol>
  );
}

/** Shows who decided, when and why. */
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
      {decision.reason && <Said text={decision.reason} />}
    </>
  );
}

function HoldText({
  hold: { heldBy, heldAt, reason, releasedAt, releasedBy },
  timeZone,
  locale,
}: {
  hold: Hold;
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("review.chain");
  return (
    <>
      <p>
        {heldBy.name}, <Moment at={heldAt} timeZone={timeZone} locale={locale} />
      </p>
      <Said text={reason} />
      {releasedAt && releasedBy && (
        <p>
          {t("released", { name: releasedBy.name })},{" "}
          <Moment at={releasedAt} timeZone={timeZone} locale={locale} />
        </p>
      )}
    </>
  );
}

function Said({ text }: { text: string }) {
  return (
    <p className="mt-1 max-w-text whitespace-pre-wrap border-line-strong border-l-4 pl-3">{text}</p>
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
