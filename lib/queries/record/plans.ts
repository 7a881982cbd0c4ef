import "server-only";
import { database } from "@/lib/db/client";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import { ownCityIds, type SignedIn } from "@/lib/domain/people/actor";
import { periodOf } from "@/lib/domain/record/plan";
import { visiblePlans } from "@/lib/queries/shared/visible";

/** Lists the plans of the reader's own cities, for the navigation and the home page. */
export async function listOwnPlans(reader: SignedIn) {
  const cityIds = ownCityIds(reader);
  if (cityIds.length === 0) return [];
  return listPlansWhere(reader, { cityId: { in: cityIds } });
}

/** Lists every plan the reader may open. */
export async function listPlans(reader: SignedIn) {
  return listPlansWhere(reader, {});
}

/**
 * Returns the filter options of a table over every plan of the reader: their cities, and the terms of these plans'
 * frameworks.
 */
export async function getProjectTerms(reader: SignedIn) {
  const plans = await database().plan.findMany({
    where: visiblePlans(reader),
    orderBy: { city: { name: "asc" } },
    select: { frameworkId: true, city: { select: { slug: true, name: true, timeZone: true } } },
  });
  const frameworks = await Promise.all(
    [...new Set(plans.map((plan) => plan.frameworkId))].map((id) =>
      getFrameworkTerms(database(), { id }),
    ),
  );
  return {
    cities: bySlug(plans.map((plan) => plan.city)),
    framework: {
      focusAreas: bySlug(frameworks.flatMap((framework) => framework.focusAreas)),
      outcomes: bySlug(frameworks.flatMap((framework) => framework.outcomes)),
    },
  };
}

function bySlug<T extends { slug: string }>(terms: T[]): T[] {
  return [...new Map(terms.map((term) => [term.slug, term])).values()];
}

async function listPlansWhere(reader: SignedIn, where: { cityId?: { in: string[] } }) {
  const plans = await database().plan.findMany({
    where: { AND: [where, visiblePlans(reader)] },
    orderBy: [{ city: { name: "asc" } }, { startYear: "desc" }],
    select: {
      id: true,
      startYear: true,
      endYear: true,
      city: { select: { name: true, countryCode: true } },
      _count: { select: { projects: true } },
    },
  });
  return plans.map((plan) => ({
    id: plan.id,
    cityName: plan.city.name,
    countryCode: plan.city.countryCode,
    period: periodOf(plan),
    projects: plan._count.projects,
  }));
}
