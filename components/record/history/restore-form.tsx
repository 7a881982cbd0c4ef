"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { hasMessage } from "@/lib/domain/language/messages";
import { type FormState, untouched } from "@/lib/domain/result/form-state";
import type { Refusal } from "@/lib/domain/result/result";

type Restored = { recordId: string; fields: string[] };
type RestoreAction = (before: FormState<Restored>, form: FormData) => Promise<FormState<Restored>>;

/** Shows the last step before a restore, and then its result. `children` show what will change. */
export function RestoreForm({
  action,
  input,
  done,
  isNothing,
  recordPath,
  historyPath,
  children,
}: {
  action: RestoreAction;
  input: Record<string, string>;
  /** The text for the result. */
  done: string;
  /** True when the draft already has all these values. */
  isNothing: boolean;
  recordPath: string;
  historyPath: string;
  children: React.ReactNode;
}) {
  const t = useTranslations("history.restore");
  const [state, restore, isRestoring] = useActionState(action, untouched);
  const router = useRouter();
  const isLate = state.refusal?.code === "conflict";
  // After a conflict the page shows what somebody else changed before the form asks again.
  useEffect(() => {
    if (isLate) router.refresh();
  }, [isLate, router]);
  if (state.value) {
    return (
      <Notice role="status" tone="good" title={done}>
        <p className="flex flex-wrap gap-x-6">
          <a href={recordPath} className="py-2.5">
            {t("back")}
          </a>
          <a href={historyPath} className="py-2.5">
            {t("toHistory")}
          </a>
        </p>
      </Notice>
    );
  }
  if (isNothing) {
    return (
      <Notice title={t("nothing")}>
        <a href={historyPath} className="inline-block py-2.5">
          {t("toHistory")}
        </a>
      </Notice>
    );
  }
  return (
    <form action={restore} className="flex flex-col gap-6 pb-16">
      {children}
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      {state.refusal?.code === "invalid" && <WrongFields fields={state.refusal.fields} />}
      {Object.entries(input).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Button type="submit" look="primary" disabled={isRestoring}>
          {isRestoring ? t("doing") : t("do")}
        </Button>
        <a href={historyPath} className="py-2.5">
          {t("cancel")}
        </a>
      </div>
    </form>
  );
}

type Wrong = Extract<Refusal, { code: "invalid" }>["fields"];

/** Shows what current rules do not allow, by field: there is no input here to show it beside. */
function WrongFields({ fields }: { fields: Wrong }) {
  const labels = useTranslations("fields");
  const errorWords = useErrorWords();
  return (
    <ul className="flex flex-col gap-1 font-semibold text-warning">
      {Object.entries(fields).map(([path, errors]) => {
        const field = path.split(".")[0] ?? "";
        return (
          <li key={path}>
            {hasMessage(labels, field) ? `${labels(field)}: ` : ""}
            {errorWords(errors).join(" ")}
          </li>
        );
      })}
    </ul>
  );
}
