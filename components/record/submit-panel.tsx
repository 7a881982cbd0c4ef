"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask, type Failure } from "@/components/record/ask";
import { useDraft } from "@/components/record/draft-provider";
import { RefusalNotice } from "@/components/record/refusal-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Refusal } from "@/lib/domain/result";
import type { ReviewState } from "@/lib/domain/review-state";
import { editsOf } from "@/lib/domain/typing";

/** Sends the saved draft for review, or takes back what was sent. Where a button cannot be used it says why. */
export function SubmitPanel({
  recordId,
  submissionId,
  cityName,
  reviewState,
  isReady,
  isLead,
  submitAction,
  withdrawAction,
}: {
  recordId: string;
  submissionId: string | null;
  cityName: string;
  reviewState: ReviewState;
  /** Whether the saved draft has all that is needed. */
  isReady: boolean;
  isLead: boolean;
  submitAction: Action<null>;
  withdrawAction: Action<null>;
}) {
  const t = useTranslations("office.record.submit");
  const unsaved = editsOf(useDraft()).length;
  const submit = useAsk(submitAction);
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
  const reason = whyNot({ isLead, unsaved, reviewState, isReady });
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
}: {
  label: string;
  reason: string | null;
  asked: Asked;
  onAsk: () => void;
  isMain?: boolean;
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
