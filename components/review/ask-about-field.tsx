"use client";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { SuggestValue } from "@/components/review/suggest-value";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea } from "@/components/ui/field";
import type { FieldSpec, ItemFieldSpec } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { type FormState, untouched } from "@/lib/domain/result/form-state";

type Ask = (before: FormState<void>, form: FormData) => Promise<FormState<void>>;
type Option = { value: string; label: string };

/** Shows a folded form for a question about one field or item of a submission, with an optional suggestion. */
export function AskAboutField({
  action,
  submissionId,
  spec,
  parts,
  value,
  items,
  framework,
}: {
  action: Ask;
  submissionId: string;
  spec: FieldSpec;
  /** The parts for which a value can be suggested: parts of an item, or null for the field itself. */
  parts: (ItemFieldSpec | null)[];
  /** The submitted value of the field. */
  value: unknown;
  /** The items of a list field. */
  items: Option[];
  framework: FrameworkTerms;
}) {
  const t = useTranslations("threads");
  const [state, ask, isAsking] = useActionState(action, untouched);
  const [itemId, setItemId] = useState("");
  const errorsOf = useFieldErrors(state);
  const isSuggestible = parts.length > 0 && (spec.kind !== "list" || items.length > 0);
  return (
    <details className="print:hidden" open={state.refusal !== null || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 text-accent">{t("ask")}</summary>
      <form
        action={ask}
        // After a refusal the form keeps what was typed; after a success it is replaced.
        onReset={(event) => event.preventDefault()}
        className="flex max-w-text flex-col gap-3 border-line border-l-2 py-2 pl-4"
      >
        {state.refusal && <RefusalNotice refusal={state.refusal} />}
        <input type="hidden" name="submissionId" value={submissionId} />
        <input type="hidden" name="field" value={spec.name} />
        {items.length > 0 && (
          <SelectField
            label={t("about")}
            name="itemId"
            options={[{ value: "", label: t("wholeField") }, ...items]}
            value={itemId}
            onChange={(event) => setItemId(event.target.value)}
          />
        )}
        <TextArea
          label={t("question")}
          hint={t("questionHint")}
          name="text"
          required
          maxLength={4000}
          errors={errorsOf("text")}
        />
        {isSuggestible && (
          <SuggestionFields
            spec={spec}
            parts={parts}
            value={value}
            itemId={itemId}
            framework={framework}
            errors={errorsOf("suggestion")}
          />
        )}
        <div>
          <Button type="submit" disabled={isAsking}>
            {t("send")}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** Shows the fields for a suggested value, which are folded until the box is checked. */
function SuggestionFields({
  spec,
  parts,
  value,
  itemId,
  framework,
  errors,
}: Pick<React.ComponentProps<typeof AskAboutField>, "spec" | "parts" | "value" | "framework"> & {
  itemId: string;
  errors: string[];
}) {
  const t = useTranslations("threads");
  return (
    <fieldset className="group flex flex-col gap-3">
      <label className="flex min-h-11 items-center gap-3 font-semibold">
        <input type="checkbox" name="isSuggestion" className="size-5 accent-accent" />
        {t("suggest")}
      </label>
      <div className="hidden flex-col gap-3 group-has-[input:checked]:flex">
        <SuggestValue
          spec={spec}
          parts={parts.filter((part) => part !== null)}
          value={value}
          itemId={itemId}
          framework={framework}
          errors={errors}
        />
      </div>
    </fieldset>
  );
}
