"use client";
import { useTranslations } from "next-intl";
import { useDraft } from "@/components/record/draft/provider";
import { type Claimed, useClaimOptions } from "@/components/record/shared/claims";
import { SelectField } from "@/components/ui/field";
import { valueIn } from "@/lib/domain/record/typing";

/**
 * Shows a select for the milestone, reading or budget line that evidence supports, by name, from the form's current
 * values.
 */
export function ClaimOfField({
  claim,
  value,
  onChange,
  ...common
}: {
  id: string;
  label: string;
  hint: string | undefined;
  errors: string[];
  claim: unknown;
  value: unknown;
  onChange: (value: string | null) => void;
}) {
  const t = useTranslations("record.claimOf");
  const draft = useDraft();
  const optionsOf = useClaimOptions();
  // Only projects have evidence, and their schema parsed these lists.
  const fields = Object.fromEntries(
    ["milestones", "indicators", "budget"].map((name) => [name, valueIn(draft, name)]),
  ) as Claimed;
  const options = optionsOf(claim, fields);
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
        ...options.map(({ id, name }) => ({ value: id, label: name || t("unnamed") })),
      ]}
    />
  );
}
