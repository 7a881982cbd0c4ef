import "server-only";
import * as z from "zod";
import { day } from "@/lib/domain/day";
import { choice } from "@/lib/domain/open-data/field";
import { toWord } from "@/lib/domain/open-data/word";
import { stages } from "@/lib/domain/project";
import { changeFilters } from "@/lib/queries/public-changes";
import { projectFilters } from "@/lib/queries/public-project-filters";
import { BadParameter } from "@/lib/web/open-data/problem";

const limits = { standard: 50, most: 100 };

/** What takes a day and nothing else. */
export const dayParameters = {
  asOf: day.optional().meta({
    description: "What was public on this day. Left out: what is public now.",
    format: "date",
  }),
};

/** What a list that is read page by page takes. */
export const pageParameters = {
  cursor: z.string().min(1).optional().meta({ description: "`nextCursor` of the page before." }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(limits.most))
    .default(limits.standard)
    .meta({
      description: "Items on a page.",
      type: "integer",
      minimum: 1,
      maximum: limits.most,
      default: limits.standard,
    }),
};

/** What every list of a day takes; a route adds what else it knows. */
export const listParameters = { ...dayParameters, ...pageParameters };

const { city, country, cohort, focusArea, outcome, q } = projectFilters.shape;

/** What projects may be narrowed to. */
export const projectParameters = {
  city: city.meta({ description: "Slug of a city." }),
  country: country.meta({ description: "ISO 3166-1 alpha-2." }),
  cohort: cohort.meta({ description: "Year in which the city joined." }),
  focusArea: focusArea.meta({ description: "Slug of the focus area that leads; `none` for none." }),
  outcome: outcome.meta({ description: "Slug of an outcome the project states." }),
  stage: choice(stages)
    .transform((word) => stages.find((stage) => toWord(stage) === word) ?? "not_stated")
    .optional()
    .meta({ description: "Stage." }),
  q: q.meta({
    description:
      "Words, or their beginnings, in titles, names of cities, partners and areas, and summary, in any script; the best " +
      "match comes first. Where no project has them, the few that have something like them.",
  }),
};

/** What changes may be narrowed to. */
export const changeParameters = {
  city: changeFilters.shape.city.meta({ description: "Slug of a city." }),
  focusArea: changeFilters.shape.focusArea.meta({
    description: "Slug of a focus area that projects name.",
  }),
  outcome: changeFilters.shape.outcome.meta({
    description: "Slug of an outcome that projects state.",
  }),
};

/** Reads the parameters of an address by this shape; throws BadParameter for the first that will not do. */
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
