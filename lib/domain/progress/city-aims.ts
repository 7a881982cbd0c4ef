import type { Assessment } from "@/lib/domain/assessment/assessment";
import { type Aim, aimOfIndicator, aimOfTarget, aimStates } from "@/lib/domain/progress/aims";
import type { Answering } from "@/lib/domain/progress/promises";
import type { PlanFields } from "@/lib/domain/record/plan";
import { isListed, type ProjectFields } from "@/lib/domain/record/project";
import type { Day } from "@/lib/domain/values/day";

type OfCity = { id: string; citySlug: string; cityName: string; countryCode: string };

/** The plan of a city, by its edition of a day. */
export type PlanOfCity = OfCity & { fields: PlanFields };

type ProjectOfCity = OfCity & Answering & { slug: string; fields: ProjectFields };

/** What it is read from: plans and projects, and what the tracker says of them and their items. */
export type AimSources<Project extends ProjectOfCity = ProjectOfCity> = {
  plans: PlanOfCity[];
  projects: Project[];
  /** The subjects of projects, targets and indicators, by id. */
  subjects: Record<string, string[]>;
  assessments: Assessment[];
  /** False where there are more projects than a page reads. */
  isWhole: boolean;
};

/** That something serves an outcome: its city states so, or the tracker assesses it. */
type Serving = {
  outcome: string;
  basis: "stated" | "assessed";
  /** Null where it is stated. */
  assessment: Assessment | null;
};

/** Something that a city aims at, with the city, what it is about, and the outcomes that it serves. */
export type AimOfCity<Project = ProjectOfCity> = Aim & {
  city: Omit<OfCity, "id">;
  /** The project of the indicator; of a target the one that answers it. Null where there is none. */
  project: Project | null;
  /** The first one is the one under which it stands. */
  subjects: string[];
  serves: Serving[];
};

/**
 * What these cities aim at and where it stands on a day: the targets of the plans, then the indicators of the projects.
 */
export function aimsOfCities<Project extends ProjectOfCity>(
  sources: AimSources<Project>,
  today: Day,
): AimOfCity<Project>[] {
  const { plans, projects, subjects } = sources;
  const servesOf = (id: string, stated: string | null) =>
    servingsOf(sources, id, stated ? [stated] : []);
  const targets = plans.flatMap(({ fields, ...plan }) => {
    const own = projects.filter((project) => project.citySlug === plan.citySlug);
    return fields.strategicTargets.map((target) => ({
      ...aimOfTarget(target, own, today),
      city: cityOf(plan),
      project:
        own.find(({ fields: { indicators, milestones } }) =>
          [...indicators, ...milestones].some(
            ({ id }) => id === target.indicator || id === target.milestone,
          ),
        ) ?? null,
      subjects: subjects[target.id] ?? [],
      serves: servesOf(target.id, target.outcome),
    }));
  });
  const indicators = projects.flatMap((project) =>
    project.fields.indicators.map((indicator) => ({
      ...aimOfIndicator(indicator, project, today),
      city: cityOf(project),
      project,
      subjects: subjects[indicator.id] ?? subjects[project.id] ?? [],
      serves: servesOf(indicator.id, indicator.outcome),
    })),
  );
  return [...targets, ...indicators];
}

/** What a project, a target or an indicator serves: what its city states, then what the tracker assesses beside that. */
export function servingsOf(
  { assessments }: Pick<AimSources, "assessments">,
  id: string,
  stated: string[],
): Serving[] {
  return [
    ...stated.map((outcome) => ({ outcome, basis: "stated" as const, assessment: null })),
    ...assessments
      .filter(({ recordId, entryId }) => (entryId ?? recordId) === id)
      .filter(({ outcome }) => !stated.includes(outcome))
      .map((each) => ({ outcome: each.outcome, basis: "assessed" as const, assessment: each })),
  ];
}

/** The listed projects that serve an outcome as a whole, each with whose words say so. */
export function projectsServing<Project extends ProjectOfCity>(
  sources: AimSources<Project>,
  outcome: string,
): (Project & { serving: Serving })[] {
  return sources.projects.flatMap((project) => {
    const stated = project.fields.contributions.map((contribution) => contribution.outcome);
    const serving = servingsOf(sources, project.id, stated).find(
      (each) => each.outcome === outcome,
    );
    return serving && isListed(project.fields) ? { ...project, serving } : [];
  });
}

function cityOf({ citySlug, cityName, countryCode }: OfCity) {
  return { citySlug, cityName, countryCode };
}

/**
 * Those that serve an outcome, each once: an indicator that answers a target which serves it too is shown with the target.
 * By where they stand, then by city.
 */
export function aimsServing<
  A extends Pick<AimOfCity, "id" | "answeredBy" | "serves" | "state" | "city">,
>(aims: A[], outcome: string): A[] {
  const serving = aims.filter(({ serves }) => serves.some((each) => each.outcome === outcome));
  const answering = new Set(serving.map(({ answeredBy }) => answeredBy));
  return serving
    .filter(({ id }) => !answering.has(id))
    .toSorted(
      (a, b) =>
        aimStates.indexOf(a.state) - aimStates.indexOf(b.state) ||
        a.city.cityName.localeCompare(b.city.cityName),
    );
}

/** Whose words it is that something serves an outcome; what its city states comes first. */
export function basisOf(serves: Serving[], outcome: string): Serving["basis"] | null {
  return serves.find((each) => each.outcome === outcome)?.basis ?? null;
}

/** These by subject, in the order of the network's subjects; what is about none of them comes last, under null. */
export function bySubject<A extends Pick<AimOfCity, "subjects">, S extends { slug: string }>(
  aims: A[],
  subjects: S[],
): { subject: S | null; aims: A[] }[] {
  return [...subjects, null]
    .map((subject) => ({
      subject,
      aims: aims.filter(({ subjects: [first] }) => (first ?? null) === (subject?.slug ?? null)),
    }))
    .filter((group) => group.aims.length > 0);
}
