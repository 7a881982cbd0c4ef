import { useErrorWords } from "@/components/forms/error-words";
import { type FormState, fieldErrors } from "@/lib/domain/result/form-state";

/** Turns what a form got back into sentences, by field. */
export function useFieldErrors(state: FormState<unknown>): (field: string) => string[] {
  const errorWords = useErrorWords();
  return (field) => errorWords(fieldErrors(state, field));
}
