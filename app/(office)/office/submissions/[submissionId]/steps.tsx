import { useTranslations } from "next-intl";
import { DecisionText } from "@/components/review/chain";
import { StepForm } from "@/components/review/step-form";
import { holds, type SignedIn } from "@/lib/domain/actor";
import { can } from "@/lib/domain/policy";
import { awaitsClearance, awaitsDecision, isOpen } from "@/lib/domain/submission";
import type { findSubmission } from "@/lib/queries/submissions";
import { approveAction, askAction, clearAction, commentAction, withdrawAction } from "./actions";

type Found = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/** What this reader may do with the submission, by the same rules that the commands keep. */
export function Steps({
  submission,
  reader,
  timeZone,
  locale,
}: {
  submission: Found;
  reader: SignedIn;
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("review.steps");
  const { city, id: submissionId, state, needsClearance, submittedById } = submission;
  const countryCode = city.country.code;
  const { submitterMayDecide } = city.country;
  const may = {
    approve: can(reader, "submission.decide", { submittedById, submitterMayDecide }),
    ask: can(reader, "submission.ask", { countryCode, state, needsClearance }),
    // A representative's turn passes; their form stays a moment longer, to say who was faster.
    haveAsked: can(reader, "submission.ask", { countryCode, state: "submitted", needsClearance }),
    clear: can(reader, "submission.clear", { countryCode }),
    withdraw: can(reader, "submission.withdraw", { cityId: city.id }),
    comment: can(reader, "submission.comment", { cityId: city.id, countryCode }),
  };
  const last = submission.decisions.at(-1);
  const instead = last && <DecisionText decision={last} timeZone={timeZone} locale={locale} />;
  return (
    <section id="steps" className="flex max-w-text flex-col gap-8 print:hidden">
      <h2 className="font-bold text-h2">{t("title")}</h2>
      {holds(reader, "reviewer") && (
        <StepForm
          action={approveAction}
          submissionId={submissionId}
          instead={instead}
          button={t("approve")}
          look="primary"
          isOffered={isOpen(submission)}
          whyNot={whyNotApprove(may.approve, awaitsDecision(submission))}
        />
      )}
      {may.clear && (
        <StepForm
          action={clearAction}
          submissionId={submissionId}
          instead={instead}
          button={t("clear")}
          look="primary"
          isOffered={awaitsClearance(submission)}
        />
      )}
      {may.haveAsked && (
        <StepForm
          action={askAction}
          submissionId={submissionId}
          instead={instead}
          button={t("ask")}
          look="secondary"
          isOffered={may.ask && isOpen(submission)}
          text={{ name: "reason", label: t("reason"), hint: t("reasonHint") }}
        />
      )}
      {may.withdraw && (
        <StepForm
          action={withdrawAction}
          submissionId={submissionId}
          instead={instead}
          button={t("withdraw")}
          look="secondary"
          isOffered={isOpen(submission)}
        />
      )}
      {may.comment && (
        <StepForm
          action={commentAction}
          submissionId={submissionId}
          button={t("comment")}
          look="secondary"
          text={{ name: "text", label: t("commentText"), hint: t("commentHint") }}
        />
      )}
    </section>
  );

  function whyNotApprove(mayApprove: boolean, isTurn: boolean) {
    if (!mayApprove) return t("ownSubmission");
    return isTurn ? undefined : t("notCleared");
  }
}
