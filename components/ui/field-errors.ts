import { useTranslations } from "next-intl";
import { valuesOfError } from "@/lib/domain/field-errors";
import { type FormState, fieldErrors } from "@/lib/domain/form-state";

/** Turns what a form got back into sentences, by field. */
export function useFieldErrors(state: FormState<unknown>): (field: string) => string[] {
  const t = useTranslations("rules.errors");
  return (field) =>
    fieldErrors(state, field).map(({ key, ...named }) =>
      t(key as "too_long", valuesOfError(named)),
    );
}
