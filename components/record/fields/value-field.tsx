"use client";
import { useTranslations } from "next-intl";
import { AnswerField } from "@/components/record/fields/answer-field";
import { ClaimOfField } from "@/components/record/fields/claim-of-field";
import { FileField } from "@/components/record/fields/file-field";
import { MarkdownField } from "@/components/record/fields/markdown-field";
import { ProjectField } from "@/components/record/fields/project-field";
import {
  AmountField,
  DateField,
  NumberField,
  YearField,
} from "@/components/record/fields/typed-field";
import { useChoiceWords } from "@/components/record/shared/choice-words";
import { CheckField, SelectField, TextArea, TextField } from "@/components/ui/field";
import type { NamedValue } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import type { Item } from "@/lib/domain/values/item";

export type ValueFieldProps = {
  spec: NamedValue;
  id: string;
  label: string;
  hint?: string | undefined;
  errors: string[];
  value: unknown;
  onChange: (value: unknown) => void;
  framework: FrameworkTerms;
  /** The item to which the value belongs: its options depend on the other values. */
  item?: Item | undefined;
  /** The language of the value, if the record states it. */
  lang?: string | undefined;
  /** The id of the list from which a line of text suggests. */
  list?: string | undefined;
};

/** Shows the control for one value, by its kind. */
export function ValueField(props: ValueFieldProps) {
  const { spec, id, label, hint, errors, value, onChange, lang, list } = props;
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
      return <NumberField {...common} max={spec.max} value={value} onChange={onChange} />;
    case "year":
      return <YearField {...common} value={value} onChange={onChange} />;
    case "decimal":
      return <AmountField {...common} value={value} onChange={onChange} />;
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
    case "role_address":
    case "line":
    case "address":
      return (
        <TextField
          {...common}
          lang={lang}
          list={list}
          inputMode={inputModes[spec.kind]}
          value={String(value ?? "")}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "file":
      return <FileField {...common} value={value} onChange={onChange} />;
    case "project":
      return <ProjectField {...common} value={value} onChange={onChange} />;
    case "claim_of":
      return (
        <ClaimOfField {...common} claim={props.item?.["claim"]} value={value} onChange={onChange} />
      );
    case "indicator_of":
    case "milestone_of":
      return <AnswerField {...common} kind={spec.kind} value={value} onChange={onChange} />;
    // Readings are a list within an entry (item-fields.tsx); translations stand beside the English text
    // (local-text-fields.tsx).
    case "readings":
    case "text_of":
    case "english_hash":
      return null;
  }
}

const inputModes: Partial<Record<NamedValue["kind"], "url" | "email">> = {
  address: "url",
  role_address: "email",
};

/** Shows a select for a closed list, with labels from messages or from the framework. */
function ChoiceField({
  spec,
  value,
  onChange,
  framework,
  item,
  ...common
}: ValueFieldProps & { spec: Extract<NamedValue, { kind: "choice" | "framework" }> }) {
  const t = useTranslations("office.record");
  const words = useChoiceWords();
  const options =
    spec.kind === "choice"
      ? spec.options.map((option) => ({
          value: option,
          label: words(spec, option),
        }))
      : termsOf(framework, spec.options, item?.["focusArea"]).map((term) => ({
          value: term.slug,
          label: term.name,
        }));
  const selected = String(value ?? "");
  // A term that the framework no longer has, or one of another area, stays visible until another one is selected.
  const isKnown = selected === "" || options.some((option) => option.value === selected);
  const nothing = spec.name === "closing" ? t("stillOpen") : t("notSaid");
  return (
    <SelectField
      id={common.id}
      label={common.label}
      hint={common.hint}
      errors={common.errors}
      value={selected}
      onChange={(event) => onChange(event.target.value || (spec.nullable ? null : ""))}
      options={[
        ...(spec.nullable ? [{ value: "", label: nothing }] : []),
        ...(!spec.nullable && selected === "" ? [{ value: "", label: t("choose") }] : []),
        ...(isKnown ? [] : [{ value: selected, label: selected }]),
        ...options,
      ]}
    />
  );
}

function termsOf(framework: FrameworkTerms, options: string, focusArea: unknown) {
  if (options === "outcomes") return framework.outcomes;
  if (options === "focusAreas") return framework.focusAreas;
  return framework.focusAreas.find((area) => area.slug === focusArea)?.projectTypes ?? [];
}
