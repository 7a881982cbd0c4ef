import "server-only";
import { chainOf } from "@/lib/db/chain-facts";
import type { Tx } from "@/lib/db/client";
import type { ChainFacts } from "@/lib/domain/notification/notice-audience";

type CityRow = { cityId: string; city: string; timeZone: string; count: number };

/**
 * Counts for each city the records not sent since a report opened: its plan's profile and every listed project. A
 * record counts as sent once a submission of it is under review or published. Cities without missing records are left
 * out.
 */
export function listMissing(tx: Tx, opensAt: Date): Promise<CityRow[]> {
  return tx.$queryRaw<CityRow[]>`
    select c.id as "cityId", c.name as city, c."timeZone", count(*)::int as count
    from "Record" r
    join "City" c on c.id = r."cityId"
    left join "EditionPeriod" s on s."recordId" = r.id and s."untilDay" is null
    where (r.kind = 'plan' or s."isListed")
      and not exists (select 1 from "Submission" b where b."recordId" = r.id and b."submittedAt" >= ${opensAt}
        and b.state in ('submitted', 'cleared', 'approved'))
    group by c.id order by c.id`;
}

/** Counts each city's published records that are not newer than this day, with the newest day they hold for. */
export function listStale(
  tx: Tx,
  until: Date,
): Promise<(Omit<CityRow, "timeZone"> & { newest: string })[]> {
  return tx.$queryRaw`
    select c.id as "cityId", c.name as city, count(*)::int as count, max(e."effectiveOn")::text as newest
    from "EditionPeriod" s
    join "Edition" e on e.id = s."editionId"
    join "City" c on c.id = s."cityId"
    where s."untilDay" is null and (s.kind = 'plan' or s."isListed") and not s."isWithheld"
      and e."effectiveOn" <= ${until}::date
    group by c.id order by c.id`;
}

type WaitingRow = {
  submissionId: string;
  recordId: string;
  cityId: string;
  city: string;
  title: string | null;
  waitsFor: "answer" | "clearance" | "decision";
  chain: ChainFacts;
  since: Date;
};

/**
 * Lists submissions that wait for clearance or a decision since before this instant, without those on hold, scheduled,
 * or replaced.
 */
export function listWaiting(tx: Tx, before: Date): Promise<WaitingRow[]> {
  return tx.$queryRaw<WaitingRow[]>`
    select * from (
      select s.id as "submissionId", s."recordId", s."cityId", c.name as city, s.content ->> 'title' as title,
        case when s.state = 'clarification_asked' then 'answer'
          when s.state = 'submitted' and s."needsClearance" then 'clearance' else 'decision' end as "waitsFor",
        ${chainOf} as chain,
        coalesce((select max(d."decidedAt") from "Decision" d where d."submissionId" = s.id), s."submittedAt") as since
      from "Submission" s join "City" c on c.id = s."cityId"
      where s.state in ('submitted', 'cleared', 'clarification_asked') and s."publishAt" is null
        and not exists (select 1 from "Submission" l
          where l."recordId" = s."recordId" and l."submittedAt" > s."submittedAt")
        and not exists (select 1 from "Hold" h where h."submissionId" = s.id and h."releasedAt" is null)) open
    where since <= ${before} order by since, "submissionId"`;
}
