import "server-only";
import { database } from "@/lib/db/client";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";

/** Returns the newest edition that holds from this day or before it; null when there is none. */
export async function findNewestEdition(
  asOf: Day | null,
): Promise<{ effectiveOn: Day; publishedAt: Date } | null> {
  const newest = await database().edition.findFirst({
    where: asOf === null ? {} : { effectiveOn: { lte: fromDay(asOf) } },
    orderBy: [{ effectiveOn: "desc" }, { publishedAt: "desc" }, { id: "asc" }],
    select: { effectiveOn: true, publishedAt: true },
  });
  return newest && { ...newest, effectiveOn: toDay(newest.effectiveOn) };
}
