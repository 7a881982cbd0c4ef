import type { DraftState } from "@/components/record/draft/state";
import type { Edit } from "@/lib/domain/record/merge";
import type { Refusal } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";

type Errors = Record<string, FieldError[]>;

/**
 * Returns the form after its save was refused. Of an `invalid` one nothing was saved: the fields in error are set
 * aside, and the others are sent again at once. After any other refusal the same save may be sent again: its first
 * answer may have been lost.
 */
export function afterRefusal(state: DraftState, refusal: Refusal): DraftState {
  const status = { kind: "refused" as const, refusal };
  if (refusal.code !== "invalid") return { ...state, status, failures: 0, isPressed: false };
  const sent = state.underway?.changes ?? [];
  const errors = byField(refusal.fields, sent);
  const wrong = new Set(Object.keys(errors).map(fieldOf));
  const others = sent.filter(({ field }) => !wrong.has(field));
  // What an earlier refusal set aside was not sent, and stays as it is: dropped, it would be sent again without end.
  const before = Object.entries(state.errors).filter(([path]) =>
    state.setAside.includes(fieldOf(path)),
  );
  // What was typed since may have put it right, as a later end does a start that was refused for coming after the end.
  const isOutdated = state.due !== "no";
  return {
    ...state,
    status,
    underway: null,
    failures: 0,
    errors: { ...Object.fromEntries(before), ...errors },
    setAside: isOutdated ? [] : [...new Set([...state.setAside, ...wrong])],
    showErrors: state.isPressed,
    refusals: state.isPressed ? state.refusals + 1 : state.refusals,
    isPressed: false,
    due: others.length > 0 ? "now" : state.due,
  };
}

/** The errors that are left of fields that are not saved, once others of them were. */
export function fieldsInError(unsaved: Edit[], errors: Errors, sent: string[]): Errors {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => {
      const field = fieldOf(path);
      return !sent.includes(field) && unsaved.some((edit) => edit.field === field);
    }),
  );
}

/** Errors that no further typing would mend: said also while somebody is in the field. */
const certain = ["too_long", "too_large", "too_many_items", "unstorable", "invisible"];

/**
 * Returns the errors to be seen: of the field somebody is in none that may be half a word, unless they asked by saving.
 */
export function errorsToShow({ errors, focused, showErrors }: DraftState): Errors {
  if (showErrors || focused === null) return errors;
  return Object.fromEntries(
    Object.entries(errors).filter(
      ([path, found]) =>
        fieldOf(path) !== focused || found.some(({ key }) => certain.includes(key)),
    ),
  );
}

/** "milestones.<id>.dueOn" is of the field milestones. */
function fieldOf(path: string) {
  return path.split(".")[0] ?? path;
}

/**
 * Returns what is wrong with the whole of a save is said of the longest of what was sent, which is likely what is too
 * long.
 */
function byField(errors: Errors, sent: Edit[]): Errors {
  const known = Object.entries(errors).filter(([path]) =>
    sent.some(({ field }) => field === fieldOf(path)),
  );
  if (known.length > 0) return Object.fromEntries(known);
  const length = ({ value }: Edit) => JSON.stringify(value).length;
  const [largestEdit] = sent.toSorted((a, b) => length(b) - length(a));
  return largestEdit ? { [largestEdit.field]: Object.values(errors).flat() } : {};
}
