"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { untouched } from "@/lib/domain/result/form-state";
import { retryMailAction } from "./actions";

export function RetryForm({
  mailId,
  subject,
  name,
}: {
  mailId: string;
  subject: string;
  name: string;
}) {
  const t = useTranslations("notices.queue");
  const [state, retry, isTrying] = useActionState(retryMailAction, untouched);
  return (
    <form action={retry} className="flex flex-col gap-2">
      <input type="hidden" name="mailId" value={mailId} />
      <Button type="submit" disabled={isTrying} aria-label={t("againNamed", { subject, name })}>
        {t("again")}
      </Button>
      {state.value && <p role="status">{t("tried")}</p>}
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
    </form>
  );
}
