"use client";
import { useTranslations } from "next-intl";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea } from "@/components/ui/field";
import type { AssessedKind } from "@/lib/domain/assessment/assessment";
import { answerAssessmentAction } from "./actions";

const folded =
  "inline-flex min-h-11 cursor-pointer items-center rounded-box border border-line-strong bg-white px-4 font-semibold hover:bg-wash";

/** Shows the three answers to an assessment: one button, and two forms that are folded until they are needed. */
export function AnswerForms({
  assessmentId,
  kind,
  others,
}: {
  assessmentId: string;
  kind: AssessedKind;
  /** The outcomes that the city may state instead. */
  others: { slug: string; name: string }[];
}) {
  const t = useTranslations("assessing");
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Answer assessmentId={assessmentId} answer="confirmed" look="primary" button={t("right")} />
      <details className="open:w-full">
        <summary className={folded}>{t("notSo")}</summary>
        <div className="pt-3">
          <Answer assessmentId={assessmentId} answer="refused" button={t("notSo")}>
            {(field) => (
              <TextArea {...field("reason")} label={t("reason")} required maxLength={600} />
            )}
          </Answer>
        </div>
      </details>
      <details className="open:w-full">
        <summary className={folded}>{t("another")}</summary>
        <div className="pt-3">
          <Answer assessmentId={assessmentId} answer="other_outcome" button={t("another")}>
            {(field) => (
              <>
                <SelectField
                  {...field("outcome", others[0]?.slug)}
                  label={t("instead")}
                  options={others.map(({ slug, name }) => ({ value: slug, label: name }))}
                />
                <TextArea
                  {...field("reason")}
                  label={t(kind === "project" ? "how" : "reason")}
                  hint={kind === "project" ? t("howHint") : undefined}
                  required
                  maxLength={600}
                />
              </>
            )}
          </Answer>
        </div>
      </details>
    </div>
  );
}

type Field = ReturnType<typeof useCommandForm>["field"];

function Answer({
  assessmentId,
  answer,
  button,
  look = "secondary",
  children,
}: {
  assessmentId: string;
  answer: "confirmed" | "refused" | "other_outcome";
  button: string;
  look?: "primary" | "secondary";
  children?: (field: Field) => React.ReactNode;
}) {
  const form = useCommandForm(answerAssessmentAction);
  return (
    <CommandForm form={form} given={{ assessmentId, answer }} done={() => button}>
      {children?.(form.field)}
      <div>
        <Button type="submit" look={look} disabled={form.isSending}>
          {button}
        </Button>
      </div>
    </CommandForm>
  );
}
