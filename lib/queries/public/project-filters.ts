import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { editionOrigins } from "@/lib/domain/record/origin";
import { closings, schedules, stages, supportKinds } from "@/lib/domain/record/project";
import { facetNames } from "@/lib/domain/site/facet-names.mjs";
import {
  anySupport,
  type FacetName,
  facet,
  missed,
  noValue,
  silent,
} from "@/lib/domain/site/facets";
import { type Day, day, fromDay, toDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { line } from "@/lib/domain/values/text";
import { isValidOn } from "@/lib/queries/public/as-of";
import { meantSlug } from "@/lib/queries/public/organisations";

const slug = z.string().refine(isSlug);
const year = z.string().regex(/^\d{4}$/);
const yesOrNo = z.enum(["yes", "no"]);

/**
 * Filters of a list of projects. `focusArea` is the leading one, as in the totals; "none" finds projects that state
 * nothing. Without `closing` the list has listed projects: completed ones, and those not closed.
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
  /** What the tracker sorts the project under (docs/decisions/0057). */
  subject: slug.optional(),
  outcome: slug.optional(),
  stage: z.enum(stages).optional(),
  schedule: z.enum([...schedules, missed, silent, noValue]).optional(),
  /** "closed" finds all that are not listed any more, "any" finds both. */
  closing: z.enum([...closings, "closed", "any"]).optional(),
  startsIn: year.or(z.literal(noValue)).optional(),
  endsIn: year.or(z.literal(noValue)).optional(),
  support: z.enum([...supportKinds, anySupport]).optional(),
  /** The slug of a partner (lib/queries/public/organisations.ts); an unknown partner has no projects. */
  partner: slug.optional(),
  evidence: yesOrNo.optional(),
  indicators: yesOrNo.optional(),
  origin: z.enum(editionOrigins).optional(),
  effectiveFrom: day.optional(),
  effectiveBefore: day.optional(),
});

export type ProjectFilters = z.output<typeof projectFilters>;

/** Returned when a filter names an unknown city, country or term. */
export type UnknownFilter = { unknown: keyof ProjectFilters | "cursor" | "sort" };

/** Returns SQL conditions on "EditionPeriod" `s` for the periods of projects that hold on this day; null means now. */
export function isEffectiveOn(asOf: Day | null): Prisma.Sql {
  return Prisma.sql`s.kind = 'project' and ${isValidOn(asOf)}`;
}

/**
 * Returns the filters except `q` as SQL conditions on "EditionPeriod" `s` for a day; null means now. One condition on the
 * facets for all single-word filters, found through one index.
 */
export async function toWhere(
  filters: ProjectFilters,
  asOf: Day | null,
): Promise<Prisma.Sql | UnknownFilter> {
  const { city, closing, schedule, effectiveFrom, effectiveBefore } = filters;
  const cityId = city === undefined ? null : await findCityId(city);
  if (cityId === undefined) return { unknown: "city" };
  const unknown = await findUnknownTerm(filters);
  if (unknown) return { unknown };
  const asked = {
    ...filters,
    partner: filters.partner && (await meantSlug(filters.partner)),
  };
  const facets = facetNames.flatMap((name) => {
    const value = asked[name];
    return value === undefined ||
      (name === "closing" && isGroup(closing)) ||
      (name === "schedule" && schedule === silent)
      ? []
      : facet(name, value);
  });
  const conditions = [
    Prisma.sql`true`,
    ...(closing === undefined ? [Prisma.sql`s."isListed"`] : []),
    ...(closing === "closed" ? [Prisma.sql`not s."isListed"`] : []),
    ...(cityId === null ? [] : [Prisma.sql`s."cityId" = ${cityId}::uuid`]),
    ...(schedule === silent
      ? [Prisma.sql`s."silentFrom" <= ${fromDay(asOf ?? toDay(new Date()))}::date`]
      : []),
    ...(facets.length > 0 ? [Prisma.sql`s.facets @> ${facets}::text[]`] : []),
    ...(effectiveFrom ? [Prisma.sql`s."fromDay" >= ${fromDay(effectiveFrom)}::date`] : []),
    ...(effectiveBefore ? [Prisma.sql`s."fromDay" < ${fromDay(effectiveBefore)}::date`] : []),
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

/** Returns which of these filters names an unknown country, subject or term of the framework. */
async function findUnknownTerm(filters: ProjectFilters): Promise<FacetName | undefined> {
  const { country, focusArea, projectType, subject, outcome } = filters;
  const known = {
    country: country && database().country.findUnique({ where: { code: country } }),
    focusArea: named(focusArea, (where) => database().focusArea.findFirst({ where })),
    projectType: named(projectType, (where) => database().projectType.findFirst({ where })),
    subject: named(subject, (where) => database().subject.findUnique({ where })),
    outcome: named(outcome, (where) => database().outcome.findFirst({ where })),
  };
  for (const [name, row] of Object.entries(known))
    if ((await row) === null) return name as keyof typeof known;
  return undefined;
}

function named<T>(value: string | undefined, find: (where: { slug: string }) => T): T | undefined {
  return value === undefined || value === noValue ? undefined : find({ slug: value });
}
