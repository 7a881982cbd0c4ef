import type { Failure } from "@/components/record/ask";
import type { UnsavedText } from "@/components/record/unsaved-text";
import type { Edit } from "@/lib/domain/merge";
import type { FieldError, Refusal } from "@/lib/domain/result";
import {
  afterSave,
  type NamedConflict,
  type Saved,
  settle,
  type Typing,
  type Values,
  valueIn,
} from "@/lib/domain/typing";

/** What the last save came to. */
type SaveStatus =
  | { kind: "none" | "saving" | Failure }
  | { kind: "saved"; at: string }
  | { kind: "refused"; refusal: Refusal };

/** A form of a record in use. Until it is ready, what this browser kept may still be on its way in. */
export type DraftState = Typing & {
  isReady: boolean;
  status: SaveStatus;
  conflicts: Record<string, NamedConflict>;
  errors: Record<string, FieldError[]>;
  /** When what was restored had been typed; null when nothing was. */
  restoredAt: string | null;
  /** Set by a choice that is to be saved at once. */
  wantsSave: boolean;
};

export type DraftEvent =
  | { kind: "opened"; kept: UnsavedText | null }
  | { kind: "typed"; field: string; value: unknown }
  | { kind: "sent" }
  | { kind: "saved"; sent: Edit[]; saved: Saved }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "failed"; failure: Failure }
  | { kind: "settled"; field: string; keep: "mine" | "theirs" }
  | { kind: "discarded"; fields: Values };

export function openDraft(fields: Values): DraftState {
  return {
    seen: fields,
    typed: {},
    isReady: false,
    status: { kind: "none" },
    conflicts: {},
    errors: {},
    restoredAt: null,
    wantsSave: false,
  };
}

/** The form after something happened to it. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case "opened":
      return event.kept
        ? withKept({ ...state, isReady: true }, event.kept)
        : { ...state, isReady: true };
    case "typed":
      return { ...state, typed: { ...state.typed, [event.field]: event.value } };
    case "sent":
      return { ...state, status: { kind: "saving" }, wantsSave: false };
    case "saved":
      return {
        ...state,
        ...afterSave(state, event.sent, event.saved),
        status: { kind: "saved", at: event.saved.savedAt },
        conflicts: Object.fromEntries(event.saved.conflicts.map((each) => [each.field, each])),
        errors: {},
        restoredAt: null,
      };
    case "refused":
      return {
        ...state,
        status: { kind: "refused", refusal: event.refusal },
        errors: event.refusal.code === "invalid" ? event.refusal.fields : {},
      };
    case "failed":
      return { ...state, status: { kind: event.failure } };
    case "settled":
      return settled(state, event.field, event.keep);
    case "discarded":
      return { ...openDraft(event.fields), isReady: true };
  }
}

/** Each edit comes back with the value its writer saw then, so that a change made since is found at the next save. */
function withKept(state: DraftState, kept: UnsavedText): DraftState {
  const known = kept.edits.filter((edit) => Object.hasOwn(state.seen, edit.field));
  if (known.length === 0) return state;
  return {
    ...state,
    seen: { ...state.seen, ...Object.fromEntries(known.map((edit) => [edit.field, edit.seen])) },
    typed: Object.fromEntries(known.map((edit) => [edit.field, edit.value])),
    restoredAt: kept.at,
  };
}

function settled(state: DraftState, field: string, keep: "mine" | "theirs"): DraftState {
  const { [field]: conflict, ...conflicts } = state.conflicts;
  if (!conflict) return state;
  const { theirs } = conflict;
  const value = settle({ seen: state.seen[field], mine: valueIn(state, field), theirs }, keep);
  return {
    ...state,
    conflicts,
    seen: { ...state.seen, [field]: theirs },
    typed: { ...state.typed, [field]: value },
    wantsSave: keep === "mine",
  };
}
