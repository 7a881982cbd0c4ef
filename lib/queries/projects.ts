import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { SignedIn } from "@/lib/domain/actor";
import type { FrameworkTerms } from "@/lib/domain/framework";
import { schedules, stages } from "@/lib/domain/project";
import {
  defaultColumns,
  type ProjectListState,
  type ProjectRow,
  type ProjectSort,
  projectColumns,
  projectSorts,
} from "@/lib/domain/project-list";
import { reviewStates } from "@/lib/domain/review-state";
import { text } from "@/lib/domain/text";
import { reviewState, standingJoins } from "@/lib/queries/standing";
import { visibleCities } from "@/lib/queries/visible";

export const projectsPerPage = 25;

/**
 * What the address asks of a plan's table. Whatever it says that is not understood, or is not in the plan's framework,
 * counts as not said.
 */
export function parseProjectList(
  searchParams: Record<string, string | string[] | undefined>,
  framework: FrameworkTerms,
): ProjectListState {
  const single = Object.entries(searchParams).map(([name, value]) => [name, [value].flat()[0]]);
  const state = listState.parse(Object.fromEntries(single));
  const known = (slug: string | null, terms: { slug: string }[]) =>
    terms.some((term) => term.slug === slug) ? slug : null;
  return {
    ...state,
    focusArea: known(state.focusArea, framework.focusAreas),
    outcome: known(state.outcome, framework.outcomes),
  };
}

const oneOf = <T extends string>(values: readonly T[]) => z.enum(values).nullable().catch(null);
const slug = z.string().nullable().catch(null);

const listState = z.object({
  q: text(200).catch(""),
  stage: oneOf(stages),
  schedule: oneOf(schedules),
  focusArea: slug,
  outcome: slug,
  review: oneOf(reviewStates),
  sort: z
    .string()
    .transform((value) => ({ by: value.replace(/^-/u, ""), isDescending: value.startsWith("-") }))
    .pipe(z.object({ by: z.enum(projectSorts), isDescending: z.boolean() }))
    .catch({ by: "title", isDescending: false }),
  columns: z
    .string()
    .transform((value) => {
      const wanted = value.split(",");
      return projectColumns.filter((column) => column === "title" || wanted.includes(column));
    })
    .catch(defaultColumns),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

type Found = Omit<ProjectRow, "editedAt"> & { editedAt: Date; total: number };

/**
 * One page of a plan's projects as their drafts say, and how many there are in all. A page past the last one answers
 * the first. Nothing of a plan that is not the reader's.
 */
export async function listProjects(
  reader: SignedIn,
  planId: string,
  state: ProjectListState,
): Promise<{ rows: ProjectRow[]; total: number; page: number }> {
  const offset = (state.page - 1) * projectsPerPage;
  const found = await database().$queryRaw<Found[]>`
    select id, title, stage, schedule, "focusArea", outcomes, "startsOn", "endsOn",
      "milestonesDone", milestones, "isClosed", review, edition, "editedAt",
      (count(*) over ())::int as total
    from (${projectsOf(reader, planId)}) project
    where ${Prisma.join(filters(state), " and ")}
    order by ${order(state.sort)}
    limit ${projectsPerPage} offset ${offset}`;
  if (found.length === 0 && state.page > 1)
    return listProjects(reader, planId, { ...state, page: 1 });
  return {
    rows: found.map(({ total: _, editedAt, ...row }) => ({
      ...row,
      editedAt: editedAt.toISOString(),
    })),
    total: found[0]?.total ?? 0,
    page: state.page,
  };
}

function projectsOf(reader: SignedIn, planId: string) {
  return Prisma.sql`
    select p.id,
      d.content ->> 'title' as title,
      concat_ws(E'\n', d.content ->> 'title', d.content ->> 'localTitle', d.content ->> 'summary') as words,
      d.content ->> 'stage' as stage,
      d.content ->> 'schedule' as schedule,
      d.content -> 'focusAreas' -> 0 ->> 'focusArea' as "focusArea",
      array(select jsonb_path_query(d.content, '$.focusAreas[*].focusArea') #>> '{}') as "focusAreas",
      array(select distinct jsonb_path_query(d.content, '$.contributions[*].outcome') #>> '{}') as outcomes,
      d.content ->> 'startsOn' as "startsOn",
      d.content ->> 'endsOn' as "endsOn",
      jsonb_array_length(jsonb_path_query_array(d.content,
        '$.milestones[*] ? (@.droppedReason == "" && @.doneOn != null)')) as "milestonesDone",
      jsonb_array_length(jsonb_path_query_array(d.content,
        '$.milestones[*] ? (@.droppedReason == "")')) as milestones,
      d.content ->> 'closing' is not null as "isClosed",
      ${reviewState} as review,
      e.number as edition,
      d."editedAt"
    from "Project" p
    join "Draft" d on d."recordId" = p.id
    ${standingJoins}
    where p."planId" = ${planId}::uuid and ${visibleCities(reader)}`;
}

function filters(state: ProjectListState) {
  const words = state.q.split(/\s+/u).filter((word) => word !== "");
  return [
    Prisma.sql`true`,
    ...words.map((word) => Prisma.sql`words ilike ${`%${word.replaceAll(/[\\%_]/gu, "\\$&")}%`}`),
    ...(state.stage ? [Prisma.sql`stage = ${state.stage}`] : []),
    ...(state.schedule ? [Prisma.sql`schedule = ${state.schedule}`] : []),
    ...(state.focusArea ? [Prisma.sql`${state.focusArea} = any("focusAreas")`] : []),
    ...(state.outcome ? [Prisma.sql`${state.outcome} = any(outcomes)`] : []),
    ...(state.review ? [Prisma.sql`review = ${state.review}`] : []),
  ];
}

const orders: Record<ProjectSort, Prisma.Sql> = {
  title: Prisma.sql`title collate "und-x-icu"`,
  stage: Prisma.sql`array_position(${[...stages]}::text[], stage)`,
  schedule: Prisma.sql`array_position(${[...schedules]}::text[], schedule)`,
  focusArea: Prisma.sql`"focusArea"`,
  startsOn: Prisma.sql`"startsOn"`,
  endsOn: Prisma.sql`"endsOn"`,
  review: Prisma.sql`array_position(${[...reviewStates]}::text[], review)`,
  editedAt: Prisma.sql`"editedAt"`,
};

function order({ by, isDescending }: ProjectListState["sort"]) {
  const direction = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.sql`${orders[by]} ${direction} nulls last, title collate "und-x-icu", id`;
}
