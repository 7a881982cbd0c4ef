"use client";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { untouched } from "@/lib/domain/result/form-state";
import { handOverGrantAction } from "./actions";

/** Shows a button to hand a role over, with a select when there are several people. */
export function HandOverForm({
  grantId,
  held,
  name,
  candidates,
}: {
  grantId: string;
  /** The role in words, with its place. */
  held: string;
  name: string;
  candidates: { id: string; name: string }[];
}) {
  const t = useTranslations("notices.idle");
  const [state, handOver, isHandingOver] = useActionState(handOverGrantAction, untouched);
  const errorsOf = useFieldErrors(state);
  const [only] = candidates;
  if (!only) {
    return (
      <p>
        <a href="/office/people/add" className="inline-flex min-h-11 items-center">
          {t("nobody")}
        </a>
      </p>
    );
  }
  return (
    <form action={handOver} className="flex flex-col gap-2">
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      <input type="hidden" name="grantId" value={grantId} />
      <div className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t("to")}
          name="toPersonId"
          aria-label={t("toNamed", { role: held })}
          defaultValue={candidates.length === 1 ? only.id : ""}
          errors={errorsOf("toPersonId")}
          options={[
            ...(candidates.length === 1 ? [] : [{ value: "", label: t("choose") }]),
            ...candidates.map((candidate) => ({ value: candidate.id, label: candidate.name })),
          ]}
        />
        <Button
          type="submit"
          disabled={isHandingOver}
          aria-label={t("handOverNamed", { role: held, name })}
        >
          {t("handOver")}
        </Button>
      </div>
    </form>
  );
}
