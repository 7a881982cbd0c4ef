"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { untouched } from "@/lib/domain/result/form-state";
import { readNoticesHereAction } from "./actions";

export function ReadForm({
  personId,
  noticeId,
  sentence,
}: {
  personId: string;
  noticeId: string;
  sentence: string;
}) {
  const t = useTranslations("notices");
  const [state, read, isReading] = useActionState(readNoticesHereAction, untouched);
  return (
    <form action={read}>
      <input type="hidden" name="personId" value={personId} />
      <input type="hidden" name="noticeId" value={noticeId} />
      <Button type="submit" disabled={isReading} aria-label={t("readNamed", { sentence })}>
        {t("read")}
      </Button>
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
    </form>
  );
}

export function ReadAllForm({ personId }: { personId: string }) {
  const t = useTranslations("notices");
  const [state, read, isReading] = useActionState(readNoticesHereAction, untouched);
  return (
    <form action={read}>
      <input type="hidden" name="personId" value={personId} />
      <Button type="submit" disabled={isReading}>
        {t("readAll")}
      </Button>
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
    </form>
  );
}
