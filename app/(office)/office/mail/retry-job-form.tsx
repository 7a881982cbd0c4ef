"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { untouched } from "@/lib/domain/result/form-state";
import { retryJobAction } from "./actions";

export function RetryJobForm({ jobId, task }: { jobId: string; task: string }) {
  const t = useTranslations("jobs");
  const [state, retry, isTrying] = useActionState(retryJobAction, untouched);
  return (
    <form action={retry} className="flex flex-col gap-2">
      <input type="hidden" name="jobId" value={jobId} />
      <Button type="submit" disabled={isTrying} aria-label={t("againNamed", { task, id: jobId })}>
        {t("again")}
      </Button>
      {state.value && <p role="status">{t("tried")}</p>}
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
    </form>
  );
}
