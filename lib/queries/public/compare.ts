import "server-only";
import { database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { facet, silent } from "@/lib/domain/site/facets";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { isEffectiveOn } from "@/lib/queries/public/project-filters";
import { type ListedProject, readListed } from "@/lib/queries/public/projects";

/** A city in a comparison: for each property, how many of its listed projects state it. */
export type ComparedCity = {
  slug: string;
  name: string;
  localName: string | null;
  officialLanguages: string[];
  countryCode: string;
  countryName: string;
  joinedYear: number;
  /** Its listed projects, of the selected focus area if any. */
  total: number;
  /** Listed projects by facet (lib/domain/site/facets.ts): "stage:ongoing" → 4. */
  counts: Record<string, number>;
  /** The day from which the newest of their editions holds; null when there is none. */
  newest: Day | null;
};

/**
 * Compares the listed projects of these cities on a day, of one focus area or all; cities are sorted by name, because
 * any other order would be a ranking. Null when one of them does not exist. Reads the projects of these cities only.
 */
export async function compareCities(
  slugs: string[],
  { asOf, focusArea }: { asOf: Day | null; focusArea: string | null },
): Promise<ComparedCity[] | null> {
  const cities = await database().city.findMany({
    where: { slug: { in: slugs } },
    orderBy: { name: "asc" },
    select: {
      id: true,
      slug: true,
      name: true,
      localName: true,
      officialLanguages: true,
      countryCode: true,
      country: { select: { name: true } },
      joinedYear: true,
    },
  });
  if (cities.length < slugs.length) return null;
  const ids = cities.map(({ id }) => id);
  const ofArea = focusArea
    ? Prisma.sql`s.facets @> ${[facet("focusArea", focusArea)]}::text[]`
    : Prisma.sql`true`;
  const today = fromDay(asOf ?? toDay(new Date()));
  const rows = await database().$queryRaw<
    { cityId: string; facet: string; count: number; newest: Date }[]
  >`
    select s."cityId", f.facet, count(*)::int as count, max(s."fromDay") as newest
    from "EditionPeriod" s cross join lateral unnest(s.facets || array['all']
      || case when s."silentFrom" <= ${today}::date then ${[facet("schedule", silent)]}::text[] end) f (facet)
    where ${isEffectiveOn(asOf)} and s."isListed" and s."cityId" = any(${ids}::uuid[]) and ${ofArea}
    group by s."cityId", f.facet`;
  return cities.map(({ id, country, ...city }) => {
    const own = rows.filter(({ cityId }) => cityId === id);
    const all = own.find((row) => row.facet === "all");
    return {
      ...city,
      countryName: country.name,
      total: all?.count ?? 0,
      counts: Object.fromEntries(own.map((row) => [row.facet, row.count])),
      newest: all ? toDay(all.newest) : null,
    };
  });
}

/** Returns those of these projects that have an edition on a day, listed or closed, by title. */
export async function compareProjects(ids: string[], asOf: Day | null): Promise<ListedProject[]> {
  const found = await database().$queryRaw<{ editionId: string }[]>`
    select s."editionId" from "EditionPeriod" s
    where ${isEffectiveOn(asOf)} and s."recordId" = any(${ids}::uuid[])
    order by s.title, s."recordId"`;
  return readListed(found);
}
