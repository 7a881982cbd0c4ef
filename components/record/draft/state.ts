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
  editsOf,
  type NamedConflict,
  resolveConflict,
  type Saved,
  type Typing,
  type Values,
  valueIn,
} from "@/lib/domain/record/typing";
import type { Refusal } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";
import { isKeptAlike } from "@/lib/domain/values/tidy";

/** A save as it is sent: under one key always the same edits. */
export type Save = { key: string; version: number; changes: Edit[] };

/** What the last save came to. */
type SaveStatus =
  | { kind: "none" | "saving" | "saved" | Failure }
  | { kind: "refused"; refusal: Refusal };

/** A form of a record in use. Until it is ready, what this browser kept may still be on its way in. */
export type DraftState = Typing & {
  /** The version of the draft that was seen last, and the newest that was told of. */
  version: number;
  remoteVersion: number;
  isReady: boolean;
  status: SaveStatus;
  /** What was sent and not answered yet; where the answer was lost it is sent again as it is. */
  underway: Save | null;
  /** How many times in a row no answer came. */
  failures: number;
  /** Whether something is to be saved: after a pause, or at once. */
  due: "no" | "soon" | "now";
  conflicts: Record<string, NamedConflict>;
  errors: Record<string, FieldError[]>;
  /** Fields that were refused; they are not sent again before something new is typed. */
  setAside: string[];
  /** How often pressing the button was answered with errors: then the first of them takes the focus. */
  refusals: number;
  isPressed: boolean;
  /** Whether the errors answer a press of the button. */
  showErrors: boolean;
  /** When something was saved last, and what. */
  savedAt: string | null;
  savedFields: string[];
  issues: Issue[];
  /** The field somebody is in. */
  focused: string | null;
  /** What others made of fields that are being edited here; taken in, or settled, once they no longer are. */
  pendingRemote: Record<string, RemoteChange & { value: unknown }>;
  /** What others changed a moment ago, and is shown. */
  remoteChanges: Record<string, RemoteChange>;
  /** When what was restored had been typed; null when nothing was. */
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

/** Returns whether the server has everything, as far as the form knows. */
export function isIdle(state: DraftState): boolean {
  return state.isReady && editsOf(state).length === 0 && state.underway === null;
}

/**
 * Returns what is to be sent now: first what was not answered; else what was typed, but for what waits for its writer.
 */
export function nextSave(state: DraftState, key: string): Save | null {
  if (state.underway) return state.underway;
  const changes = editsOf(state).filter(
    ({ field }) => !Object.hasOwn(state.conflicts, field) && !state.setAside.includes(field),
  );
  return changes.length === 0 ? null : { key, version: state.version, changes };
}

/** Returns the form after something happened to it. */
export function nextDraft(state: DraftState, event: DraftEvent): DraftState {
  switch (event.kind) {
    case "opened":
      return { ...withUnsaved(state, event.kept), isReady: true };
    case "typed":
      return {
        ...state,
        typed: { ...state.typed, [event.field]: event.value },
        due: "soon",
        // What was wrong may be right with it: a later start with an end that was too early.
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
      // What is on its way is in there or not: its own answer will say.
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
  const errors = fieldsInError(editsOf(next), next.errors, sentFields);
  // What was typed while this save waited, for an answer or for its writer to sign in again, was not in it: it goes next.
  const isMore = next.due === "no" && nextSave(next, "") !== null;
  return mergeRemote(
    { ...next, errors, due: isMore ? "soon" : next.due },
    { ...answer, fields: others },
  );
}

/** The field somebody is in keeps the space they typed last, though it is not kept by the server. */
function withRaw(after: Typing, { focused, ...before }: DraftState): Values {
  if (focused === null || Object.hasOwn(after.typed, focused)) return after.typed;
  const raw = valueIn(before, focused);
  return isKeptAlike(raw, after.seen[focused]) ? { ...after.typed, [focused]: raw } : after.typed;
}

/** Somebody is in another field now: what was left shows what the server has, unless it is still to be saved. */
function entered(state: DraftState, field: string | null): DraftState {
  const left = state.focused;
  if (left === field) return state;
  const next = {
    ...state,
    focused: field,
    due: state.due === "soon" ? ("now" as const) : state.due,
  };
  const isUnsaved =
    left === null || editsOf(state).some((edit) => edit.field === left) || state.conflicts[left];
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

/** Everything that is not saved is given up, and the form shows what the server has. */
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
