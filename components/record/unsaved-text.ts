import type { Edit } from "@/lib/domain/merge";

/** What somebody typed and the server does not have yet, as this browser keeps it. */
export type UnsavedText = { at: string; edits: Edit[] };

function keyOf(personId: string, recordId: string) {
  return `unsaved/${personId}/${recordId}`;
}

/** What this browser keeps for this person and record; null when there is nothing, or when it keeps nothing at all. */
export function readUnsaved(personId: string, recordId: string): UnsavedText | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(personId, recordId)) ?? "null");
    return Array.isArray(kept?.edits) && kept.edits.length > 0 ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps the edits, or forgets them when there are none. A browser that keeps nothing, or no more, is no reason to stop. */
export function keepUnsaved(personId: string, recordId: string, edits: Edit[], now: Date): void {
  try {
    const key = keyOf(personId, recordId);
    if (edits.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify({ at: now.toISOString(), edits }));
  } catch {
    // The form works without it.
  }
}
