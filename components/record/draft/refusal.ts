import type { DraftState } from "@/components/record/draft/state";
import type { Edit } from "@/lib/domain/record/merge";
import type { Refusal } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";

type Errors = Record<string, FieldError[]>;

/**
 * Returns the form after its save was refused. After `invalid` nothing was saved: the fields with errors are set aside,
 * and the others are sent again at once. After any other refusal the same save may be sent again, because its first
 * answer may have been lost.
 */
export function afterRefusal(state: DraftState, refusal: Refusal): DraftState {
  const status = { kind: "refused" as const, refusal };
  if (refusal.code !== "invalid") return { ...state, status, failures: 0, isPressed: false };
  const sent = state.underway?.changes ?? [];
  const errors = byField(refusal.fields, sent);
  const wrong = new Set(Object.keys(errors).map(fieldOf));
  const others = sent.filter(({ field }) => !wrong.has(field));
  // Errors of fields that an earlier refusal set aside stay: those fields were not sent, and without their errors they
  // would be sent again without end.
  const before = Object.entries(state.errors).filter(([path]) =>
    state.setAside.includes(fieldOf(path)),
  );
  // What was typed since may have corrected it, for example a later end date for a refused start date.
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

/** Returns the remaining errors of unsaved fields after other fields were saved. */
export function fieldsInError(unsaved: Edit[], errors: Errors, sent: string[]): Errors {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => {
      const field = fieldOf(path);
      return !sent.includes(field) && unsaved.some((edit) => edit.field === field);
    }),
  );
}

/** Errors that further typing cannot correct; they are shown also while somebody is in the field. */
const certain = ["too_long", "too_large", "too_many_items", "unstorable", "invisible"];

/**
 * Returns the errors to show. For the focused field, errors of a half-typed value are left out unless the person
 * pressed save.
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

/** Returns the field of an error's path: "milestones" for "milestones.<id>.dueOn". */
function fieldOf(path: string) {
  return path.split(".")[0] ?? path;
}

/**
 * Assigns an error of the whole save to the longest value that was sent, which is probably the one that is too long.
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
