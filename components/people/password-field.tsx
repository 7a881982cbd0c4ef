"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TextField } from "@/components/ui/field";

/** Shows a password field, hidden until its writer wants to see it. It allows pasting and password managers. */
export function PasswordField({
  label,
  name,
  autoComplete,
  hint,
  errors,
}: {
  label: string;
  name: string;
  autoComplete: "current-password" | "new-password";
  hint?: string | undefined;
  errors?: string[] | undefined;
}) {
  const t = useTranslations("signIn");
  const [isShown, setShown] = useState(false);
  const toggle = useId();
  return (
    <div className="flex flex-col">
      <TextField
        label={label}
        name={name}
        type={isShown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        hint={hint}
        errors={errors}
      />
      <label htmlFor={toggle} className="flex min-h-11 items-center gap-2 text-small">
        <input
          id={toggle}
          type="checkbox"
          className="size-5 accent-accent"
          checked={isShown}
          onChange={(event) => setShown(event.target.checked)}
        />
        {t("showPassword")}
      </label>
    </div>
  );
}
