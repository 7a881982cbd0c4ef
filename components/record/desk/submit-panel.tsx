"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask, type Failure } from "@/components/forms/ask";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { useDraft } from "@/components/record/draft/provider";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { formatPartialDate } from "@/components/ui/partial-date";
import { isReady } from "@/lib/domain/record/readiness";
import { unsavedEdits } from "@/lib/domain/record/typing";
import type { Refusal } from "@/lib/domain/result/result";
import type { ReviewState } from "@/lib/domain/review/review-state";
import type { Day } from "@/lib/domain/values/day";

/**
 * Shows the buttons to submit the saved draft, to confirm it when it equals the published content, and to withdraw the
 * submission. A disabled button says why.
 */
export function SubmitPanel({
  recordId,
  submissionId,
  cityName,
  reviewState,
  isLead,
  confirmedOn,
  submitAction,
  confirmAction,
  withdrawAction,
}: {
  recordId: string;
  submissionId: string | null;
  cityName: string;
  reviewState: ReviewState;
  isLead: boolean;
  /** When the published content was last confirmed; null when the draft differs or nothing is published. */
  confirmedOn: Day | null;
  submitAction: Action<null>;
  confirmAction: Action<null>;
  withdrawAction: Action<null>;
}) {
  const t = useTranslations("office.record.submit");
  const messages = useTranslations("progress.confirm");
  const locale = useLocale();
  const draft = useDraft();
  const unsaved = unsavedEdits(draft).length;
  const submit = useAsk(submitAction);
  const confirm = useAsk(confirmAction);
  const withdraw = useAsk(withdrawAction);
  if (reviewState === "in_review" && submissionId !== null) {
    return (
      <Step
        label={withdraw.isPending ? t("withdrawing") : t("withdraw")}
        reason={isLead ? null : t("onlyLeadWithdraws", { city: cityName })}
        asked={withdraw}
        onAsk={() => withdraw.run({ submissionId })}
      />
    );
  }
  if (confirmedOn !== null && unsaved === 0) {
    return (
      <Step
        label={messages(confirm.isPending ? "pending" : "button")}
        reason={isLead ? null : messages("onlyLead", { city: cityName })}
        asked={confirm}
        onAsk={() => confirm.run({ recordId })}
      >
        <p className="text-small">
          {messages("hint", { day: formatPartialDate(confirmedOn, locale) })}
        </p>
      </Step>
    );
  }
  const reason = whyNot({ isLead, unsaved, reviewState, isReady: isReady(draft.issues) });
  return (
    <Step
      isMain
      label={submit.isPending ? t("submitting") : t("button")}
      reason={reason && t(reason, { city: cityName })}
      asked={submit}
      onAsk={() => submit.run({ recordId })}
    />
  );
}

function whyNot(record: {
  isLead: boolean;
  unsaved: number;
  reviewState: ReviewState;
  isReady: boolean;
}) {
  if (!record.isLead) return "onlyLead";
  if (record.unsaved > 0) return "unsaved";
  if (record.reviewState === "published") return "nothingChanged";
  return record.isReady ? null : "notReady";
}

type Asked = { isPending: boolean; refusal: Refusal | null; failure: Failure | null };

function Step({
  label,
  reason,
  asked,
  onAsk,
  isMain = false,
  children,
}: {
  label: string;
  reason: string | null;
  asked: Asked;
  onAsk: () => void;
  isMain?: boolean;
  children?: React.ReactNode;
}) {
  const t = useTranslations("office.record.submit");
  return (
    <div className="flex flex-col items-start gap-2">
      <Button
        look={isMain ? "primary" : "secondary"}
        disabled={reason !== null}
        aria-disabled={asked.isPending}
        aria-describedby={reason === null ? undefined : "why-not"}
        onClick={() => !asked.isPending && onAsk()}
      >
        {label}
      </Button>
      {children}
      {reason !== null && (
        <p id="why-not" className="text-muted text-small">
          {reason}
        </p>
      )}
      {asked.refusal && <RefusalNotice refusal={asked.refusal} />}
      {asked.failure && (
        <Notice role="alert" tone="warning">
          {t(asked.failure)}
        </Notice>
      )}
    </div>
  );
}

function useAsk(action: Action<null>) {
  const [asked, setAsked] = useState<Asked>({ isPending: false, refusal: null, failure: null });
  async function run(fields: Record<string, string>) {
    setAsked({ isPending: true, refusal: null, failure: null });
    const result = await ask(action, fields);
    setAsked({
      isPending: false,
      refusal: "answer" in result ? result.answer.refusal : null,
      failure: "failure" in result ? result.failure : null,
    });
  }
  return { ...asked, run };
}
