import { useTranslations } from "next-intl";
import { type FormState, fieldErrors } from "@/lib/domain/form-state";

/** Turns what a form got back into sentences, by field. */
export function useFieldErrors(state: FormState<unknown>): (field: string) => string[] {
  const t = useTranslations("rules.errors");
  return (field) =>
    fieldErrors(state, field).map(({ key, limit }) => t(key as "too_long", { limit: limit ?? 0 }));
}
