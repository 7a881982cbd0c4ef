import "server-only";
import { database } from "@/lib/db/client";
import { cityDueAt, openReportRow } from "@/lib/db/deadlines";
import { Prisma } from "@/lib/db/generated/client";
import { writersOf } from "@/lib/db/writers";
import { holds, ownCountryCodes, type SignedIn } from "@/lib/domain/people/actor";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { QueuePart, QueueSort, QueueState } from "@/lib/domain/review/queue";
import type { Steppable } from "@/lib/domain/review/steps";
import type { ChangeKind } from "@/lib/domain/review/submission";
import { visibleInQueue, visibleSubmissions } from "@/lib/queries/shared/visible";

const pageSize = 25;

/**
 * One submission of the queue, with the texts of its row and the facts that its steps need. A plan's profile has its
 * period for a title.
 */
export type QueueRow = Steppable & {
  id: string;
  change: ChangeKind;
  changedFields: number;
  submittedAt: Date;
  submittedBy: string;
  kind: RecordKind;
  title: string | null;
  period: string | null;
  city: string;
  timeZone: string;
  country: string;
  assignedTo: string | null;
  /** The reason of the hold; null when it is not on hold. */
  heldBecause: string | null;
  /** When the city's records are due for the open report; null while none is open. */
  dueAt: Date | null;
};

/**
 * Returns one page of the submissions this reader may see, in one part of the queue and the order of `state`; decided
 * ones always latest first. Also counts each open part. Without a part in `state` it is the reader's first part that is
 * not empty.
 */
export async function listQueue(reader: SignedIn, state: QueueState, now: Date) {
  const counts = await countParts(reader, state);
  const parts = partsOf(reader);
  const part = state.part ?? parts.find((candidate) => counts[candidate] > 0) ?? parts[0];
  const { key, before, order } = orderOf(part, state.sort);
  const rows = await database().$queryRaw<Omit<QueueRow, "isHeld">[]>`
    with report as (${openReportRow(now)}),
      place as (${placeOf(state.after ?? null, key, reader)}),
      page as (
        select s.id, ${key} as key, s."submittedAt" as at
        from ${submissions}
        where ${asked(reader, state)} and ${inPart[part]}
          and (not exists (select 1 from place) or (${key}, s."submittedAt", s.id) ${before} (select * from place))
        order by ${order} limit ${pageSize + 1})
    select s.id, s.state, s.change, s."changedFields", s."submittedAt", s."needsClearance", s."cityId", c."countryCode",
      s."submittedById", ${writersOfRow} as "writerIds", n."submitterMayDecide", s."assignedToId", s."publishAt",
      sender.name as "submittedBy", assignee.name as "assignedTo",
      r.kind, s.content->>'title' as title, p."startYear" || '–' || p."endYear" as period,
      c.name as city, c."timeZone", n.name as country,
      (select reason from "Hold" h where h."submissionId" = s.id and h."releasedAt" is null) as "heldBecause",
      ${cityDueAt(Prisma.sql`s."cityId"`)} as "dueAt"
    from page join ${submissions} on s.id = page.id
    join "Person" sender on sender.id = s."submittedById"
    left join "Person" assignee on assignee.id = s."assignedToId"
    left join "Plan" p on p.id = r.id
    order by ${order}`;
  const page = rows.slice(0, pageSize);
  return {
    part,
    parts: parts.map((each) => ({ part: each, count: counts[each] })),
    submissions: page.map((row): QueueRow => ({ ...row, isHeld: row.heldBecause !== null })),
    after: rows.length > pageSize ? (page.at(-1)?.id ?? null) : null,
  };
}

/** Lists the cities of which this reader sees submissions, for the filter. */
export async function listQueueCities(reader: SignedIn) {
  return database().city.findMany({
    where: { submissions: { some: visibleSubmissions(reader) } },
    orderBy: { name: "asc" },
    select: { slug: true, name: true, country: { select: { code: true, name: true } } },
  });
}

/**
 * Returns the neighbours of an open submission: those before and after it in the queue, and for a reviewer the people
 * it may be handed over to. The submission itself may have left the queue.
 */
export async function findAround(
  reader: SignedIn,
  submissionId: string,
  state: QueueState,
  now: Date,
): Promise<{
  previous: string | null;
  next: string | null;
  reviewers: { id: string; name: string }[];
}> {
  const part = state.part ?? partsOf(reader)[0];
  const { key, before, behind, order, backwards } = orderOf(part, state.sort);
  const neighbour = (side: Prisma.Sql, by: Prisma.Sql) => Prisma.sql`
    select s.id from ${submissions}
    where ${asked(reader, state)} and ${inPart[part]}
      and (${key}, s."submittedAt", s.id) ${side} (select * from place)
    order by ${by} limit 1`;
  const [around] = await database().$queryRaw<
    [{ previous: string | null; next: string | null; reviewers: { id: string; name: string }[] }]
  >`
    with report as (${openReportRow(now)}), place as (${placeOf(submissionId, key, reader)})
    select (${neighbour(behind, backwards)}) as previous, (${neighbour(before, order)}) as next,
      coalesce((
        select json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name)
        from "Person" p
        where ${holds(reader, "reviewer")} and p."deactivatedAt" is null and exists (
          select 1 from "Grant" g where g."personId" = p.id and g.role = 'reviewer' and g."removedAt" is null)
        ), '[]') as reviewers`;
  return around;
}

/**
 * Returns the median time from a submission to its answer, over the answers of the last 90 days that this reader may
 * see.
 */
export async function findMedianDays(
  reader: SignedIn,
  now: Date,
): Promise<{ days: number; count: number } | null> {
  const since = new Date(now.getTime() - 90 * 86_400_000);
  const [found] = await database().$queryRaw<[{ days: number | null; count: number }]>`
    select percentile_cont(0.5) within group (
        order by extract(epoch from d."decidedAt" - s."submittedAt") / 86400)::float8 as days,
      count(*)::int as count
    from "Decision" d
    join "Submission" s on s.id = d."submissionId" join "City" c on c.id = s."cityId"
    where ${visibleInQueue(reader)} and d."decidedAt" > ${since} and d.kind in ('approved', 'clarification_asked')`;
  return found.days === null ? null : { days: found.days, count: found.count };
}

const writersOfRow = writersOf({
  recordId: Prisma.sql`s."recordId"`,
  submittedAt: Prisma.sql`s."submittedAt"`,
});

const submissions = Prisma.sql`
  "Submission" s
  join "Record" r on r.id = s."recordId"
  join "City" c on c.id = s."cityId"
  join "Country" n on n.code = c."countryCode"`;

/** City staff, representatives and the secretariat each start with another part. */
function partsOf(reader: SignedIn): [QueuePart, ...QueuePart[]] {
  return ownCountryCodes(reader).length > 0
    ? ["clearance", "decision", "scheduled", "decided"]
    : ["decision", "clearance", "scheduled", "decided"];
}

/** The conditions of the partial indexes in the migration, so that each part is read from its own index. */
const isOpen = Prisma.sql`s.state in ('submitted', 'cleared')`;
const isDecided = Prisma.sql`s.state in ('approved', 'clarification_asked', 'withdrawn')`;
const awaitsClearance = Prisma.sql`(s."needsClearance" and s.state = 'submitted')`;

const inPart: Record<QueuePart, Prisma.Sql> = {
  decision: Prisma.sql`${isOpen} and s."publishAt" is null and not ${awaitsClearance}`,
  clearance: Prisma.sql`${isOpen} and s."publishAt" is null and ${awaitsClearance}`,
  scheduled: Prisma.sql`${isOpen} and s."publishAt" is not null`,
  decided: isDecided,
};

/**
 * Counts how many wait in each part. The decided part grows for ever, so it is only checked whether it has any: 0 or 1.
 */
async function countParts(reader: SignedIn, state: QueueState): Promise<Record<QueuePart, number>> {
  const where = asked(reader, state);
  const [counts] = await database().$queryRaw<[Record<QueuePart, number>]>`
    select count(*) filter (where ${inPart.decision})::int as decision,
      count(*) filter (where ${inPart.clearance})::int as clearance,
      count(*) filter (where ${inPart.scheduled})::int as scheduled,
      (exists (select 1 from ${submissions} where ${where} and ${isDecided}))::int as decided
    from ${submissions} where ${where} and ${isOpen}`;
  return counts;
}

/** Returns the conditions that the address asks for, within what this reader may see. */
function asked(reader: SignedIn, { country, city, change, assigned }: QueueState): Prisma.Sql {
  const conditions = [visibleInQueue(reader)];
  if (country) conditions.push(Prisma.sql`c."countryCode" = ${country}`);
  if (city) conditions.push(Prisma.sql`c.slug = ${city}`);
  if (change) conditions.push(Prisma.sql`s.change = ${change}::"ChangeKind"`);
  if (assigned === "me") conditions.push(Prisma.sql`s."assignedToId" = ${reader.personId}::uuid`);
  if (assigned === "nobody") conditions.push(Prisma.sql`s."assignedToId" is null`);
  return Prisma.join(conditions, " and ");
}

/** The value a row is sorted by before its age; it does not change while pages are turned. */
const keys: Record<QueueSort, Prisma.Sql> = {
  deadline: Prisma.sql`coalesce(${cityDueAt(Prisma.sql`s."cityId"`)}, 'infinity')`,
  age: Prisma.sql`0::int`,
  country: Prisma.sql`n.name`,
  size: Prisma.sql`- s."changedFields"`,
};

function orderOf(part: QueuePart, sort: QueueSort = "deadline") {
  const rising = Prisma.sql`>`;
  const falling = Prisma.sql`<`;
  const key = part === "decided" ? keys.age : keys[sort];
  const up = Prisma.sql`${key}, s."submittedAt", s.id`;
  const down = Prisma.sql`${key} desc, s."submittedAt" desc, s.id desc`;
  return part === "decided"
    ? { key, before: falling, behind: rising, order: down, backwards: up }
    : { key, before: rising, behind: falling, order: up, backwards: down };
}

/**
 * Returns the position of a submission in an order, in any part: a table of one row, or none when it does not exist.
 */
function placeOf(submissionId: string | null, key: Prisma.Sql, reader: SignedIn): Prisma.Sql {
  return Prisma.sql`
    select ${key} as key, s."submittedAt", s.id from ${submissions}
    where s.id = ${submissionId}::uuid and ${visibleInQueue(reader)}`;
}
