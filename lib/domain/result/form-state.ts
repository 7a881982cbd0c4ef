import type { Refusal } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";

/** The state of a form after its command: the refusal, the typed values, or the result. */
export type FormState<T> = {
  refusal: Refusal | null;
  typed: Record<string, string>;
  value: T | null;
};

export const untouched = { refusal: null, typed: {}, value: null };

/** Returns the errors of one field, empty when there are none. */
export function fieldErrors(state: FormState<unknown>, field: string): FieldError[] {
  return state.refusal?.code === "invalid" ? (state.refusal.fields[field] ?? []) : [];
}
