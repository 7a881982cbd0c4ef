import "server-only";
import * as z from "zod";
import type { FrameworkTerms } from "@/lib/domain/record/framework";
import { schedules, stages } from "@/lib/domain/record/project";
import { reviewStates } from "@/lib/domain/review/review-state";
import { missed, silent } from "@/lib/domain/site/facets";
import {
  defaultColumns,
  type ProjectListState,
  projectColumns,
  projectSorts,
} from "@/lib/domain/table/project-list";
import { text } from "@/lib/domain/values/text";

/** The filter options of a table. No cities for the table of one plan. */
export type ProjectTerms = {
  framework: Pick<FrameworkTerms, "focusAreas" | "outcomes">;
  cities: { slug: string; name: string }[];
};

/**
 * Parses the state of a project table from its address. Invalid parts, and those that the table does not offer, are
 * ignored.
 */
export function parseProjectList(
  searchParams: Record<string, string | string[] | undefined>,
  { framework, cities }: ProjectTerms,
): ProjectListState {
  const single = Object.entries(searchParams).map(([name, value]) => [name, [value].flat()[0]]);
  const { after, before, ...asked } = listState.parse(Object.fromEntries(single));
  const known = (slug: string | null, terms: { slug: string }[]) =>
    terms.some((term) => term.slug === slug) ? slug : null;
  return {
    ...asked,
    city: known(asked.city, cities),
    focusArea: known(asked.focusArea, framework.focusAreas),
    outcome: known(asked.outcome, framework.outcomes),
    position:
      after === null
        ? before === null
          ? null
          : { side: "before", cursor: before }
        : { side: "after", cursor: after },
  };
}

const oneOf = <T extends string>(values: readonly T[]) => z.enum(values).nullable().catch(null);
const slug = z.string().nullable().catch(null);
const cursor = z.string().min(1).nullable().catch(null);

const listState = z.object({
  q: text(200).catch(""),
  city: slug,
  stage: oneOf(stages),
  schedule: oneOf([...schedules, missed, silent]),
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
  after: cursor,
  before: cursor,
});
