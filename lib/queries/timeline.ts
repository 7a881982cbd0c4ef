import "server-only";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/actor";
import type { TimelineKind } from "@/lib/domain/timeline";
import { groupEdits, type ToldEntry } from "@/lib/domain/timeline-groups";
import { visibleRecords } from "@/lib/queries/visible";

const some = 30;
const most = 1000;

/** A record's history, newest first, edits of one sitting as one. `isWhole` is false when older entries were left out. */
export async function listTimeline(
  reader: SignedIn,
  recordId: string,
  extent: "some" | "all",
): Promise<{ entries: ToldEntry[]; isWhole: boolean }> {
  const limit = extent === "all" ? most : some;
  const rows = await database().timelineEntry.findMany({
    where: { recordId, record: visibleRecords(reader) },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: limit + 1,
    select: {
      id: true,
      at: true,
      kind: true,
      detail: true,
      byId: true,
      by: { select: { name: true } },
    },
  });
  const entries = rows.slice(0, limit).map(
    ({ by, ...row }): ToldEntry => ({
      ...row,
      byName: by?.name ?? null,
      // `command` and the seed write entries of lib/domain/timeline.ts and nothing else does.
      kind: row.kind as TimelineKind,
      detail: row.detail as Record<string, unknown>,
    }),
  );
  return { entries: groupEdits(entries.sort(byTime)), isWhole: rows.length <= limit };
}

/** Newest first; editions that were taken over at one instant by their number. */
function byTime(a: ToldEntry, b: ToldEntry) {
  const numberOf = (entry: ToldEntry) => Number(entry.detail["number"] ?? 0);
  return b.at.getTime() - a.at.getTime() || numberOf(b) - numberOf(a);
}
