"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { PasswordField } from "@/components/people/password-field";
import { Button } from "@/components/ui/button";
import { untouched } from "@/lib/domain/result/form-state";
import { setPasswordAction } from "./actions";

export function SetPasswordForm({ token }: { token: string }) {
  const t = useTranslations("signIn.set");
  const [state, set, isSetting] = useActionState(setPasswordAction, untouched);
  const errorsOf = useFieldErrors(state);
  return (
    <form action={set} className="flex flex-col gap-4">
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      <input type="hidden" name="token" value={token} />
      <PasswordField
        label={t("password")}
        name="password"
        autoComplete="new-password"
        hint={t("rules")}
        errors={errorsOf("password")}
      />
      <div>
        <Button type="submit" look="primary" disabled={isSetting}>
          {t("submit")}
        </Button>
      </div>
    </form>
  );
}
