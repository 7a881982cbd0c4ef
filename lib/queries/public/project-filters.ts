import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { closings, schedules, stages, supportKinds } from "@/lib/domain/record/project";
import { facetNames } from "@/lib/domain/site/facet-names.mjs";
import {
  anySupport,
  type FacetName,
  facet,
  nothingSaid,
  passedEnd,
} from "@/lib/domain/site/facets";
import { type Day, day, fromDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { line } from "@/lib/domain/values/text";

const slug = z.string().refine(isSlug);
const year = z.string().regex(/^\d{4}$/);
const yesOrNo = z.enum(["yes", "no"]);

/**
 * What a list of projects may be narrowed to. `focusArea` is the one that leads, as in the totals; "none" asks for what
 * says nothing. Without `closing` the listed projects are meant: completed ones, and those that are not closed.
 */
export const projectFilters = z.object({
  q: line(200).optional(),
  city: slug.optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The year in which the project's city joined the network. */
  cohort: year.optional(),
  focusArea: slug.optional(),
  projectType: slug.optional(),
  outcome: slug.optional(),
  stage: z.enum(stages).optional(),
  schedule: z.enum([...schedules, passedEnd, nothingSaid]).optional(),
  /** "closed" asks for all that are not listed any more, "any" for those and the listed ones. */
  closing: z.enum([...closings, "closed", "any"]).optional(),
  startsIn: year.or(z.literal(nothingSaid)).optional(),
  endsIn: year.or(z.literal(nothingSaid)).optional(),
  support: z.enum([...supportKinds, anySupport]).optional(),
  /** The slug of a partner (lib/domain/site/partner.ts); of whom nobody is a partner, there are no projects. */
  partner: slug.optional(),
  evidence: yesOrNo.optional(),
  indicators: yesOrNo.optional(),
  confirmedFrom: day.optional(),
  confirmedBefore: day.optional(),
});

export type ProjectFilters = z.output<typeof projectFilters>;

/** What comes out when a filter names a city, country or term that there is not. */
export type UnknownFilter = { unknown: keyof ProjectFilters | "cursor" | "sort" };

/** The spans of projects that hold on this day, as conditions on "EditionPeriod" `s`; null asks for those that hold now. */
export function isEffectiveOn(asOf: Day | null): Prisma.Sql {
  const on = asOf === null ? null : fromDay(asOf);
  return on === null
    ? Prisma.sql`s.kind = 'project' and not s."isWithheld" and s."untilDay" is null`
    : Prisma.sql`s.kind = 'project' and not s."isWithheld" and s."fromDay" <= ${on}::date
        and (s."untilDay" is null or s."untilDay" > ${on}::date)`;
}

/**
 * The filters but for `q` as conditions on "EditionPeriod" `s`: one on the facets for all of them that are one word, found
 * through one index however many there are.
 */
export async function toWhere(filters: ProjectFilters): Promise<Prisma.Sql | UnknownFilter> {
  const { city, closing, confirmedFrom, confirmedBefore } = filters;
  const cityId = city === undefined ? null : await findCityId(city);
  if (cityId === undefined) return { unknown: "city" };
  const unknown = await findUnknownTerm(filters);
  if (unknown) return { unknown };
  const facets = facetNames.flatMap((name) => {
    const value = filters[name];
    return value === undefined || (name === "closing" && isGroup(closing))
      ? []
      : facet(name, value);
  });
  const conditions = [
    Prisma.sql`true`,
    ...(closing === undefined ? [Prisma.sql`s."isListed"`] : []),
    ...(closing === "closed" ? [Prisma.sql`not s."isListed"`] : []),
    ...(cityId === null ? [] : [Prisma.sql`s."cityId" = ${cityId}::uuid`]),
    ...(facets.length > 0 ? [Prisma.sql`s.facets @> ${facets}::text[]`] : []),
    ...(confirmedFrom ? [Prisma.sql`s."fromDay" >= ${fromDay(confirmedFrom)}::date`] : []),
    ...(confirmedBefore ? [Prisma.sql`s."fromDay" < ${fromDay(confirmedBefore)}::date`] : []),
  ];
  return Prisma.join(conditions, " and ");
}

const isGroup = (closing: ProjectFilters["closing"]) => closing === "closed" || closing === "any";

async function findCityId(citySlug: string): Promise<string | undefined> {
  const city = await database().city.findUnique({
    where: { slug: citySlug },
    select: { id: true },
  });
  return city?.id;
}

/** Which of these filters names a country or a term of the framework that there is not. */
async function findUnknownTerm(filters: ProjectFilters): Promise<FacetName | undefined> {
  const { country, focusArea, projectType, outcome } = filters;
  const known = {
    country: country && database().country.findUnique({ where: { code: country } }),
    focusArea: named(focusArea, (where) => database().focusArea.findFirst({ where })),
    projectType: named(projectType, (where) => database().projectType.findFirst({ where })),
    outcome: named(outcome, (where) => database().outcome.findFirst({ where })),
  };
  for (const [name, row] of Object.entries(known))
    if ((await row) === null) return name as keyof typeof known;
  return undefined;
}

function named<T>(value: string | undefined, find: (where: { slug: string }) => T): T | undefined {
  return value === undefined || value === nothingSaid ? undefined : find({ slug: value });
}
