"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Action, ask, type Failure } from "@/components/forms/ask";
import { useErrorWords } from "@/components/forms/error-words";
import { RefusalNotice } from "@/components/forms/refusal-notice";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { type FormState, fieldErrors, untouched } from "@/lib/domain/result/form-state";

/** Shows a form that creates a project with a title; its own page has the other fields. */
export function NewProjectForm({
  planId,
  createAction,
}: {
  planId: string;
  createAction: Action<null>;
}) {
  const t = useTranslations("office");
  const sentences = useErrorWords();
  const [title, setTitle] = useState("");
  const [isPending, setPending] = useState(false);
  const [state, setState] = useState<FormState<null>>(untouched);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function create() {
    setPending(true);
    const asked = await ask(createAction, { planId, title });
    setPending(false);
    setFailure("failure" in asked ? asked.failure : null);
    setState("answer" in asked ? asked.answer : untouched);
  }

  return (
    <form
      noValidate
      aria-labelledby="new-project"
      className="flex max-w-text flex-col items-start gap-3 border-line border-t pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) void create();
      }}
    >
      <h3 id="new-project" className="font-bold text-h3">
        {t("plan.newProject")}
      </h3>
      <div className="w-full">
        <TextField
          label={t("plan.newProjectTitle")}
          hint={t("plan.newProjectHint")}
          errors={sentences(fieldErrors(state, "title"))}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </div>
      {state.refusal && state.refusal.code !== "invalid" && (
        <RefusalNotice refusal={state.refusal} />
      )}
      {failure && (
        <Notice role="alert" tone="warning">
          {t(`plan.${failure}`)}
        </Notice>
      )}
      <Button type="submit" aria-disabled={isPending}>
        {t(isPending ? "plan.creating" : "plan.create")}
      </Button>
    </form>
  );
}
