import "server-only";
import { database } from "@/lib/db/client";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { notWithheld } from "@/lib/queries/public/as-of";

/** A day from which editions of a city hold, and how many. */
export type CityDay = { day: Day; editions: number };

/** Returns a city's names; null when it does not exist. */
export async function findCityNames(slug: string) {
  if (!isSlug(slug)) return null;
  return database().city.findUnique({
    where: { slug },
    select: { name: true, localName: true, officialLanguages: true },
  });
}

/** Lists the days up to this one from which an edition of the city's plan or projects holds, newest first. */
export async function listCityDays(citySlug: string, asOf: Day | null): Promise<CityDay[]> {
  const days = await database().edition.groupBy({
    by: ["effectiveOn"],
    where: {
      city: { slug: citySlug },
      ...(asOf !== null && { effectiveOn: { lte: fromDay(asOf) } }),
      ...notWithheld,
    },
    _count: true,
    orderBy: { effectiveOn: "desc" },
    take: shownDays,
  });
  return days.map(({ effectiveOn, _count }) => ({ day: toDay(effectiveOn), editions: _count }));
}

/** A city that publishes every month has this many in eight years. */
const shownDays = 100;
