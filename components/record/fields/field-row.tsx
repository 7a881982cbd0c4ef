"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import { ConflictChoice } from "@/components/record/draft/conflict-choice";
import { FieldNotes } from "@/components/record/fields/field-notes";
import { ListField } from "@/components/record/fields/list-field";
import { LocalTextFields } from "@/components/record/fields/local-text-fields";
import { SuccessorField } from "@/components/record/fields/successor-field";
import { TranslationOverview } from "@/components/record/fields/translation-overview";
import { ValueField } from "@/components/record/fields/value-field";
import { Since } from "@/components/record/shared/since";
import { hasMessage } from "@/lib/domain/language/messages";
import type { FieldSpec } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { localPartsOf } from "@/lib/domain/record/local-parts";
import type { NamedConflict } from "@/lib/domain/record/typing";
import type { Day } from "@/lib/domain/values/day";
import type { FieldError } from "@/lib/domain/values/field-error";
import type { Item } from "@/lib/domain/values/item";

export type FieldErrors = Record<string, FieldError[]>;

/**
 * Shows one field of a record's form. It is rendered only when it changes, because a form has a hundred controls and
 * phones are slow.
 */
export const FieldRow = memo(function FieldRow({
  spec,
  value,
  errors,
  conflict,
  lang,
  since,
  framework,
  timeZone,
  onChange,
  onResolve,
}: {
  spec: FieldSpec;
  value: unknown;
  errors: FieldErrors;
  conflict: NamedConflict | undefined;
  lang: string | undefined;
  /** The day since which the published value has not changed; undefined when the draft differs. */
  since: Day | undefined;
  framework: FrameworkTerms;
  timeZone: string;
  onChange: (field: string, value: unknown) => void;
  onResolve: (field: string, keep: "mine" | "theirs") => void;
}) {
  const labels = useTranslations("fields");
  const t = useTranslations("office.record.hints");
  const sentences = useErrorWords();
  const label = labels(spec.name);
  const hint = hasMessage(t, spec.name) ? t(spec.name) : undefined;
  return (
    <div className={`flex min-w-0 flex-col gap-3 ${conflict ? wide : (widths[spec.kind] ?? wide)}`}>
      {spec.name === "closingSuccessor" && <SuccessorField />}
      {spec.name === "translations" ? (
        <TranslationOverview />
      ) : spec.kind !== "list" ? (
        <ValueWithTranslations
          spec={spec}
          value={value}
          label={label}
          hint={hint}
          errors={sentences(errors[spec.name])}
          lang={lang}
          framework={framework}
          onChange={onChange}
        />
      ) : (
        <ListField
          spec={spec}
          path={spec.name}
          label={label}
          hint={hint}
          items={value as Item[]}
          errors={errors}
          framework={framework}
          onChange={(items) => onChange(spec.name, items)}
        />
      )}
      {since && <Since day={since} />}
      {conflict && (
        <ConflictChoice
          spec={spec}
          label={label}
          conflict={conflict}
          mine={value}
          framework={framework}
          timeZone={timeZone}
          onResolve={(keep) => onResolve(spec.name, keep)}
        />
      )}
      <FieldNotes field={spec.name} />
    </div>
  );
});

/** Shows the control of a single value, and below it the texts in local languages. */
function ValueWithTranslations({
  spec,
  value,
  label,
  hint,
  errors,
  lang,
  framework,
  onChange,
}: {
  spec: Exclude<FieldSpec, { kind: "list" }>;
  value: unknown;
  label: string;
  hint: string | undefined;
  errors: string[];
  lang: string | undefined;
  framework: FrameworkTerms;
  onChange: (field: string, value: unknown) => void;
}) {
  const localPart = localPartsOf(spec.name);
  return (
    <>
      <ValueField
        spec={spec}
        id={`field-${spec.name}`}
        label={label}
        hint={hint}
        errors={errors}
        value={value}
        lang={lang}
        framework={framework}
        onChange={(typed) => onChange(spec.name, typed)}
      />
      {typeof localPart === "string" && (
        <LocalTextFields
          parts={[{ of: spec.name, label, english: String(value ?? ""), kind: localPart }]}
        />
      )}
    </>
  );
}

const wide = "sm:col-span-6";

/** The widths of short fields, which stand side by side on a wide screen, in six columns. */
const widths: Partial<Record<FieldSpec["kind"], string>> = {
  date: "sm:col-span-2",
  choice: "sm:col-span-3",
};
