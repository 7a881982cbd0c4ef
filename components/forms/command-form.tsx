"use client";
import { useActionState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Notice } from "@/components/ui/notice";
import { type FormState, untouched } from "@/lib/domain/result/form-state";

/** Returns the state of a form that a command answers, and what each of its fields is given. */
export function useCommandForm<T>(
  action: (before: FormState<T>, form: FormData) => Promise<FormState<T>>,
) {
  const [state, send, isSending] = useActionState(action, untouched);
  const errorsOf = useFieldErrors(state);
  return {
    state,
    send,
    isSending,
    /** What was typed stands in the field again when it was refused, with what is wrong about it. */
    field: (name: string, value = "") => ({
      name,
      defaultValue: state.typed[name] ?? value,
      errors: errorsOf(name),
    }),
  };
}

/**
 * Shows the frame of a form that a command answers: why it was refused, what came of it, and nothing that was typed is
 * lost.
 */
export function CommandForm<T>({
  form: { state, send },
  given = {},
  done,
  children,
}: {
  form: ReturnType<typeof useCommandForm<T>>;
  /** What the form sends without asking. */
  given?: Record<string, string>;
  /** What came of it, in a sentence. */
  done: (value: T) => React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <form
      // React resets a form after its action: what was typed would be gone when it is refused.
      onReset={(event) => event.preventDefault()}
      action={send}
      className="flex max-w-lg flex-col gap-4"
    >
      {state.refusal && <RefusalNotice refusal={state.refusal} />}
      {state.value && (
        <Notice role="status" tone="good">
          <p>{done(state.value)}</p>
        </Notice>
      )}
      {Object.entries(given).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
