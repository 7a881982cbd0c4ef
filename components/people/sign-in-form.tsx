"use client";
import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PasswordField } from "@/components/people/password-field";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";

/** Shows the sign-in form. The address that was typed stays; the answer never says whether it is known. */
export function SignInForm({
  goesTo,
  error: firstError,
}: {
  /** A path of this site, checked by the server. */
  goesTo: string;
  /** The error that next-auth put into the address when it redirected here. */
  error: string | null;
}) {
  const t = useTranslations("signIn");
  const [error, setError] = useState(firstError);
  const [isTrying, setTrying] = useState(false);

  async function tryToSignIn(form: FormData) {
    setTrying(true);
    setError(null);
    const answer = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
      callbackUrl: goesTo,
    }).catch(() => ({ ok: false, error: "unavailable" }));
    if (answer?.ok && !answer.error) return window.location.assign(goesTo);
    // Without an answer next-auth redirects to its error page, which is this page.
    if (answer) setError(answer.error ?? "unavailable");
    setTrying(false);
  }

  return (
    // Without script the form would put the password into the address; `post` prevents that.
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        tryToSignIn(new FormData(event.currentTarget));
      }}
    >
      <noscript>
        <Notice tone="warning">{t("noScript")}</Notice>
      </noscript>
      {error && (
        <Notice role="alert" tone="warning">
          <SignInError code={error} />
        </Notice>
      )}
      <TextField
        label={t("email")}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField label={t("password")} name="password" autoComplete="current-password" />
      <div>
        <Button type="submit" look="primary" disabled={isTrying}>
          {t(isTrying ? "signingIn" : "signIn")}
        </Button>
      </div>
    </form>
  );
}

/** The codes come from next-auth and lib/web/auth-options.ts. */
function SignInError({ code }: { code: string }) {
  const t = useTranslations("signIn");
  const seconds = /^too_many_tries:(\d+)$/u.exec(code)?.[1];
  if (seconds) return t("tooManyTries", { minutes: Math.ceil(Number(seconds) / 60) });
  return t(code === "CredentialsSignin" ? "wrong" : "unavailable");
}
