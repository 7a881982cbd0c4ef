import { isOneEditSession } from "@/lib/domain/history/edit-sessions";
import type { TimelineKind } from "@/lib/domain/history/timeline";

/** One entry of a timeline as it is told: `detail` is what the kind says beside its ids (timeline.ts). */
export type ListedEntry = {
  id: string;
  at: Date;
  kind: TimelineKind;
  detail: Record<string, unknown>;
  byId: string | null;
  byName: string | null;
};

/**
 * Tells the edits of one sitting (sittings.ts) as one, at the time of the last of them. Entries come newest first;
 * what others edit meanwhile is told beside it, and anything else that happened in between ends it.
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
