import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { TimelineKind } from "@/lib/domain/history/timeline";
import { groupEdits, type ListedEntry } from "@/lib/domain/history/timeline-groups";
import type { SignedIn } from "@/lib/domain/people/actor";
import { visibleRecords } from "@/lib/queries/shared/visible";

/** Fields are saved automatically, so one edit session may have hundreds of entries. */
const maxEntries = 200;
const maxGroups = 10;

/**
 * Lists the newest entries of a record, newest first, with the edits of one session as one. `isWhole` is false when
 * there are more, which the history page shows.
 */
export async function listTimeline(
  reader: SignedIn,
  recordId: string,
): Promise<{ entries: ListedEntry[]; isWhole: boolean }> {
  const entries = await findEntries(reader, { recordId }, maxEntries + 1);
  const groups = groupEdits(entries.slice(0, maxEntries));
  return {
    entries: groups.slice(0, maxGroups),
    isWhole: entries.length <= maxEntries && groups.length <= maxGroups,
  };
}

/** The most entries that a page of a record's history shows beside its changes. */
const maxMarks = 100;

/**
 * Lists the entries of a record other than edits, newest first: submitted, decided, published, restored. `before` and
 * `since` limit the time, `since` excluded; null for no limit.
 */
export function listMarks(
  reader: SignedIn,
  recordId: string,
  { before, since }: { before: Date | null; since: Date | null },
): Promise<ListedEntry[]> {
  const at = { ...(before && { lt: before }), ...(since && { gte: since }) };
  return findEntries(reader, { recordId, at, kind: { not: "draft_edited" } }, maxMarks);
}

async function findEntries(
  reader: SignedIn,
  where: Prisma.TimelineEntryWhereInput,
  take: number,
): Promise<ListedEntry[]> {
  const rows = await database().timelineEntry.findMany({
    where: { AND: [where, { record: visibleRecords(reader) }] },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take,
    select: listedColumns,
  });
  return rows.map(toListedEntry).sort(byTime);
}

/** The columns of an entry that is shown. */
export const listedColumns = {
  id: true,
  at: true,
  kind: true,
  detail: true,
  byId: true,
  by: { select: { name: true } },
} as const satisfies Prisma.TimelineEntrySelect;

/** Converts one row of `listedColumns`. */
export function toListedEntry({
  by,
  ...row
}: Prisma.TimelineEntryGetPayload<{ select: typeof listedColumns }>): ListedEntry {
  return {
    ...row,
    byName: by?.name ?? null,
    // Only `command` and the seed write entries, of lib/domain/history/timeline.ts.
    kind: row.kind as TimelineKind,
    detail: row.detail as Record<string, unknown>,
  };
}

/** Newest first; editions imported at one instant by their number. */
function byTime(a: ListedEntry, b: ListedEntry) {
  const numberOf = (entry: ListedEntry) => Number(entry.detail["number"] ?? 0);
  return b.at.getTime() - a.at.getTime() || numberOf(b) - numberOf(a);
}
