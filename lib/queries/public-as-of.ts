import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Day, fromDay, toDay } from "@/lib/domain/day";

/** The spans that hold on this day; null asks for those that hold now. At most one of each record. */
export function holdingOn(asOf: Day | null): Prisma.EditionSpanWhereInput {
  if (asOf === null) return { untilDay: null };
  const on = fromDay(asOf);
  return { fromDay: { lte: on }, OR: [{ untilDay: null }, { untilDay: { gt: on } }] };
}

/** The first day for which anything is published; null while nothing is. */
export async function findFirstDay(): Promise<Day | null> {
  const first = await database().edition.findFirst({
    orderBy: [{ effectiveOn: "asc" }, { publishedAt: "asc" }, { id: "desc" }],
    select: { effectiveOn: true },
  });
  return first && toDay(first.effectiveOn);
}
