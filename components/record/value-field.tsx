"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MarkdownField } from "@/components/record/markdown-field";
import { CheckField, SelectField, TextArea, TextField } from "@/components/ui/field";
import type { ItemFieldSpec } from "@/lib/domain/fields";
import type { FrameworkTerms } from "@/lib/domain/framework";

export type ValueFieldProps = {
  spec: ItemFieldSpec;
  id: string;
  label: string;
  hint?: string | undefined;
  errors: string[];
  value: unknown;
  onChange: (value: unknown) => void;
  framework: FrameworkTerms;
  /** The focus area whose project types may be chosen. */
  focusArea?: unknown;
  /** The language of what is typed, where the record says it. */
  lang?: string | undefined;
};

/** The control in which one value is typed, by its kind. */
export function ValueField(props: ValueFieldProps) {
  const { spec, id, label, hint, errors, value, onChange, lang } = props;
  const common = { id, label, hint, errors };
  switch (spec.kind) {
    case "text":
      return (
        <TextArea
          {...common}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "markdown":
      return <MarkdownField {...common} value={String(value ?? "")} onChange={onChange} />;
    case "number":
      return <NumberField {...common} value={value} onChange={onChange} />;
    case "yes_no":
      return (
        <CheckField
          {...common}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      );
    case "choice":
    case "framework":
      return <ChoiceField {...props} spec={spec} />;
    case "date":
      return <DateField {...common} value={value} onChange={onChange} />;
    case "line":
    case "address":
      return (
        <TextField
          {...common}
          lang={lang}
          inputMode={spec.kind === "address" ? "url" : undefined}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "readings":
      return null;
  }
}

type Common = Pick<ValueFieldProps, "id" | "label" | "hint" | "errors" | "value" | "onChange">;

/** A partial date; an empty one is none. */
function DateField({ value, onChange, hint, ...common }: Common) {
  const t = useTranslations("office.record.hints");
  return (
    <TextField
      {...common}
      hint={hint ?? t("date")}
      autoComplete="off"
      value={String(value ?? "")}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}

/** A number. What is no number yet ("-", "12 or 13") stays as typed, and the server says what is wrong with it. */
function NumberField({ value, onChange, ...common }: Common) {
  const [text, setText] = useState(String(value ?? ""));
  const shown = toNumber(text) === value ? text : String(value ?? "");
  return (
    <TextField
      {...common}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        onChange(toNumber(event.target.value));
      }}
    />
  );
}

function toNumber(text: string) {
  const trimmed = text.trim();
  if (trimmed === "") return null;
  return /^[-−]?\d+(?:\.\d+)?$/u.test(trimmed) ? Number(trimmed.replace("−", "-")) : text;
}

/** One of a closed list; the words come from messages or from the framework. */
function ChoiceField({
  spec,
  value,
  onChange,
  framework,
  focusArea,
  ...common
}: ValueFieldProps & { spec: Extract<ItemFieldSpec, { kind: "choice" | "framework" }> }) {
  const t = useTranslations("office.record");
  const words = useTranslations("choices");
  const options =
    spec.kind === "choice"
      ? spec.options.map((option) => ({
          value: option,
          label: words(`${choiceWords[spec.name] ?? spec.name}.${option}` as never),
        }))
      : termsOf(framework, spec.options, focusArea).map((term) => ({
          value: term.slug,
          label: term.name,
        }));
  const chosen = String(value ?? "");
  // What the framework lost, or another area's type, stays in sight until something else is chosen.
  const isKnown = chosen === "" || options.some((option) => option.value === chosen);
  const nothing = spec.name === "closing" ? t("stillOpen") : t("notSaid");
  return (
    <SelectField
      id={common.id}
      label={common.label}
      hint={common.hint}
      errors={common.errors}
      value={chosen}
      onChange={(event) => onChange(event.target.value || (spec.nullable ? null : ""))}
      options={[
        ...(spec.nullable ? [{ value: "", label: nothing }] : []),
        ...(!spec.nullable && chosen === "" ? [{ value: "", label: t("choose") }] : []),
        ...(isKnown ? [] : [{ value: chosen, label: chosen }]),
        ...options,
      ]}
    />
  );
}

/** Where the words of a choice have another name than its field. */
const choiceWords: Record<string, string> = {
  localTitleLanguage: "language",
  kind: "supportKind",
};

function termsOf(framework: FrameworkTerms, options: string, focusArea: unknown) {
  if (options === "outcomes") return framework.outcomes;
  if (options === "focusAreas") return framework.focusAreas;
  return framework.focusAreas.find((area) => area.slug === focusArea)?.projectTypes ?? [];
}
