"use client";
import { useTranslations } from "next-intl";
import { useSurroundings } from "@/components/record/shared/surroundings";
import { SelectField } from "@/components/ui/field";
import type { Answers } from "@/lib/domain/record/answers";

/**
 * Shows the select for what answers a target of the plan: an indicator or a milestone of a project of the city, by
 * name.
 */
export function AnswerField({
  kind,
  value,
  onChange,
  ...common
}: {
  kind: keyof Answers;
  id: string;
  label: string;
  hint: string | undefined;
  errors: string[];
  value: unknown;
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations("record.answer");
  const { answers } = useSurroundings();
  const options = answers[kind];
  const selected = typeof value === "string" ? value : "";
  const isThere = selected === "" || options.some((option) => option.id === selected);
  return (
    <SelectField
      {...common}
      value={selected}
      onChange={(event) => onChange(event.target.value || null)}
      options={[
        { value: "", label: options.length > 0 ? t("choose") : t("none") },
        ...(isThere ? [] : [{ value: selected, label: t("gone") }]),
        ...options.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
