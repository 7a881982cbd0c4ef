import type { DraftState } from "@/components/record/draft/state";
import { type DraftNow, unsavedEdits } from "@/lib/domain/record/typing";
import { isSame } from "@/lib/domain/values/same";
import { isKeptAlike } from "@/lib/domain/values/tidy";

/** The person who changed a field, and when; the name is empty when it is not known. */
export type RemoteChange = { byName: string; at: string };

const somebody: RemoteChange = { byName: "", at: "" };

/**
 * Returns the form with the server's current values. A field that nobody edits here shows its new value at once; a
 * focused or unsaved field keeps it pending until it is left or saved. A version older than the form's is ignored.
 */
export function mergeRemote(
  state: DraftState,
  now: Pick<DraftNow, "version" | "fields" | "changes">,
): DraftState {
  if (now.version < state.version) return state;
  const next = {
    ...state,
    version: now.version,
    remoteVersion: Math.max(state.remoteVersion, now.version),
    seen: { ...state.seen },
    typed: { ...state.typed },
    pendingRemote: { ...state.pendingRemote },
    remoteChanges: { ...state.remoteChanges },
    conflicts: { ...state.conflicts },
  };
  const unsaved = new Set(unsavedEdits(state).map((edit) => edit.field));
  for (const [field, value] of Object.entries(now.fields)) {
    const conflict = next.conflicts[field];
    const known = conflict
      ? conflict.theirs
      : (state.pendingRemote[field]?.value ?? state.seen[field]);
    if (isSame(known, value)) continue;
    const by = now.changes[field] ?? somebody;
    if (conflict) next.conflicts[field] = { ...conflict, ...by, theirs: value };
    else if (unsaved.has(field) && isKeptAlike(state.typed[field], value)) {
      // Both people typed the same value.
      next.seen[field] = value;
      delete next.pendingRemote[field];
    } else if (unsaved.has(field) || state.focused === field) {
      next.pendingRemote[field] = { value, ...by };
    } else {
      next.seen[field] = value;
      delete next.typed[field];
      next.remoteChanges[field] = by;
    }
  }
  return next;
}

/** Returns the remote changes without those of one field. */
export function withoutRemoteChange(
  remoteChanges: DraftState["remoteChanges"],
  field: string,
): DraftState["remoteChanges"] {
  if (!Object.hasOwn(remoteChanges, field)) return remoteChanges;
  const { [field]: _, ...others } = remoteChanges;
  return others;
}
