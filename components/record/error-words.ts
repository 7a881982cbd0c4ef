import { useTranslations } from "next-intl";
import { valuesOfError } from "@/lib/domain/field-errors";
import type { FieldError } from "@/lib/domain/result";

/** Turns what is wrong with a field into sentences. */
export function useErrorWords() {
  const t = useTranslations("rules.errors");
  // A rule names its key as a text (field-errors.ts); every key is in messages.
  return (errors: FieldError[] = []) =>
    errors.map(({ key, ...named }) => t(key as "too_long", valuesOfError(named)));
}
