"use client";
import { useRouter } from "next/navigation";
import { useActionState, useEffect, useId } from "react";
import { RefusalNotice } from "@/components/record/refusal-notice";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { useFieldErrors } from "@/components/ui/field-errors";
import { type FormState, untouched } from "@/lib/domain/form-state";

type StepAction = (before: FormState<void>, form: FormData) => Promise<FormState<void>>;

/**
 * One step somebody may take with a submission: a button, with a text where one is needed. When somebody else was
 * faster the page is read anew, so that it shows what they decided, and the refusal stays in sight.
 */
export function StepForm({
  action,
  submissionId,
  button,
  look,
  isOffered = true,
  whyNot,
  instead,
  text,
}: {
  action: StepAction;
  submissionId: string;
  button: string;
  look: "primary" | "secondary";
  /** Whether the step can still be taken; a step that was just refused stays to say so. */
  isOffered?: boolean;
  /** Why this reader cannot take it: the button is there and cannot be pressed. */
  whyNot?: string | undefined;
  /** What was decided by somebody who was faster, shown with the refusal. */
  instead?: React.ReactNode;
  text?: { name: string; label: string; hint: string };
}) {
  const [state, take, isTaking] = useActionState(action, untouched);
  const errorsOf = useFieldErrors(state);
  const router = useRouter();
  const reason = useId();
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
          <input type="hidden" name="submissionId" value={submissionId} />
          {text && (
            <TextArea
              label={text.label}
              hint={text.hint}
              name={text.name}
              required
              maxLength={4000}
              defaultValue={state.typed[text.name] ?? ""}
              errors={errorsOf(text.name)}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button
              type="submit"
              look={look}
              disabled={isTaking || whyNot !== undefined}
              aria-describedby={whyNot && reason}
            >
              {button}
            </Button>
            {whyNot && (
              <p id={reason} className="max-w-text text-muted">
                {whyNot}
              </p>
            )}
          </div>
        </form>
      )}
    </div>
  );
}
