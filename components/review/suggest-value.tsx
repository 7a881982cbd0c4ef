"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ValueField } from "@/components/record/fields/value-field";
import { SelectField } from "@/components/ui/field";
import type { FieldSpec, ItemFieldSpec } from "@/lib/domain/record/fields";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { itemOf } from "@/lib/domain/values/part";

/**
 * Shows a control for a suggested value of a field, or of one part of the selected item, starting with its current
 * value.
 */
export function SuggestValue({
  spec,
  parts,
  value,
  itemId,
  framework,
  errors,
}: {
  spec: FieldSpec;
  /** The parts of a list item for which a value can be suggested. */
  parts: ItemFieldSpec[];
  /** The submitted value of the field. */
  value: unknown;
  itemId: string;
  framework: FrameworkTerms;
  errors: string[];
}) {
  const t = useTranslations("threads");
  const labels = useTranslations("fields");
  const [name, setName] = useState(parts[0]?.name ?? "");
  const [typed, setTyped] = useState<Record<string, unknown>>({});
  const part = spec.kind === "list" ? parts.find((each) => each.name === name) : spec;
  const item = itemOf(value, itemId);
  if (!part || (spec.kind === "list" && !item)) return <p>{t("chooseItem")}</p>;
  const key = `${itemId}.${name}`;
  const says = item ? item[name] : value;
  const suggested = Object.hasOwn(typed, key) ? typed[key] : says;
  return (
    <>
      {item && (
        <SelectField
          label={t("part")}
          name="part"
          value={name}
          onChange={(event) => setName(event.target.value)}
          options={parts.map((each) => ({
            value: each.name,
            label: labels(`items.${each.path}`),
          }))}
        />
      )}
      <ValueField
        key={key}
        id={`suggestion-${spec.name}`}
        spec={part}
        label={t("suggestion")}
        hint={t("suggestionHint")}
        errors={errors}
        value={suggested}
        onChange={(wanted) => setTyped({ ...typed, [key]: wanted })}
        framework={framework}
        item={item ?? undefined}
      />
      <input type="hidden" name="suggestion" value={String(suggested ?? "")} />
    </>
  );
}
