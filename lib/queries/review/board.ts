import "server-only";
import { database } from "@/lib/db/client";
import { cityDueAt, openReportRow } from "@/lib/db/deadlines";
import { Prisma } from "@/lib/db/generated/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { visibleReportCities } from "@/lib/queries/shared/visible";

/** One city of the board: what waits for whom. */
export type BoardCity = {
  slug: string;
  name: string;
  timeZone: string;
  countryCode: string;
  country: string;
  requiresClearance: boolean;
  /** Waiting for clearance, without those on hold. */
  toClear: number;
  held: number;
  /** Waiting for the secretariat. */
  toDecide: number;
  scheduled: number;
  /** Records whose last submission came back with a question. */
  asked: number;
  oldestAt: Date | null;
  lastPublishedAt: Date | null;
  /** When its records are due for the open report; null while none is open. */
  dueAt: Date | null;
  /** True past the due date when something still waits, or nothing was sent since the report opened. */
  isLate: boolean;
};

/**
 * Lists the cities on this reader's board, by country and name, with what waits for whom: all for the secretariat,
 * their own country's for a representative. `country` limits them to one.
 */
export async function listBoard(
  reader: SignedIn,
  country: string | undefined,
  now: Date,
): Promise<BoardCity[]> {
  const inCountry = country ? Prisma.sql`c."countryCode" = ${country}` : Prisma.sql`true`;
  const rows = await database().$queryRaw<(BoardCity & { hasSent: boolean })[]>`
    with report as (${openReportRow(now)})
    select c.slug, c.name, c."timeZone", c."countryCode", n.name as country, n."requiresClearance",
      waiting.*, (
        select count(*)::int from "Submission" s
        where s."cityId" = c.id and s.state = 'clarification_asked' and not exists (
          select 1 from "Submission" later
          where later."recordId" = s."recordId" and later."submittedAt" > s."submittedAt")) as asked,
      (select max(e."publishedAt") from "Edition" e where e."cityId" = c.id and e.origin = 'city') as "lastPublishedAt",
      ${cityDueAt(Prisma.sql`c.id`)} as "dueAt",
      exists (select 1 from "Submission" s, report
        where s."cityId" = c.id and s."submittedAt" >= report."opensAt") as "hasSent"
    from "City" c
    join "Country" n on n.code = c."countryCode"
    cross join lateral (
      select count(*) filter (where "waitsToClear" and not "isHeld")::int as "toClear",
        count(*) filter (where "waitsToClear" and "isHeld")::int as held,
        count(*) filter (where not "waitsToClear" and "publishAt" is null)::int as "toDecide",
        count(*) filter (where "publishAt" is not null)::int as scheduled,
        min("submittedAt") as "oldestAt"
      from (
        select s."publishAt", s."submittedAt", s."needsClearance" and s.state = 'submitted' as "waitsToClear",
          exists (select 1 from "Hold" h where h."submissionId" = s.id and h."releasedAt" is null) as "isHeld"
        from "Submission" s
        where s."cityId" = c.id and s.state in ('submitted', 'cleared')) open) waiting
    where ${visibleReportCities(reader)} and ${inCountry}
    order by n.name, c.name`;
  return rows.map(({ hasSent, ...city }) => {
    const waits = city.toClear + city.held + city.toDecide > 0;
    return { ...city, isLate: city.dueAt !== null && city.dueAt < now && (waits || !hasSent) };
  });
}
