import * as z from "zod";
import { field } from "@/lib/domain/open-data/field";

const computed = { source: "computed" } as const;
const count = z.int().min(0);

/** The schema of the numbers of listed projects by stage. */
export const countsData = z.object({
  total: field(count, "Listed projects.", { ...computed, unit: "projects" }),
  planning: field(count, "Of those, in planning.", { ...computed, unit: "projects" }),
  ongoing: field(count, "Of those, ongoing.", { ...computed, unit: "projects" }),
  completed: field(count, "Of those, completed.", { ...computed, unit: "projects" }),
  notStated: field(count, "Of those, whose stage is not stated.", {
    ...computed,
    unit: "projects",
  }),
});

/** The schema of the totals of a day. */
export const summaryData = z
  .object({
    asOf: field(z.iso.date(), "The date of the report.", { source: "tracker" }),
    cities: field(count, "Cities with at least one listed project.", {
      ...computed,
      unit: "cities",
    }),
    projects: field(countsData, "Listed projects by stage.", computed),
    byFocusArea: field(
      z.record(z.string(), count),
      "Listed projects by the slug of their main focus area.",
      { ...computed, unit: "projects" },
    ),
    byCountry: field(z.record(z.string(), count), "Listed projects by ISO 3166-1 alpha-2.", {
      ...computed,
      unit: "projects",
    }),
  })
  .meta({ id: "Summary" });
