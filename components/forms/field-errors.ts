import { useErrorWords } from "@/components/forms/error-words";
import { type FormState, fieldErrors } from "@/lib/domain/result/form-state";

/** Returns a function that gives the errors of a field as sentences, from the form's state. */
export function useFieldErrors(state: FormState<unknown>): (field: string) => string[] {
  const errorWords = useErrorWords();
  return (field) => errorWords(fieldErrors(state, field));
}
