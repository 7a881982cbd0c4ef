"use client";
import { useActionState } from "react";
import { useFieldErrors } from "@/components/forms/field-errors";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Notice } from "@/components/ui/notice";
import { type FormState, untouched } from "@/lib/domain/result/form-state";

/** Returns the state of a form for a command, and the props of each of its fields. */
export function useCommandForm<T>(
  action: (before: FormState<T>, form: FormData) => Promise<FormState<T>>,
) {
  const [state, send, isSending] = useActionState(action, untouched);
  const errorsOf = useFieldErrors(state);
  return {
    state,
    send,
    isSending,
    /** After a refusal a field keeps what was typed and shows its errors. */
    field: (name: string, value = "") => ({
      name,
      defaultValue: state.typed[name] ?? value,
      errors: errorsOf(name),
    }),
  };
}

/** Shows the frame of a form for a command: the refusal or the result. What was typed is never lost. */
export function CommandForm<T>({
  form: { state, send },
  given = {},
  done,
  children,
}: {
  form: ReturnType<typeof useCommandForm<T>>;
  /** Hidden values that the form sends. */
  given?: Record<string, string>;
  /** The text for the result. */
  done: (value: T) => React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <form
      // React resets a form after its action, which would remove what was typed when it is refused.
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
