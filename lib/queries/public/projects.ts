import "server-only";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { ProjectFields } from "@/lib/domain/record/project";
import { type FacetName, facet } from "@/lib/domain/site/facets";
import type { ProjectOrder } from "@/lib/domain/site/list";
import { toPhrases, toSearchQuery, toSearchWords } from "@/lib/domain/site/search-words";
import { type Day, toDay } from "@/lib/domain/values/day";
import { readProject } from "@/lib/queries/public/content";
import { type EditionFacts, editionFacts } from "@/lib/queries/public/editions";
import { type PublicFile, publicFiles, toPublicFiles } from "@/lib/queries/public/files";
import {
  type OrganisationsOfProject,
  partnersOfPeriod,
  toOrganisations,
} from "@/lib/queries/public/organisations";
import {
  isEffectiveOn,
  type ProjectFilters,
  toWhere,
  type UnknownFilter,
} from "@/lib/queries/public/project-filters";
import {
  after,
  inOrder,
  orderOf,
  readOrderCursor,
  toOrderCursor,
} from "@/lib/queries/public/project-order";

/** One project by its edition of that day. */
export type ListedProject = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  countryCode: string;
  edition: EditionFacts;
  fields: ProjectFields;
  /** The files of its evidence. */
  files: PublicFile[];
  /** What its partners' names mean. */
  organisations: OrganisationsOfProject;
};

export type PublicProjectPage = {
  projects: ListedProject[];
  nextCursor: string | null;
  /** True when no project has the searched words and these have similar ones. */
  isClose: boolean;
};

type Asked = {
  asOf: Day | null;
  cursor?: string | null;
  limit: number;
  /** Default: by relevance for a search, else by title. */
  order?: ProjectOrder | undefined;
};

/** The maximum number of matches that are ranked, the first ones by title, because ranking reads every one of them. */
const maxRanked = 2_000;
const maxSimilar = 10;

/**
 * Lists the projects that meet the filters on this day, in the requested order, at most `limit` after the cursor. Every
 * page is read through an index. A search without results returns a few similar projects.
 */
export async function listPublicProjects(
  filters: ProjectFilters,
  { asOf, cursor = null, limit, order: asked }: Asked,
): Promise<PublicProjectPage | UnknownFilter> {
  const isSearch = filters.q !== undefined && filters.q !== "";
  const order = asked ?? (isSearch ? "relevance" : "title");
  if (order === "relevance" && !isSearch) return { unknown: "sort" };
  const key = cursor === null ? null : readOrderCursor(order, cursor);
  if (cursor !== null && !key) return { unknown: "cursor" };
  const where = await toWhere(filters, asOf);
  if ("unknown" in where) return where;
  const condition = Prisma.sql`${isEffectiveOn(asOf)} and ${where}`;
  const { value } = orderOf(order);
  const found = await database().$queryRaw<Found[]>`
    select s."editionId", (${value})::text as value, s.title, s."recordId"
    from ${await matching(condition, filters.q, order)} and ${key ? after(orderOf(order), key) : Prisma.sql`true`}
    order by ${inOrder(orderOf(order))} limit ${limit + 1}`;
  if (isSearch && !key && found.length === 0) return listClose(condition, filters.q ?? "");
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    projects: await readListed(shown),
    nextCursor: last ? toOrderCursor(order, [last.value, last.title, last.recordId]) : null,
    isClose: false,
  };
}

/** Counts the projects that meet the filters, up to `max`, without similar ones. */
export async function countProjects(
  filters: ProjectFilters,
  { asOf, max }: { asOf: Day | null; max: number },
): Promise<number> {
  const where = await toWhere(filters, asOf);
  if ("unknown" in where) return 0;
  const condition = Prisma.sql`${isEffectiveOn(asOf)} and ${where}`;
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count
    from (select 1 from ${await matching(condition, filters.q, "title")} limit ${max}) counted`;
  return row?.count ?? 0;
}

/**
 * Counts the listed projects for each of these values of one filter, combined with the other filters, each up to `max`.
 */
export async function countByValue<V extends string>(
  name: FacetName,
  values: readonly V[],
  { filters, asOf, max }: { filters: ProjectFilters; asOf: Day | null; max: number },
): Promise<Record<V, number> | UnknownFilter> {
  const where = await toWhere(filters, asOf);
  if ("unknown" in where) return where;
  const facets = values.map((value) => facet(name, value));
  const rows = await database().$queryRaw<{ count: number }[]>`
    select (
      select count(*)::int from (
        select 1 from "EditionPeriod" s
        where ${isEffectiveOn(asOf)} and ${where} and s.facets @> array[f.facet] limit ${max}) counted) as count
    from unnest(${facets}::text[]) with ordinality as f (facet, place)
    order by f.place`;
  return Object.fromEntries(
    values.map((value, index) => [value, rows[index]?.count ?? 0]),
  ) as Record<V, number>;
}

/** Counts the listed projects of a day by whose words their editions hold. */
export async function countOrigins(asOf: Day | null): Promise<Record<EditionOrigin, number>> {
  const [counts] = await database().$queryRaw<Record<EditionOrigin, number>[]>`
    select count(*) filter (where s.facets @> ${[facet("origin", "documents")]})::int as documents,
      count(*) filter (where s.facets @> ${[facet("origin", "city")]})::int as city
    from "EditionPeriod" s where ${isEffectiveOn(asOf)} and s."isListed"`;
  return counts ?? { documents: 0, city: 0 };
}

/** Returns `from` and `where` for the requested periods `s`; with their rank for the order by relevance. */
async function matching(
  condition: Prisma.Sql,
  q: string | undefined,
  order: ProjectOrder,
): Promise<Prisma.Sql> {
  if (!q) return Prisma.sql`"EditionPeriod" s where ${condition}`;
  const query = toSearchQuery(q, await listSubjectsNamed(q));
  if (query === null)
    return Prisma.sql`(select s.*, 0 as rank from "EditionPeriod" s) s where false`;
  const found = Prisma.sql`${condition} and s."searchWords" @@ search_fold(${query})::tsquery`;
  if (order !== "relevance") return Prisma.sql`"EditionPeriod" s where ${found}`;
  // Words of a title count most, then those of names, then the rest.
  return Prisma.sql`(
    select s.*, (ts_rank(s."searchWords", search_fold(${query})::tsquery) * -1e6)::int as rank
    from "EditionPeriod" s where ${found}
    order by s.title, s."recordId" limit ${maxRanked}) s
    where true`;
}

/** Returns the slugs of the subjects that phrases of a search name, in any language, by phrase. */
async function listSubjectsNamed(q: string): Promise<Map<string, string[]>> {
  const rows = await database().$queryRaw<{ phrase: string; slugs: string[] }[]>`
    select asked.phrase, array_agg(w."subjectSlug" order by w."subjectSlug") as slugs
    from unnest(${toPhrases(q)}::text[]) as asked (phrase)
    join "SubjectWord" w on w.word = search_fold(asked.phrase)
    group by asked.phrase`;
  return new Map(rows.map(({ phrase, slugs }) => [phrase, slugs]));
}

/** Lists the few projects whose titles and names have the most similar words. */
async function listClose(condition: Prisma.Sql, q: string): Promise<PublicProjectPage> {
  // Very short words are always similar.
  const words = toSearchWords(q).filter((word) => word.length > 2);
  if (words.length === 0 || words.length > 10)
    return { projects: [], nextCursor: null, isClose: false };
  const folded = words.map((word) => Prisma.sql`search_fold(${word})`);
  const [, found] = await database().$transaction([
    // In a word of six letters one missing letter leaves half of the trigrams.
    database().$queryRaw`select set_config('pg_trgm.word_similarity_threshold', '0.36', true)`,
    database().$queryRaw<{ editionId: string }[]>`
      select "editionId" from (
        select *, max(likeness) over () as most from (
          select s."editionId", s.title,
            ${Prisma.join(
              folded.map((word) => Prisma.sql`word_similarity(${word}, s."searchClose")`),
              " + ",
            )} as likeness
          from "EditionPeriod" s
          where ${condition} and ${Prisma.join(
            folded.map((word) => Prisma.sql`${word} <% s."searchClose"`),
            " and ",
          )}
          limit ${maxRanked}) alike) measured
      where likeness > 0.8 * most
      order by likeness desc, title, "editionId" limit ${maxSimilar}`,
  ]);
  const projects = await readListed(found);
  return { projects, nextCursor: null, isClose: projects.length > 0 };
}

type Found = { editionId: string; value: string; title: string; recordId: string };

/** Reads the projects of these editions, in the same order. */
export async function readListed(found: { editionId: string }[]): Promise<ListedProject[]> {
  if (found.length === 0) return [];
  const editionIds = found.map(({ editionId }) => editionId);
  const periods = await database().editionPeriod.findMany({
    where: { editionId: { in: editionIds } },
    select: { editionId: true, ...listedSelect },
  });
  const byEdition = new Map(periods.map((period) => [period.editionId, period]));
  return editionIds.flatMap((id) => {
    const period = byEdition.get(id);
    return period ? toListedProject(period) : [];
  });
}

/** The columns of a listed project. */
export const listedSelect = {
  recordId: true,
  slug: true,
  title: true,
  city: { select: { slug: true, name: true, countryCode: true } },
  edition: {
    select: {
      ...editionFacts,
      content: true,
      files: publicFiles,
    },
  },
  partners: partnersOfPeriod,
} as const satisfies Prisma.EditionPeriodSelect;

/** Converts one row of `listedSelect`. */
export function toListedProject(
  period: Prisma.EditionPeriodGetPayload<{ select: typeof listedSelect }>,
): ListedProject {
  const { content, files, ...edition } = period.edition;
  const fields = readProject(content);
  return {
    id: period.recordId,
    slug: period.slug,
    citySlug: period.city.slug,
    cityName: period.city.name,
    countryCode: period.city.countryCode,
    edition: { ...edition, effectiveOn: toDay(edition.effectiveOn) },
    fields,
    files: toPublicFiles(files),
    organisations: toOrganisations(fields.partners, period.partners),
  };
}
