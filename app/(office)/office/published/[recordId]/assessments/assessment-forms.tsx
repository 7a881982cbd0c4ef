"use client";
import { useTranslations } from "next-intl";
import { CommandForm, useCommandForm } from "@/components/forms/command-form";
import { Button } from "@/components/ui/button";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { type Assessment, confidences } from "@/lib/domain/assessment/assessment";
import {
  correctAssessmentAction,
  withdrawAssessmentAction,
  writeAssessmentAction,
} from "./actions";

type Term = { slug: string; name: string };
type Words = Pick<
  Assessment,
  "outcome" | "why" | "sourceTitle" | "sourceAddress" | "page" | "confidence" | "knownOn"
>;

/** Shows a form to assess a record or an entry of it. */
export function WriteForm({
  recordId,
  assessable,
  outcomes,
}: {
  recordId: string;
  /** What can be assessed; an empty name is the project as a whole. */
  assessable: { entryId: string; name: string }[];
  outcomes: Term[];
}) {
  const t = useTranslations("assessing.record");
  const form = useCommandForm(writeAssessmentAction);
  return (
    <CommandForm form={form} given={{ recordId }} done={() => t("written")}>
      <SelectField
        {...form.field("entryId")}
        label={t("of")}
        options={assessable.map(({ entryId, name }) => ({
          value: entryId,
          label: name || t("whole"),
        }))}
      />
      <WordFields field={form.field} outcomes={outcomes} />
      <Send label={t("write")} isSending={form.isSending} />
    </CommandForm>
  );
}

/** Shows a form to write an assessment anew. */
export function CorrectForm({
  assessment,
  outcomes,
}: {
  assessment: Assessment;
  outcomes: Term[];
}) {
  const t = useTranslations("assessing.record");
  const form = useCommandForm(correctAssessmentAction);
  return (
    <CommandForm form={form} given={{ assessmentId: assessment.id }} done={() => t("corrected")}>
      <WordFields field={form.field} outcomes={outcomes} words={assessment} />
      <TextArea {...form.field("reason")} label={t("correctReason")} required maxLength={600} />
      <Send label={t("correct")} isSending={form.isSending} />
    </CommandForm>
  );
}

/** Shows a form to take an assessment back. */
export function WithdrawForm({ assessmentId }: { assessmentId: string }) {
  const t = useTranslations("assessing.record");
  const form = useCommandForm(withdrawAssessmentAction);
  return (
    <CommandForm form={form} given={{ assessmentId }} done={() => t("withdraw")}>
      <TextArea {...form.field("reason")} label={t("withdrawReason")} required maxLength={600} />
      <Send label={t("withdraw")} isSending={form.isSending} />
    </CommandForm>
  );
}

function WordFields({
  field,
  outcomes,
  words,
}: {
  field: ReturnType<typeof useCommandForm>["field"];
  outcomes: Term[];
  words?: Words;
}) {
  const t = useTranslations("assessing.record");
  const assessments = useTranslations("assessments.confidence");
  return (
    <>
      <SelectField
        {...field("outcome", words?.outcome)}
        label={t("outcome")}
        options={outcomes.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      <TextArea {...field("why", words?.why)} label={t("why")} required maxLength={600} />
      <TextField
        {...field("sourceTitle", words?.sourceTitle)}
        label={t("sourceTitle")}
        required
        maxLength={300}
      />
      <TextField
        {...field("sourceAddress", words?.sourceAddress)}
        label={t("sourceAddress")}
        type="url"
        required
      />
      <TextField
        {...field("page", words?.page?.toString())}
        label={t("page")}
        hint={t("pageHint")}
        inputMode="numeric"
      />
      <SelectField
        {...field("confidence", words?.confidence ?? "medium")}
        label={t("confidence")}
        options={confidences.map((value) => ({ value, label: assessments(value) }))}
      />
      <TextField
        {...field("knownOn", words?.knownOn)}
        label={t("knownOn")}
        hint={t("knownOnHint")}
        required
      />
    </>
  );
}

function Send({ label, isSending }: { label: string; isSending: boolean }) {
  return (
    <div>
      <Button type="submit" disabled={isSending}>
        {label}
      </Button>
    </div>
  );
}
