"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { PasswordField } from "@/components/people/password-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { untouched } from "@/lib/domain/result/form-state";
import { changePasswordAction } from "./actions";

export function ChangePasswordForm({ personId, email }: { personId: string; email: string }) {
  const t = useTranslations("signIn");
  const [state, change, isChanging] = useActionState(changePasswordAction, untouched);
  const errorsOf = useFieldErrors(state);
  return (
    <form action={change} className="flex max-w-lg flex-col gap-4">
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      {state.value && (
        <Notice role="status" tone="good">
          {t("account.changed")}
        </Notice>
      )}
      <input type="hidden" name="personId" value={personId} />
      {/* A password manager needs the account name. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t("account.current")}
        name="current"
        autoComplete="current-password"
        errors={errorsOf("current")}
      />
      <PasswordField
        label={t("set.password")}
        name="password"
        autoComplete="new-password"
        hint={t("set.rules")}
        errors={errorsOf("password")}
      />
      <div>
        <Button type="submit" look="primary" disabled={isChanging}>
          {t("account.submit")}
        </Button>
      </div>
    </form>
  );
}
