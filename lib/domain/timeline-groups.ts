import type { TimelineKind } from "@/lib/domain/timeline";

/** One entry of a timeline as it is told: `detail` is what the kind says beside its ids (timeline.ts). */
export type ToldEntry = {
  id: string;
  at: Date;
  kind: TimelineKind;
  detail: Record<string, unknown>;
  byId: string | null;
  byName: string | null;
};

const hour = 60 * 60 * 1000;

/**
 * Tells edits that one person made one after another within an hour as one. Entries come newest first, and a group
 * counts from its newest; anything else that happened in between ends it.
 */
export function groupEdits(entries: ToldEntry[]): ToldEntry[] {
  const groups: ToldEntry[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last && isSameSitting(last, entry)) {
      groups[groups.length - 1] = { ...last, detail: { fields: unionOfFields(last, entry) } };
    } else groups.push(entry);
  }
  return groups;
}

function isSameSitting(newer: ToldEntry, older: ToldEntry) {
  return (
    newer.kind === "draft_edited" &&
    older.kind === "draft_edited" &&
    newer.byId === older.byId &&
    newer.at.getTime() - older.at.getTime() <= hour
  );
}

function unionOfFields(newer: ToldEntry, older: ToldEntry) {
  return [...new Set([...fieldsOf(older), ...fieldsOf(newer)])];
}

/** The fields an edit names; empty for any other kind. */
export function fieldsOf(entry: ToldEntry): string[] {
  const { fields } = entry.detail;
  return Array.isArray(fields) ? fields.filter((field) => typeof field === "string") : [];
}
