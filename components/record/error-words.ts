import { useTranslations } from "next-intl";
import { valuesOfError } from "@/lib/domain/field-errors";
import { hasMessage } from "@/lib/domain/messages";
import type { FieldError } from "@/lib/domain/result";

/** Turns what is wrong with a field into sentences. What is said elsewhere, as of files, is not understood here. */
export function useErrorWords(): (errors?: FieldError[]) => string[] {
  const t = useTranslations("rules.errors");
  return (errors = []) =>
    errors.map(({ key, ...named }) =>
      t(hasMessage(t, key) ? key : "not_understood", valuesOfError(named)),
    );
}
