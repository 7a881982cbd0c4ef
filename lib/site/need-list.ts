import "server-only";
import * as z from "zod";
import { countryNameIn } from "@/lib/domain/language/country-name";
import { supportKinds } from "@/lib/domain/record/project";
import { anySupport } from "@/lib/domain/site/facets";
import type { PageContext } from "@/lib/domain/site/page-context";
import { listRepresentedCountries } from "@/lib/queries/public/country";
import { projectFilters } from "@/lib/queries/public/project-filters";
import { countByValue, listPublicProjects } from "@/lib/queries/public/projects";
import { focusAreasIn } from "@/lib/site/framework-names";

const perPage = 30;
const maxCounted = 1000;
const values = [anySupport, ...supportKinds] as const;

const asked = projectFilters.pick({ country: true, focusArea: true, stage: true }).extend({
  kind: z.enum(supportKinds).optional(),
  cursor: z.string().optional(),
});

/** Returns the data of the page of support needed for its query, or the query values that are not valid. */
export async function readNeedList(context: PageContext, query: Record<string, string>) {
  const parsed = asked.safeParse(query);
  const [found, countries, areas] = await Promise.all([
    parsed.success
      ? find(context, parsed.data)
      : parsed.error.issues.map((issue) => issue.path.join(".")).join(", "),
    listRepresentedCountries(),
    focusAreasIn(context.locale),
  ]);
  const isFound = typeof found !== "string";
  return {
    choices: {
      countries: countries.map((country) => ({
        ...country,
        name: countryNameIn(context.locale, country.code, country.name),
      })),
      areas,
    },
    found: isFound ? found : null,
    unknown: isFound ? "" : found,
  };
}

async function find({ asOf }: PageContext, { kind, cursor, ...filters }: z.output<typeof asked>) {
  const support = kind ?? anySupport;
  const [page, counts] = await Promise.all([
    listPublicProjects({ ...filters, support }, { asOf, cursor: cursor ?? null, limit: perPage }),
    countByValue("support", values, { filters, asOf, max: maxCounted }),
  ]);
  if ("unknown" in page) return page.unknown;
  return "unknown" in counts ? String(counts.unknown) : { ...page, counts };
}
