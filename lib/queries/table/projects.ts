import "server-only";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { SignedIn } from "@/lib/domain/people/actor";
import { can } from "@/lib/domain/people/policy";
import { progressByWeight } from "@/lib/domain/progress/progress";
import { missed, silent } from "@/lib/domain/site/facets";
import type {
  PagePosition,
  ProjectListState,
  ProjectRow,
  ProjectTablePage,
  ScheduleFilter,
} from "@/lib/domain/table/project-list";
import { fromDay, toDay } from "@/lib/domain/values/day";
import { reviewState, standingJoins } from "@/lib/queries/shared/standing";
import { visibleCities } from "@/lib/queries/shared/visible";
import {
  type Key,
  toCursorKey,
  toOrder,
  toRowCursor,
  toRowKey,
  toSide,
} from "@/lib/queries/table/project-order";

export const projectsPerPage = 25;

/**
 * Returns one page of projects from their drafts, of one plan or, with null, of every plan of the reader; how many
 * match in all, and how many come before the page, both up to `maxCounted`. The database begins at the cursor, so every
 * page costs the same. An invalid cursor, or one with nothing on its side, returns the first page.
 */
export async function listTableProjects(
  reader: SignedIn,
  planId: string | null,
  asked: ProjectListState,
  maxCounted = 1000,
): Promise<ProjectTablePage> {
  const position =
    asked.position && toCursorKey(asked.sort, asked.position) ? asked.position : null;
  const state = { ...asked, position };
  const isBackwards = position?.side === "before";
  // One row more than is shown tells whether there is a next page.
  const read = await readRows(reader, planId, state, projectsPerPage + 1);
  const goesOn = read.length > projectsPerPage;
  const rows = isBackwards ? read.slice(-projectsPerPage) : read.slice(0, projectsPerPage);
  const isShort = rows.length < (isBackwards ? projectsPerPage : 1);
  if (isShort && position) {
    return listTableProjects(reader, planId, { ...state, position: null }, maxCounted);
  }
  const [first, last] = [rows.at(0), rows.at(-1)];
  const key = first ? toRowKey(first, state.sort) : null;
  const counted = await countRows(reader, planId, state, key, maxCounted + 1);
  const isMore = counted.total > maxCounted;
  return {
    rows,
    total: Math.min(counted.total, maxCounted),
    isMore,
    before: counted.before > maxCounted ? null : counted.before,
    hasPrevious: isBackwards ? goesOn : counted.before > 0,
    // Coming from the page after this one, its last rows may have gone meanwhile.
    hasNext: isBackwards ? isMore || counted.before + rows.length < counted.total : goesOn,
    first: first ? toRowCursor(first, state.sort) : null,
    last: last ? toRowCursor(last, state.sort) : null,
  };
}

/** Reads every matching project, `perRead` at a time in the requested order, for a file. */
export async function* readAllProjects(
  reader: SignedIn,
  planId: string | null,
  state: ProjectListState,
  perRead = 1000,
): AsyncGenerator<ProjectRow[]> {
  let position: PagePosition | null = null;
  for (;;) {
    const rows: ProjectRow[] = await readRows(reader, planId, { ...state, position }, perRead);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < perRead) return;
    position = { side: "after", cursor: toRowCursor(last, state.sort) };
  }
}

type Found = Omit<ProjectRow, "editedAt" | "mayEdit" | "maySubmit" | "progress"> & {
  editedAt: Date;
  doneWeight: number;
  wholeWeight: number;
};

/** The content of drafts is opened for the rows of the page alone: opening all of them would be slow. */
async function readRows(
  reader: SignedIn,
  planId: string | null,
  state: ProjectListState,
  max: number,
): Promise<ProjectRow[]> {
  const key = state.position && toCursorKey(state.sort, state.position);
  const isBackwards = key !== null && state.position?.side === "before";
  const side = key && state.position ? [toSide(state.sort, state.position.side, key)] : [];
  const order = toOrder(state.sort, isBackwards);
  const found = await database().$queryRaw<Found[]>`
    select "recordId" as id, "cityId", "cityName", title, stage, schedule,
      "focusAreas" ->> 0 as "focusArea", array(select distinct jsonb_array_elements_text(outcomes)) as outcomes,
      "startsOn", "endsOn",
      milestones, "milestonesDone", "doneWeight", "wholeWeight",
      content ->> 'closing' is not null as "isClosed",
      ${reviewState} as review, e.number as edition, "editedAt"
    from (
      select d.*, "cityId", "cityName"
      ${matching(reader, planId, state)} and ${Prisma.join([Prisma.sql`true`, ...side], " and ")}
      order by ${order} limit ${max}) d
    ${standingJoins}
    cross join lateral (
      select count(*)::int as milestones, count(m ->> 'doneOn')::int as "milestonesDone",
        coalesce(sum((m -> 'weight')::float8), 0) as "wholeWeight",
        coalesce(sum((m -> 'weight')::float8) filter (where m ->> 'doneOn' is not null), 0) as "doneWeight"
      from jsonb_array_elements(content -> 'milestones') m
      where m ->> 'droppedReason' = '' and coalesce(m ->> 'dueOn', m ->> 'firstDueOn') is not null) weighed
    order by ${order}`;
  const rows = found.map(({ editedAt, doneWeight, wholeWeight, ...row }) => ({
    ...row,
    progress: progressByWeight(doneWeight, wholeWeight),
    editedAt: editedAt.toISOString(),
    mayEdit: can(reader, "draft.edit", row),
    maySubmit: can(reader, "draft.submit", row),
  }));
  return isBackwards ? rows.reverse() : rows;
}

async function countRows(
  reader: SignedIn,
  planId: string | null,
  state: ProjectListState,
  first: Key | null,
  max: number,
): Promise<{ total: number; before: number }> {
  const isBefore =
    first && state.position ? toSide(state.sort, "before", first) : Prisma.sql`false`;
  const upToMax = (condition: Prisma.Sql) => Prisma.sql`(
    select count(*)::int
    from (select 1 ${matching(reader, planId, state)} and ${condition} limit ${max}) matched)`;
  const [counts] = await database().$queryRaw<{ total: number; before: number }[]>`
    select ${upToMax(Prisma.sql`true`)} as total, ${upToMax(isBefore)} as before`;
  return counts ?? { total: 0, before: 0 };
}

/** Returns the matching drafts, as `d`, joined with their review state only when it is needed. */
function matching(reader: SignedIn, planId: string | null, state: ProjectListState) {
  const needsStanding = state.review !== null || state.sort.by === "review";
  return Prisma.sql`
    from "Draft" d
    join "Project" p on p.id = d."recordId"
    join (select id as "cityId", slug as "citySlug", name as "cityName" from "City") c using ("cityId")
    ${needsStanding ? standingJoins : Prisma.empty}
    where ${visibleCities(reader)} and ${Prisma.join(filters(planId, state), " and ")}`;
}

/** A condition on the draft, or on the dates of the project's present edition. */
function scheduleFilter(schedule: ScheduleFilter): Prisma.Sql {
  if (schedule !== missed && schedule !== silent) return Prisma.sql`schedule = ${schedule}`;
  const isSo =
    schedule === missed
      ? Prisma.sql`${missed} = any(s."lateReasons")`
      : Prisma.sql`s."silentFrom" <= ${fromDay(toDay(new Date()))}::date`;
  return Prisma.sql`exists (
    select 1 from "EditionPeriod" s where s."recordId" = d."recordId" and s."untilDay" is null and ${isSo})`;
}

function filters(planId: string | null, state: ProjectListState) {
  const words = state.q.split(/\s+/u).filter((word) => word !== "");
  return [
    planId ? Prisma.sql`p."planId" = ${planId}::uuid` : Prisma.sql`true`,
    ...words.map(
      (word) => Prisma.sql`"searchText" ilike ${`%${word.replaceAll(/[\\%_]/gu, "\\$&")}%`}`,
    ),
    ...(state.city ? [Prisma.sql`"citySlug" = ${state.city}`] : []),
    ...(state.stage ? [Prisma.sql`stage = ${state.stage}`] : []),
    ...(state.schedule ? [scheduleFilter(state.schedule)] : []),
    ...(state.focusArea ? [Prisma.sql`"focusAreas" ? ${state.focusArea}`] : []),
    ...(state.outcome ? [Prisma.sql`outcomes ? ${state.outcome}`] : []),
    ...(state.review ? [Prisma.sql`${reviewState} = ${state.review}`] : []),
  ];
}
