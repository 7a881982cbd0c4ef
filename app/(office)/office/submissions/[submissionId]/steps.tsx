import { useTranslations } from "next-intl";
import { DecisionText } from "@/components/review/chain";
import { StepForm } from "@/components/review/step-form";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { secretariatTimeZone } from "@/lib/domain/people/time-zone";
import { type Step, stepsOf } from "@/lib/domain/review/steps";
import { isOpen } from "@/lib/domain/review/submission";
import type { findSubmission } from "@/lib/queries/review/submissions";
import {
  approveAction,
  askAction,
  callBackAction,
  claimAction,
  clearAction,
  commentAction,
  giveBackAction,
  handOverAction,
  holdAction,
  releaseAction,
  scheduleAction,
  withdrawAction,
} from "./actions";

type Found = NonNullable<Awaited<ReturnType<typeof findSubmission>>>;

/**
 * Shows the steps that this reader may take on the submission. One that is not possible now shows why, by the rules
 * that the commands check.
 */
export function Steps({
  submission,
  reader,
  reviewers,
  timeZone,
  locale,
}: {
  submission: Found;
  reader: SignedIn;
  /** The people to whom it can be handed over. */
  reviewers: { id: string; name: string }[];
  timeZone: string;
  locale: string;
}) {
  const t = useTranslations("review.steps");
  const { id: submissionId } = submission;
  const offered = new Map(stepsOf(submission, reader).map(({ step, refusal }) => [step, refusal]));
  const last = submission.decisions.at(-1);
  const instead = last && <DecisionText decision={last} timeZone={timeZone} locale={locale} />;

  /** Returns the props of a step's form; `isWanted` selects between two opposite steps. */
  const form: Form = (step, isWanted = true) => ({
    given: { submissionId },
    instead,
    isOffered: isOpen(submission) && offered.has(step) && isWanted,
    refusal: offered.get(step) ?? null,
    button: t(step),
  });
  return (
    <section id="steps" className="flex max-w-text flex-col gap-8 print:hidden">
      <h2 className="font-bold text-h2">{t("title")}</h2>
      <StepForm {...form("approve")} action={approveAction} look="primary" />
      <ScheduleSteps submission={submission} form={form} />
      <StepForm {...form("clear")} action={clearAction} look="primary" />
      <StepForm
        {...form("hold", !submission.isHeld)}
        action={holdAction}
        look="secondary"
        fields={[{ kind: "text", name: "reason", label: t("holdWhy"), hint: t("holdHint") }]}
      />
      <StepForm {...form("release", submission.isHeld)} action={releaseAction} look="secondary" />
      <StepForm
        {...form("ask")}
        action={askAction}
        look="secondary"
        fields={[{ kind: "text", name: "reason", label: t("reason"), hint: t("reasonHint") }]}
      />
      <StepForm {...form("withdraw")} action={withdrawAction} look="secondary" />
      <AssignSteps submission={submission} reader={reader} reviewers={reviewers} form={form} />
      {can(reader, "submission.comment", submission) && (
        <StepForm
          action={commentAction}
          given={{ submissionId }}
          button={t("comment")}
          look="secondary"
          fields={[{ kind: "text", name: "text", label: t("commentText"), hint: t("commentHint") }]}
        />
      )}
    </section>
  );
}

type Form = (
  step: Step,
  isWanted?: boolean,
) => Pick<
  React.ComponentProps<typeof StepForm>,
  "given" | "instead" | "isOffered" | "refusal" | "button"
>;

/** Shows the steps that schedule a publication, or cancel it. */
function ScheduleSteps({ submission, form }: { submission: Found; form: Form }) {
  const t = useTranslations("review.steps");
  const isScheduled = submission.publishAt !== null;
  return (
    <>
      <StepForm
        {...form("schedule", !isScheduled)}
        action={scheduleAction}
        look="secondary"
        fields={[
          { kind: "moment", name: "at", label: t("at"), hint: t("atHint") },
          {
            kind: "choice",
            name: "timeZone",
            label: t("timeZone"),
            options: zonesOf(submission.city).map((zone) => ({
              value: zone,
              label: zone.replace(/.*\//u, "").replaceAll("_", " "),
            })),
          },
        ]}
      />
      <StepForm {...form("call_back", isScheduled)} action={callBackAction} look="secondary" />
    </>
  );
}

/** Shows the steps that assign the submission to a reviewer. */
function AssignSteps({
  submission,
  reader,
  reviewers,
  form,
}: {
  submission: Found;
  reader: SignedIn;
  reviewers: { id: string; name: string }[];
  form: Form;
}) {
  const t = useTranslations("review.steps");
  const isMine = submission.assignedToId === reader.personId;
  const others = reviewers.filter(
    ({ id }) => id !== submission.assignedToId && id !== reader.personId,
  );
  return (
    <>
      <StepForm
        {...form("claim", !isMine)}
        action={claimAction}
        given={{ submissionId: submission.id, seen: submission.assignedToId ?? "" }}
        button={
          submission.assignedTo ? t("takeOver", { name: submission.assignedTo.name }) : t("claim")
        }
        look="secondary"
      />
      <StepForm {...form("give_back", isMine)} action={giveBackAction} look="secondary" />
      <StepForm
        {...form("hand_over", others.length > 0)}
        action={handOverAction}
        look="secondary"
        fields={[
          {
            kind: "choice",
            name: "toId",
            label: t("handOverTo"),
            options: others.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
      />
    </>
  );
}

/** Returns the time zones in which a time of publication can be given, without duplicates. */
function zonesOf(city: { timeZone: string }) {
  return [...new Set([secretariatTimeZone, city.timeZone])];
}
