"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorWords } from "@/components/forms/error-words";
import type { ValueFieldProps } from "@/components/record/fields/value-field";
import { TextField } from "@/components/ui/field";
import { readDateText } from "@/lib/domain/values/date-text";
import type { ErrorKey } from "@/lib/domain/values/field-error";
import { readNumber, readNumberText } from "@/lib/domain/values/number-text";
import { buddhistAsCommon } from "@/lib/domain/values/partial-date";

type Common = Pick<ValueFieldProps, "id" | "label" | "hint" | "errors" | "value" | "onChange">;

/** Shows a field for a partial date, and says how it is understood; an empty one is null. */
export function DateField({ hint, ...common }: Common) {
  const t = useTranslations("office.record.hints");
  return <TypedField {...common} hint={hint ?? t("date")} toValue={toDate} openKey={openDate} />;
}

/** Shows a field for a number that is at most `max` in either direction, and says how it is understood. */
export function NumberField({ max, ...common }: Common & { max?: number | undefined }) {
  return (
    <TypedField
      {...common}
      inputMode="decimal"
      toValue={(text) => readNumber(text, max)}
      openKey={(text) => (typeof readNumber(text, max) === "number" ? null : openNumber(text))}
    />
  );
}

/** Shows a field for a year; one of the Buddhist calendar is converted. */
export function YearField(common: Common) {
  return <TypedField {...common} inputMode="decimal" toValue={toYear} openKey={openNumber} />;
}

/** Shows a field for an exact amount, and says how it is understood. */
export function AmountField(common: Common) {
  return <TypedField {...common} inputMode="decimal" toValue={toAmount} openKey={openNumber} />;
}

/**
 * Shows a text field whose value is what the text says. The text stays as typed; a text that says no value, or two, is
 * the value itself, and the server returns its error.
 */
function TypedField({
  value,
  onChange,
  toValue,
  openKey,
  hint,
  ...common
}: Common & {
  inputMode?: "decimal";
  toValue: (text: string) => unknown;
  /** The error of a text that can be read in two ways; null for any other. */
  openKey: (text: string) => ErrorKey | null;
}) {
  const sentences = useErrorWords();
  const t = useTranslations("office.record.hints");
  const [text, setText] = useState(String(value ?? ""));
  const isOwn = toValue(text) === value;
  const said = value === null || value === undefined ? "" : String(value);
  const open = isOwn ? openKey(text) : null;
  const errors = open ? sentences([{ key: open }]) : common.errors;
  const isConverted = isOwn && said !== text.trim() && said !== "" && errors.length === 0;
  return (
    <TextField
      {...common}
      errors={errors}
      autoComplete="off"
      hint={isConverted ? t("understood", { value: said }) : hint}
      value={isOwn ? text : said}
      onChange={(event) => {
        setText(event.target.value);
        onChange(toValue(event.target.value));
      }}
    />
  );
}

function openNumber(text: string): ErrorKey | null {
  const reading = readNumberText(text);
  return reading && "either" in reading ? "two_numbers" : null;
}

function openDate(text: string): ErrorKey | null {
  return readDateText(text) === "day_or_month" ? "day_or_month" : null;
}

function toDate(text: string): string | null {
  const reading = readDateText(text);
  return (reading && typeof reading === "object" ? reading.date : text) || null;
}

function toYear(text: string) {
  const year = readNumber(text);
  return typeof year === "number" ? (buddhistAsCommon(year) ?? year) : year;
}

/** An amount that can be two is given on with a comma, because "1.500" is how 1.5 is stored. */
function toAmount(text: string): string | null {
  const reading = readNumberText(text);
  if (reading && "number" in reading) return reading.number;
  return (reading ? text.replace(".", ",") : text) || null;
}
