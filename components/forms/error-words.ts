import { useTranslations } from "next-intl";
import { hasMessage } from "@/lib/domain/language/messages";
import type { FieldError } from "@/lib/domain/values/field-error";
import { valuesOfError } from "@/lib/domain/values/field-errors";

/**
 * Returns a function that turns the errors of a field into sentences. Keys of other messages, such as those of files,
 * are ignored.
 */
export function useErrorWords(): (errors?: FieldError[]) => string[] {
  const t = useTranslations("errors.field");
  return (errors = []) =>
    errors.map(({ key, ...named }) =>
      t(hasMessage(t, key) ? key : "not_understood", valuesOfError(named)),
    );
}
