import { isOneEditSession } from "@/lib/domain/history/edit-sessions";
import type { TimelineKind } from "@/lib/domain/history/timeline";

/** One entry of a timeline as it is shown. `detail` holds what its kind adds to the ids (timeline.ts). */
export type ListedEntry = {
  id: string;
  at: Date;
  kind: TimelineKind;
  detail: Record<string, unknown>;
  byId: string | null;
  byName: string | null;
};

/**
 * Merges the edits of one edit session (edit-sessions.ts) into one entry, at the time of the last of them. Entries come
 * newest first. Edits of other people stay separate entries, and any other entry in between ends the session.
 */
export function groupEdits(entries: ListedEntry[]): ListedEntry[] {
  const groups: { shown: ListedEntry; oldest: ListedEntry }[] = [];
  const open = new Map<string | null, { shown: ListedEntry; oldest: ListedEntry }>();
  for (const entry of entries) {
    if (entry.kind !== "draft_edited") open.clear();
    const group = open.get(entry.byId);
    if (group && isOneEditSession(group.oldest, entry)) {
      group.shown = { ...group.shown, detail: { fields: unionOfFields(group.shown, entry) } };
      group.oldest = entry;
      continue;
    }
    const begun = { shown: entry, oldest: entry };
    groups.push(begun);
    if (entry.kind === "draft_edited") open.set(entry.byId, begun);
  }
  return groups.map((group) => group.shown);
}

function unionOfFields(newer: ListedEntry, older: ListedEntry) {
  return [...new Set([...fieldsOf(older), ...fieldsOf(newer)])];
}

/** Returns the fields an edit names; empty for any other kind. */
export function fieldsOf(entry: ListedEntry): string[] {
  const { fields } = entry.detail;
  return Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
}
