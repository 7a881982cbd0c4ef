import "server-only";
import { database } from "@/lib/db/client";

/** When something last became public or was withheld. */
export type PublicMark = {
  /** The last change that is visible now. */
  changedAt: Date;
  /** The last moment before which nothing new can appear: every earlier publication is visible. */
  stableAt: Date;
};

/**
 * A publication records the moment at which it began, and becomes visible at its commit: for this long one with an
 * earlier moment may still appear (lib/db/client.ts: connection and transaction, 8 s each).
 */
export const maxPublicationMs = 20_000;

/**
 * Returns when the open data last changed: an edition, an assessment or what became of it, an organisation, a withholding
 * or its end, a frozen report, a published head.
 */
export async function findMark(now = new Date()): Promise<PublicMark> {
  const stableBefore = new Date(now.getTime() - maxPublicationMs);
  const [mark] = await database().$queryRaw<{ changedAt: Date | null; stableAt: Date | null }[]>`
    select max(at) as "changedAt", max(at) filter (where at <= ${stableBefore}) as "stableAt"
    from (
      (select "publishedAt" as at from "Edition" order by "publishedAt" desc limit 1)
      union all
      (select "publishedAt" from "Edition" where "publishedAt" <= ${stableBefore} order by "publishedAt" desc limit 1)
      union all (select at from "Assessment" order by at desc limit 1)
      union all (select at from "Assessment" where at <= ${stableBefore} order by at desc limit 1)
      union all (select at from "AssessmentStep" order by at desc limit 1)
      union all (select at from "AssessmentStep" where at <= ${stableBefore} order by at desc limit 1)
      union all select at from "Withholding"
      union all select "endedAt" from "Withholding"
      union all select "frozenAt" from "ReportFreeze"
      union all select max("changedAt") from "Organisation"
      union all select max("changedAt") from "Organisation" where "changedAt" <= ${stableBefore}
      union all (select "publishedAt" from "PublishedHead" order by "publishedAt" desc limit 1)
    ) moments`;
  const never = new Date(0);
  return { changedAt: mark?.changedAt ?? never, stableAt: mark?.stableAt ?? never };
}
