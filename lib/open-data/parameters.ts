import "server-only";
import * as z from "zod";
import { choice } from "@/lib/domain/open-data/field";
import { toWord } from "@/lib/domain/open-data/word";
import { day } from "@/lib/domain/values/day";
import { BadParameter } from "@/lib/open-data/problem";
import { changeFilters } from "@/lib/queries/public/changes";
import { type ProjectFilters, projectFilters } from "@/lib/queries/public/project-filters";

const limits = { standard: 50, max: 100 };

/** The parameters of an operation that is read as of a day. */
export const dayParameters = {
  asOf: day.optional().meta({
    description: "What was public on this day. Left out: what is public now.",
    format: "date",
  }),
};

/** The parameters of a list with pages. */
export const pageParameters = {
  cursor: z.string().min(1).optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(limits.max))
    .default(limits.standard)
    .meta({
      description: "Items on a page.",
      type: "integer",
      minimum: 1,
      maximum: limits.max,
      default: limits.standard,
    }),
};

/** The parameters of every list of a day; a route adds its own. */
export const pagedParameters = { ...dayParameters, ...pageParameters };

const filters = projectFilters.shape;

/** The filters of projects: those of the public list of projects, with the same schemas. */
export const projectParameters = {
  q: filters.q.meta({
    description:
      "Words, or their beginnings, in titles, names of cities, partners and areas, and summary, in any script; the best " +
      "match comes first, of more than 2,000 matches among the first 2,000 by title. Where no project has them, the few " +
      "that have something like them.",
  }),
  city: filters.city.meta({ description: "Slug of a city." }),
  country: filters.country.meta({ description: "ISO 3166-1 alpha-2." }),
  cohort: filters.cohort.meta({ description: "Year in which the city joined." }),
  focusArea: filters.focusArea.meta({
    description: "Slug of the main focus area; `none` for none.",
  }),
  projectType: filters.projectType.meta({
    description: "Slug of a project type that the project states for one of its focus areas.",
  }),
  subject: filters.subject.meta({
    description:
      "Slug of a subject that the tracker sorts the project under, such as `flood-drainage`.",
  }),
  outcome: filters.outcome.meta({
    description: "Slug of an outcome the project states; `none` for none.",
  }),
  stage: spelled(filters.stage).meta({ description: "Stage." }),
  schedule: spelled(filters.schedule).meta({
    description:
      "Schedule as the city states it, `none` where it states none. Whatever the city states, `missed` for those with " +
      "something that was not done by the date named for it, and `silent` for those of which nothing was reported since a date passed.",
  }),
  closing: spelled(filters.closing).meta({
    description:
      "What became of the project. Left out: the listed ones, which are those that are completed or not closed at all. " +
      "`closed` for all that are listed no more, `any` for both.",
  }),
  startsIn: filters.startsIn.meta({
    description: "Year of the start; `none` where none is stated.",
  }),
  endsIn: filters.endsIn.meta({
    description: "Year of the planned end; `none` where none is stated.",
  }),
  support: spelled(filters.support).meta({
    description: "Support that is requested and not met yet; `any` for any kind.",
  }),
  partner: filters.partner.meta({
    description:
      "A partner: the key of an organisation, such as `jica`, or the last part of the address of its page.",
  }),
  evidence: filters.evidence.meta({ description: "Whether any evidence is named." }),
  indicators: filters.indicators.meta({ description: "Whether there are any indicators." }),
  origin: filters.origin.meta({
    description: "documents: read by this tracker from documents; city: stated by the city.",
  }),
  effectiveFrom: filters.effectiveFrom.meta({
    description: "The latest edition is valid from this date or a later one.",
    format: "date",
  }),
  effectiveBefore: filters.effectiveBefore.meta({
    description: "The latest edition is valid from an earlier date than this.",
    format: "date",
  }),
} satisfies { [name in keyof ProjectFilters]-?: z.ZodType<ProjectFilters[name]> };

/** Returns a filter of a closed list in the spelling of the answers: "notStated" for "not_stated". */
function spelled<V extends string>(filter: z.ZodOptional<z.ZodEnum<{ [value in V]: value }>>) {
  const { options } = filter.unwrap();
  return choice(options)
    .transform((word) => options.find((option) => toWord(option) === word))
    .optional();
}

/** The filters of changes. */
export const changeParameters = {
  city: changeFilters.shape.city.meta({ description: "Slug of a city." }),
  focusArea: changeFilters.shape.focusArea.meta({
    description: "Slug of a focus area that projects name.",
  }),
  outcome: changeFilters.shape.outcome.meta({
    description: "Slug of an outcome that projects state.",
  }),
};

/** Parses the parameters of an address by this shape; throws BadParameter for the first one that is wrong. */
export function readParameters<S extends z.ZodRawShape>(
  given: URLSearchParams,
  shape: S,
): z.output<z.ZodObject<S>> {
  for (const name of given.keys()) {
    if (!Object.hasOwn(shape, name)) throw new BadParameter(name, "unknown");
    if (given.getAll(name).length > 1) throw new BadParameter(name, "repeated");
  }
  const read = z.object(shape).safeParse(Object.fromEntries(given));
  if (!read.success) throw new BadParameter(String(read.error.issues[0]?.path[0] ?? ""));
  return read.data;
}
