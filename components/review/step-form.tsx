"use client";
import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { StepButton } from "@/components/review/step-button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { type FormState, untouched } from "@/lib/domain/result/form-state";
import type { Refusal } from "@/lib/domain/result/result";

type StepAction = (before: FormState<void>, form: FormData) => Promise<FormState<void>>;

/** A field of a step's form: a text, a select, or a day and a time; `value` is the initial value. */
export type StepField = { name: string; label: string; hint?: string; value?: string } & (
  | { kind: "text" | "moment" }
  | { kind: "line"; maxLength?: number }
  | { kind: "choice"; options: { value: string; label: string }[] }
);

/**
 * Shows the button and form of a step on a submission or a published record. When somebody else was faster, the page is
 * refreshed to show their decision, and the refusal stays visible.
 */
export function StepForm({
  action,
  given,
  button,
  look,
  isOffered = true,
  refusal = null,
  instead,
  fields = [],
}: {
  action: StepAction;
  /** Hidden values that the form sends. */
  given: Record<string, string>;
  button: string;
  look: "primary" | "secondary";
  /** True while the step is possible; one that was just refused stays visible. */
  isOffered?: boolean;
  /** The reason why this reader cannot take the step now: the button shows it and does nothing. */
  refusal?: Refusal | null;
  /** The decision of somebody who was faster, shown with the refusal. */
  instead?: React.ReactNode;
  fields?: StepField[];
}) {
  const [state, take, isTaking] = useActionState(action, untouched);
  const errorsOf = useFieldErrors(state);
  const router = useRouter();
  const isLate = state.refusal?.code === "wrong_state" || state.refusal?.code === "forbidden";
  useEffect(() => {
    if (isLate) router.refresh();
  }, [isLate, router]);
  if (!isOffered && !state.refusal) return null;
  return (
    <div className="flex flex-col gap-3">
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      {isLate && instead}
      {isOffered && (
        <form action={take} className="flex flex-col gap-3">
          {Object.entries(given).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {refusal === null &&
            fields.map((field) => (
              <Field
                key={field.name}
                field={field}
                typed={state.typed[field.name]}
                errors={errorsOf(field.name)}
              />
            ))}
          <StepButton look={look} isTaking={isTaking} refusal={refusal}>
            {button}
          </StepButton>
        </form>
      )}
    </div>
  );
}

function Field({
  field: { label, hint, name, value = "", ...field },
  typed = value,
  errors,
}: {
  field: StepField;
  typed: string | undefined;
  errors: string[];
}) {
  const common = { label, hint, name, errors, required: true, defaultValue: typed };
  switch (field.kind) {
    case "text":
      return <TextArea {...common} />;
    case "line":
      return <TextField {...common} maxLength={field.maxLength} />;
    case "choice":
      return <SelectField {...common} options={field.options} />;
    case "moment":
      return <TextField {...common} type="datetime-local" />;
  }
}
