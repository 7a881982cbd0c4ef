import "server-only";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { AimSources, PlanOfCity } from "@/lib/domain/progress/city-aims";
import { facet } from "@/lib/domain/site/facets";
import type { Day } from "@/lib/domain/values/day";
import { whereEffectiveOn } from "@/lib/queries/public/as-of";
import { listAssessments } from "@/lib/queries/public/assessments";
import { readPlan } from "@/lib/queries/public/content";
import { isEffectiveOn } from "@/lib/queries/public/project-filters";
import { type ListedProject, readListed } from "@/lib/queries/public/projects";

/** Of which cities: all of them, those of a country, or one. `outcome` leaves out what has nothing to do with it. */
type Scope = { city?: string; country?: string; outcome?: string };

/** More projects than this are not read for one page: the first ones by city. */
const maxProjects = 400;

/**
 * Reads what cities aim at on a day: the plans with their targets, the projects with indicators or with a milestone that
 * answers a target, and of all that the subjects and the assessments. Of an outcome it reads every project that
 * states or is assessed to serve it too, of one city every project.
 */
export async function readAims(scope: Scope, asOf: Day | null): Promise<AimSources<ListedProject>> {
  const { outcome } = scope;
  const [plans, ofOutcome] = await Promise.all([
    listPlansOn(scope, asOf),
    outcome ? listAssessments({ asOf, outcome }) : [],
  ]);
  const found = await listProjectsWithAims(scope, asOf, plans, ofOutcome);
  const projects = await readListed(found.slice(0, maxProjects));
  const recordIds = [...plans, ...projects].map(({ id }) => id);
  const [subjects, assessments] = await Promise.all([
    listSubjectsOf(recordIds),
    outcome ? ofOutcome : listAssessments({ asOf, recordIds }),
  ]);
  return { plans, projects, subjects, assessments, isWhole: found.length <= maxProjects };
}

async function listPlansOn({ city, country }: Scope, asOf: Day | null): Promise<PlanOfCity[]> {
  const periods = await database().editionPeriod.findMany({
    where: {
      kind: "plan",
      city: { ...(city && { slug: city }), ...(country && { countryCode: country }) },
      AND: [whereEffectiveOn(asOf)],
    },
    // Slugs are periods: of a city with several plans the newest one comes first.
    orderBy: [{ cityName: "asc" }, { slug: "desc" }],
    distinct: ["cityName", "cityId"],
    select: {
      recordId: true,
      city: { select: { slug: true, name: true, countryCode: true } },
      edition: { select: { content: true } },
    },
  });
  return periods.map(({ recordId, city: { slug, name, countryCode }, edition }) => ({
    id: recordId,
    citySlug: slug,
    cityName: name,
    countryCode,
    fields: readPlan(edition.content),
  }));
}

function listProjectsWithAims(
  { city, country, outcome }: Scope,
  asOf: Day | null,
  plans: PlanOfCity[],
  assessed: { recordId: string }[],
): Promise<{ editionId: string }[]> {
  const targets = plans.flatMap(({ fields }) => fields.strategicTargets);
  const answers = targets.flatMap(({ indicator, milestone }) =>
    [indicator, milestone].filter((id) => id !== null),
  );
  const assessedIds = assessed.map(({ recordId }) => recordId);
  const serves = outcome
    ? Prisma.sql`s.measures -> 'indicators' @> ${JSON.stringify([{ outcome }])}::jsonb`
    : Prisma.sql`true`;
  return database().$queryRaw`
    select s."editionId"
    from "EditionPeriod" s
    join "City" c on c.id = s."cityId"
    where ${isEffectiveOn(asOf)}
      and ${city ?? ""}::text in ('', c.slug) and ${country ?? ""}::text in ('', c."countryCode"::text)
      and (${city !== undefined} or s.facets @> array[${facet("indicators", "yes")}] and ${serves}
        or s.facets @> array[${facet("outcome", outcome ?? "")}]
        or s."recordId" = any(${assessedIds}::uuid[])
        or exists (
          select 1 from "Edition" e
          cross join lateral jsonb_array_elements(
            (e.content -> 'fields' -> 'indicators') || (e.content -> 'fields' -> 'milestones')) as entry
          where e.id = s."editionId" and entry ->> 'id' = any(${answers}::text[])))
    order by s."cityName", s.title, s."recordId" limit ${maxProjects + 1}`;
}

/** The subjects of what is within these records, and of the projects themselves, by the id of the item. */
async function listSubjectsOf(recordIds: string[]): Promise<Record<string, string[]>> {
  const links = await database().subjectLink.findMany({
    where: { recordId: { in: recordIds } },
    orderBy: { position: "asc" },
    select: { itemId: true, subjectSlug: true },
  });
  const subjects: Record<string, string[]> = {};
  for (const { itemId, subjectSlug } of links)
    subjects[itemId] = [...(subjects[itemId] ?? []), subjectSlug];
  return subjects;
}
