import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Day, toDay } from "@/lib/domain/day";
import { type ProjectFields, stages } from "@/lib/domain/project";
import { isSlug } from "@/lib/domain/slug";
import { line } from "@/lib/domain/text";
import { holdingOn } from "@/lib/queries/public-as-of";
import { readProject } from "@/lib/queries/public-content";
import { readCursor, toCursor } from "@/lib/queries/public-cursor";
import { type EditionFacts, editionFacts } from "@/lib/queries/public-editions";
import { type PublicFile, publicFiles, toPublicFiles } from "@/lib/queries/public-files";

const slug = z.string().refine(isSlug);

/** What a list of projects may be narrowed to. `focusArea` is the one that leads, as in the totals; "none" asks for those that name none. */
export const projectFilters = z.object({
  city: slug.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The year in which the project's city joined the network. */
  cohort: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  focusArea: slug.optional(),
  outcome: slug.optional(),
  stage: z.enum(stages).optional(),
  q: line(200).optional(),
});

export type ProjectFilters = z.output<typeof projectFilters>;

/** One project as its edition of that day tells it. */
export type ListedProject = {
  id: string;
  slug: string;
  citySlug: string;
  cityName: string;
  countryCode: string;
  edition: EditionFacts;
  fields: ProjectFields;
  /** The files that its evidence names. */
  files: PublicFile[];
};

export type ProjectPage = { projects: ListedProject[]; nextCursor: string | null };

/** What comes out when a filter names a city, country or term that there is not. */
export type UnknownFilter = { unknown: "city" | "country" | "focusArea" | "outcome" | "cursor" };

/**
 * The listed projects that hold on this day and meet the filters, by title, at most `limit` after the cursor. `which`
 * "closed" asks for those that are not listed any more instead. Read through an index whatever the page; never counted.
 */
export async function listProjects(
  filters: ProjectFilters,
  {
    asOf,
    cursor = null,
    limit,
    which = "listed",
  }: { asOf: Day | null; cursor?: string | null; limit: number; which?: "listed" | "closed" },
): Promise<ProjectPage | UnknownFilter> {
  const after = cursor === null ? null : readCursor(cursor, [line(200), z.uuid()] as const);
  if (cursor !== null && !after) return { unknown: "cursor" };
  const narrowed = await narrow(filters);
  if ("unknown" in narrowed) return narrowed;
  const spans = await database().editionSpan.findMany({
    where: {
      kind: "project",
      isListed: which === "listed",
      AND: [holdingOn(asOf), narrowed, ...(after ? [afterKey(after)] : [])],
    },
    orderBy: [{ title: "asc" }, { recordId: "asc" }],
    take: limit + 1,
    select: listedSelect,
  });
  const last = spans.length > limit ? spans[limit - 1] : undefined;
  return {
    projects: spans.slice(0, limit).map(toListedProject),
    nextCursor: last ? toCursor([last.title, last.recordId]) : null,
  };
}

/** What a listed project is made of. */
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
} as const satisfies Prisma.EditionSpanSelect;

/** Reads one row of `listedSelect`. */
export function toListedProject(
  span: Prisma.EditionSpanGetPayload<{ select: typeof listedSelect }>,
): ListedProject {
  const { content, files, ...edition } = span.edition;
  return {
    id: span.recordId,
    slug: span.slug,
    citySlug: span.city.slug,
    cityName: span.city.name,
    countryCode: span.city.countryCode,
    edition: { ...edition, effectiveOn: toDay(edition.effectiveOn) },
    fields: readProject(content),
    files: toPublicFiles(files),
  };
}

async function narrow({
  city,
  country,
  cohort,
  focusArea,
  outcome,
  stage,
  q,
}: ProjectFilters): Promise<Prisma.EditionSpanWhereInput | UnknownFilter> {
  const found = await Promise.all([
    city === undefined ||
      database().city.findUnique({ where: { slug: city }, select: { id: true } }),
    country === undefined ||
      database().country.findUnique({ where: { code: country }, select: { code: true } }),
    focusArea === undefined ||
      focusArea === "none" ||
      database().focusArea.findFirst({ where: { slug: focusArea }, select: { slug: true } }),
    outcome === undefined ||
      database().outcome.findFirst({ where: { slug: outcome }, select: { slug: true } }),
  ]);
  const names = ["city", "country", "focusArea", "outcome"] as const;
  const unknown = names.find((_name, index) => found[index] === null);
  if (unknown) return { unknown };
  const [ofCity] = found;
  return {
    ...(typeof ofCity === "object" && ofCity && { cityId: ofCity.id }),
    ...((country || cohort) && {
      city: {
        ...(country && { countryCode: country }),
        ...(cohort && { joinedYear: Number(cohort) }),
      },
    }),
    ...(focusArea && { leadFocusArea: focusArea === "none" ? null : focusArea }),
    ...(outcome && { outcomes: { has: outcome } }),
    ...(stage && { stage }),
    ...(q && { searchText: { contains: withoutWildcards(q.toLowerCase()) } }),
  };
}

/** Prisma hands "%" and "_" on to LIKE as they are. */
function withoutWildcards(text: string) {
  return text.replaceAll(/[\\%_]/g, "\\$&");
}

/** The first condition alone would do; with it said apart, PostgreSQL starts at the right place of the index. */
function afterKey([title, recordId]: readonly [string, string]): Prisma.EditionSpanWhereInput {
  return {
    title: { gte: title },
    OR: [{ title: { gt: title } }, { recordId: { gt: recordId } }],
  };
}
