import type { LateReason } from "@/lib/domain/progress/late";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { ProjectFields } from "@/lib/domain/record/project";
import { facetNames } from "@/lib/domain/site/facet-names.mjs";

export type FacetName = (typeof facetNames)[number];

/** The value of a facet when the project does not state it. */
export const noValue = "none";
/** The schedule facet of a project that missed a date that it had promised (late.ts), whatever the city declares. */
export const missed = "missed" satisfies LateReason;
/** The schedule facet of a project of which a date passed with nothing reported since; it depends on the reader's day. */
export const silent = "silent" satisfies LateReason;
/** The value for support needed of any kind. */
export const anySupport = "any";

/** Returns a facet as it is stored: "stage:ongoing". */
export function facet(name: FacetName, value: string): string {
  return `${name}:${value}`;
}

/** Returns all facets of a project's edition, without duplicates; `subjects` are the slugs of what it is about. */
export function facetsOf(
  project: ProjectFields,
  {
    city,
    lateReasons,
    origin,
    partners,
    subjects,
  }: {
    city: { countryCode: string; joinedYear: number };
    lateReasons: LateReason[];
    origin: EditionOrigin;
    /** The slugs of its partners: of the organisations that their names mean, else of the names. */
    partners: string[];
    subjects: string[];
  },
): string[] {
  const openNeeds = project.supportNeeded.filter((need) => !need.isMet).map(({ kind }) => kind);
  const values: Record<FacetName, (string | null)[]> = {
    country: [city.countryCode],
    cohort: [String(city.joinedYear)],
    focusArea: [project.focusAreas[0]?.focusArea ?? noValue],
    projectType: project.focusAreas.map(({ projectType }) => projectType),
    subject: subjects,
    outcome: orNone(project.contributions.map(({ outcome }) => outcome)),
    stage: [project.stage],
    schedule: [project.schedule ?? noValue, lateReasons.includes(missed) ? missed : null],
    closing: [project.closing ?? noValue],
    startsIn: [project.startsOn?.slice(0, 4) ?? noValue],
    endsIn: [project.endsOn?.slice(0, 4) ?? noValue],
    support: openNeeds.length > 0 ? [anySupport, ...openNeeds] : [],
    partner: partners,
    evidence: [project.evidence.length > 0 ? "yes" : "no"],
    indicators: [project.indicators.length > 0 ? "yes" : "no"],
    origin: [origin],
  };
  const facets = facetNames.flatMap((name) =>
    values[name].flatMap((value) => (value ? facet(name, value) : [])),
  );
  return [...new Set(facets)];
}

function orNone(values: string[]): string[] {
  return values.length > 0 ? values : [noValue];
}
