"use client";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { ConflictChoice } from "@/components/record/conflict-choice";
import { useErrorWords } from "@/components/record/error-words";
import { Indicators } from "@/components/record/indicators";
import { ListField } from "@/components/record/list-field";
import { ValueField } from "@/components/record/value-field";
import type { FieldSpec } from "@/lib/domain/fields";
import type { FrameworkTerms } from "@/lib/domain/framework";
import type { Item } from "@/lib/domain/item";
import type { FieldError } from "@/lib/domain/result";
import type { NamedConflict } from "@/lib/domain/typing";

export type FieldErrors = Record<string, FieldError[]>;

/** One field of a record's form. Drawn anew only when it changes: a form has a hundred controls and phones are slow. */
export const FieldRow = memo(function FieldRow({
  spec,
  value,
  errors,
  conflict,
  lang,
  framework,
  timeZone,
  onChange,
  onSettle,
}: {
  spec: FieldSpec;
  value: unknown;
  errors: FieldErrors;
  conflict: NamedConflict | undefined;
  lang: string | undefined;
  framework: FrameworkTerms;
  timeZone: string;
  onChange: (field: string, value: unknown) => void;
  onSettle: (field: string, keep: "mine" | "theirs") => void;
}) {
  const words = useTranslations("fields");
  const t = useTranslations("office.record.hints");
  const sentences = useErrorWords();
  const label = words(spec.name as never);
  const hint = t.has(spec.name as never) ? t(spec.name as never) : undefined;
  const id = `field-${spec.name}`;
  return (
    <div className={`flex min-w-0 flex-col gap-3 ${conflict ? wide : (widths[spec.kind] ?? wide)}`}>
      {spec.kind !== "list" ? (
        <ValueField
          spec={spec}
          id={id}
          label={label}
          hint={hint}
          errors={sentences(errors[spec.name])}
          value={value}
          lang={lang}
          framework={framework}
          onChange={(typed) => onChange(spec.name, typed)}
        />
      ) : spec.name === "indicators" ? (
        // Read here in this release; they are changed with the full record.
        <Indicators id={id} label={label} items={value as Item[]} />
      ) : (
        <ListField
          spec={spec}
          id={id}
          label={label}
          hint={hint}
          items={value as Item[]}
          errors={errors}
          framework={framework}
          onChange={(items) => onChange(spec.name, items)}
        />
      )}
      {conflict && (
        <ConflictChoice
          spec={spec}
          label={label}
          conflict={conflict}
          mine={value}
          framework={framework}
          timeZone={timeZone}
          onSettle={(keep) => onSettle(spec.name, keep)}
        />
      )}
    </div>
  );
});

const wide = "sm:col-span-6";

/** Short values stand side by side where there is room, of six columns. */
const widths: Partial<Record<FieldSpec["kind"], string>> = {
  date: "sm:col-span-2",
  choice: "sm:col-span-3",
};
