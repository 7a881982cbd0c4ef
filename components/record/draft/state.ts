import type { Failure } from "@/components/forms/ask";
import { afterRefusal, fieldsInError } from "@/components/record/draft/refusal";
import {
  mergeRemote,
  type RemoteChange,
  withoutRemoteChange,
} from "@/components/record/draft/remote-changes";
import { type UnsavedText, withUnsaved } from "@/components/record/draft/unsaved-text";
import type { Edit } from "@/lib/domain/record/merge";
import type { Issue } from "@/lib/domain/record/readiness";
import {
  afterSave,
  type DraftNow,
  type NamedConflict,
  resolveConflict,
  type Saved,
  type Typing,
  unsavedEdits,
  type Values,
  valueIn,
} from "@/lib/domain/record/typing";
import type { Refusal } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";
import { isKeptAlike } from "@/lib/domain/values/tidy";

/** A save as it is sent; a key always belongs to the same edits. */
export type Save = { key: string; version: number; changes: Edit[] };

/** The result of the last save. */
type SaveStatus =
  | { kind: "none" | "saving" | "saved" | Failure }
  | { kind: "refused"; refusal: Refusal };

/** The state of a record's form. Until it is ready, unsaved text may still be loading from this browser. */
export type DraftState = Typing & {
  /** The version of the draft that the form has, and the newest one that was reported. */
  version: number;
  remoteVersion: number;
  isReady: boolean;
  status: SaveStatus;
  /** The save that was sent and not answered; it is sent again unchanged when its answer was lost. */
  underway: Save | null;
  /** The number of saves in a row without an answer. */
  failures: number;
  /** When the next save is due: after a pause, at once, or not at all. */
  due: "no" | "soon" | "now";
  conflicts: Record<string, NamedConflict>;
  errors: Record<string, FieldError[]>;
  /** Refused fields; they are not sent again before something new is typed. */
  setAside: string[];
  /** The number of times that pressing the button led to errors; each time the first error gets the focus. */
  refusals: number;
  isPressed: boolean;
  /** True after the button was pressed, so that all errors are shown. */
  showErrors: boolean;
  /** When something was saved last. */
  savedAt: string | null;
  savedFields: string[];
  issues: Issue[];
  /** The name of the focused field. */
  focused: string | null;
  /** Remote changes of fields that are being edited here; they are merged or resolved when the field is left. */
  pendingRemote: Record<string, RemoteChange & { value: unknown }>;
  /** Recent remote changes that are shown. */
  remoteChanges: Record<string, RemoteChange>;
  /** When the restored text had been typed; null when none was restored. */
  restoredAt: string | null;
};

export type DraftEvent =
  | { kind: "opened"; kept: UnsavedText }
  | { kind: "typed"; field: string; value: unknown }
  | { kind: "due" | "pressed" | "remoteChangesRead" }
  | { kind: "entered"; field: string | null }
  | { kind: "sent"; save: Save | null }
  | { kind: "saved"; saved: Saved }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "failed"; failure: Failure }
  | { kind: "versionAnnounced"; version: number }
  | { kind: "caughtUp"; now: DraftNow }
  | { kind: "settled"; field: string; keep: "mine" | "theirs" }
  | { kind: "discarded" };

export function openDraft(opened: {
  fields: Values;
  version: number;
  issues: Issue[];
}): DraftState {
  const { fields, version, issues } = opened;
  return {
    version,
    remoteVersion: version,
    seen: fields,
    typed: {},
    isReady: false,
    status: { kind: "none" },
    underway: null,
    failures: 0,
    due: "no",
    conflicts: {},
    errors: {},
    setAside: [],
    refusals: 0,
    isPressed: false,
    showErrors: false,
    savedAt: null,
    savedFields: [],
    issues,
    focused: null,
    pendingRemote: {},
    remoteChanges: {},
    restoredAt: null,
  };
}

/** Returns true when everything is saved, as far as the form knows. */
export function isIdle(state: DraftState): boolean {
  return state.isReady && unsavedEdits(state).length === 0 && state.underway === null;
}

/**
 * Returns the next save: the unanswered one, or else the unsaved edits, without fields that are set aside or in
 * conflict.
 */
export function nextSave(state: DraftState, key: string): Save | null {
  if (state.underway) return state.underway;
  const changes = unsavedEdits(state).filter(
    ({ field }) => !Object.hasOwn(state.conflicts, field) && !state.setAside.includes(field),
  );
  return changes.length === 0 ? null : { key, version: state.version, changes };
}

/** Returns the form after an event. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case "opened":
      return { ...withUnsaved(state, event.kept), isReady: true };
    case "typed":
      return {
        ...state,
        typed: { ...state.typed, [event.field]: event.value },
        due: "soon",
        // A new edit may correct what was refused: a later start with an end that was too early.
        setAside: [],
        remoteChanges: withoutRemoteChange(state.remoteChanges, event.field),
      };
    case "due":
      return { ...state, due: "now" };
    case "pressed":
      return { ...state, due: "now", setAside: [], isPressed: true };
    case "remoteChangesRead":
      return { ...state, remoteChanges: {} };
    case "entered":
      return entered(state, event.field);
    case "sent":
      return event.save
        ? { ...state, status: { kind: "saving" }, underway: event.save, due: "no" }
        : { ...state, due: "no", isPressed: false };
    case "saved":
      return saved(state, event.saved);
    case "refused":
      return afterRefusal(state, event.refusal);
    case "failed":
      return { ...state, status: { kind: event.failure }, failures: state.failures + 1 };
    case "versionAnnounced":
      return { ...state, remoteVersion: Math.max(state.remoteVersion, event.version) };
    case "caughtUp":
      // The save under way may be part of it or not; its own answer will tell.
      return state.underway
        ? state
        : { ...mergeRemote(state, event.now), issues: event.now.issues };
    case "settled":
      return resolved(state, event.field, event.keep);
    case "discarded":
      return discarded(state);
  }
}

function saved(state: DraftState, answer: Saved): DraftState {
  const sent = state.underway?.changes ?? [];
  const sentFields = sent.map((edit) => edit.field);
  const isSent = ([field]: [string, unknown]) => sentFields.includes(field);
  const own = Object.fromEntries(Object.entries(answer.fields).filter(isSent));
  const others = Object.fromEntries(Object.entries(answer.fields).filter((each) => !isSent(each)));
  const after = afterSave(state, sent, { ...answer, fields: own });
  const next: DraftState = {
    ...state,
    seen: after.seen,
    typed: withRaw(after, state),
    status: { kind: "saved" },
    savedAt: answer.savedAt,
    underway: null,
    failures: 0,
    isPressed: state.isPressed && state.due !== "no",
    savedFields: answer.savedFields,
    issues: answer.issues,
    conflicts: {
      ...state.conflicts,
      ...Object.fromEntries(answer.conflicts.map((each) => [each.field, each])),
    },
    pendingRemote: Object.fromEntries(
      Object.entries(state.pendingRemote).filter((each) => !isSent(each)),
    ),
    restoredAt: null,
  };
  const errors = fieldsInError(unsavedEdits(next), next.errors, sentFields);
  // Text that was typed while this save waited for an answer, or for signing in again, was not part of it and is sent
  // next.
  const isMore = next.due === "no" && nextSave(next, "") !== null;
  return mergeRemote(
    { ...next, errors, due: isMore ? "soon" : next.due },
    { ...answer, fields: others },
  );
}

/** The focused field keeps a trailing space, although the server removes it. */
function withRaw(after: Typing, { focused, ...before }: DraftState): Values {
  if (focused === null || Object.hasOwn(after.typed, focused)) return after.typed;
  const raw = valueIn(before, focused);
  return isKeptAlike(raw, after.seen[focused]) ? { ...after.typed, [focused]: raw } : after.typed;
}

/** Another field got the focus: the one that was left shows the server's value unless it is still unsaved. */
function entered(state: DraftState, field: string | null): DraftState {
  const left = state.focused;
  if (left === field) return state;
  const next = {
    ...state,
    focused: field,
    due: state.due === "soon" ? ("now" as const) : state.due,
  };
  const isUnsaved =
    left === null ||
    unsavedEdits(state).some((edit) => edit.field === left) ||
    state.conflicts[left];
  if (isUnsaved) return next;
  const { [left]: _, ...typed } = state.typed;
  const { [left]: theirs, ...pendingRemote } = state.pendingRemote;
  if (!theirs) return { ...next, typed };
  const { value, ...remoteChanges } = theirs;
  return {
    ...next,
    typed,
    pendingRemote,
    seen: { ...state.seen, [left]: value },
    remoteChanges: { ...state.remoteChanges, [left]: remoteChanges },
  };
}

function resolved(state: DraftState, field: string, keep: "mine" | "theirs"): DraftState {
  const { [field]: conflict, ...conflicts } = state.conflicts;
  if (!conflict) return state;
  const { theirs } = conflict;
  const value = resolveConflict(
    { seen: state.seen[field], mine: valueIn(state, field), theirs },
    keep,
  );
  const { [field]: _, ...pendingRemote } = state.pendingRemote;
  return {
    ...state,
    conflicts,
    pendingRemote,
    seen: { ...state.seen, [field]: theirs },
    typed: { ...state.typed, [field]: value },
    due: "now",
  };
}

/** Discards all unsaved edits, so that the form shows the server's values. */
function discarded(state: DraftState): DraftState {
  const theirs = Object.entries({ ...state.pendingRemote, ...mapTheirs(state.conflicts) });
  return {
    ...state,
    seen: {
      ...state.seen,
      ...Object.fromEntries(theirs.map(([field, { value }]) => [field, value])),
    },
    typed: {},
    underway: null,
    due: "no",
    conflicts: {},
    errors: {},
    setAside: [],
    pendingRemote: {},
    status: { kind: "none" },
    restoredAt: null,
  };
}

function mapTheirs(conflicts: DraftState["conflicts"]) {
  return Object.fromEntries(
    Object.entries(conflicts).map(([field, { theirs }]) => [field, { value: theirs }]),
  );
}
