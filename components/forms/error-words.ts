import { useTranslations } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";
import type { FieldError } from "@/lib/domain/values/field-error";
import { valuesOfError } from "@/lib/domain/values/field-errors";

/** Turns what is wrong with a field into sentences. What is said elsewhere, as of files, is not understood here. */
export function useErrorWords(): (errors?: FieldError[]) => string[] {
  const t = useTranslations("errors.field");
  return (errors = []) =>
    errors.map(({ key, ...named }) =>
      t(hasMessage(t, key) ? key : "not_understood", valuesOfError(named)),
    );
}
