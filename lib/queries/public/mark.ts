import "server-only";
import { database } from "@/lib/db/client";

/** When something last became public or stopped being so. */
export type PublicMark = {
  /** As far as it can be seen now. */
  changedAt: Date;
  /** The last moment of which nothing can come after: what was published before it can all be seen. */
  stableAt: Date;
};

/**
 * A publication says the moment at which it began, and is seen when it commits: for this long one may still come that
 * says an earlier moment than another that is seen already (lib/db/client.ts: connection and transaction, 8 s each).
 */
export const maxPublicationMs = 20_000;

/** When the open data last changed: an edition, a withholding or its end, a frozen report, a published head. */
export async function findMark(now = new Date()): Promise<PublicMark> {
  const stableBefore = new Date(now.getTime() - maxPublicationMs);
  const [mark] = await database().$queryRaw<{ changedAt: Date | null; stableAt: Date | null }[]>`
    select max(at) as "changedAt", max(at) filter (where at <= ${stableBefore}) as "stableAt"
    from (
      (select "publishedAt" as at from "Edition" order by "publishedAt" desc limit 1)
      union all
      (select "publishedAt" from "Edition" where "publishedAt" <= ${stableBefore} order by "publishedAt" desc limit 1)
      union all select at from "Withholding"
      union all select "endedAt" from "Withholding"
      union all select "frozenAt" from "ReportFreeze"
      union all (select "publishedAt" from "PublishedHead" order by "publishedAt" desc limit 1)
    ) moments`;
  const never = new Date(0);
  return { changedAt: mark?.changedAt ?? never, stableAt: mark?.stableAt ?? never };
}
