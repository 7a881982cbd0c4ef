import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Aggregate } from "@/lib/domain/progress/aggregate";
import type { PlanFields } from "@/lib/domain/record/plan";
import { type Day, fromDay, toDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { findWithheldPlan, type Withheld, whereEffectiveOn } from "@/lib/queries/public/as-of";
import { type Change, listChanges, shownEditions } from "@/lib/queries/public/changes";
import { readPlan } from "@/lib/queries/public/content";
import { type EditionFacts, editionFacts } from "@/lib/queries/public/editions";
import { type ListedProject, listPublicProjects } from "@/lib/queries/public/projects";
import { type AggregateRow, toAggregate } from "@/lib/queries/public/totals";

/** One figure of a city's profile with its year and boundary. */
type Figure = {
  kind: "population" | "land_area_km2" | "density_per_km2";
  value: number;
  year: number | null;
  boundaryNote: string | null;
  source: string;
};

/** A city's plan by its edition of the day. */
type PublicPlan = {
  id: string;
  slug: string;
  edition: EditionFacts;
  fields: PlanFields;
  /** The changes in each edition up to the day, newest first. */
  editions: Change[];
};

export type PublicCity = {
  slug: string;
  name: string;
  localName: string | null;
  officialLanguages: string[];
  country: { code: string; name: string };
  latitude: number;
  longitude: number;
  timeZone: string;
  cohort: string;
  joinedYear: number;
  isCapital: boolean;
  note: string | null;
  membershipSource: string;
  figures: Figure[];
  plan: PublicPlan | null;
  /** The notice in place of its plan's profile, when that is withheld. */
  withheldPlan: Withheld | null;
  aggregate: Aggregate;
};

/** Returns the city with this slug on a day, with its plan and aggregate; null when it does not exist. */
export async function findCity(slug: string, asOf: Day | null): Promise<PublicCity | null> {
  if (!isSlug(slug)) return null;
  const city = await database().city.findUnique({ where: { slug }, select: citySelect });
  if (!city) return null;
  const { id, figures, ...rest } = city;
  const [plan, withheldPlan, aggregate] = await Promise.all([
    findPlan(id, asOf),
    findWithheldPlan(id),
    findAggregate(id, asOf),
  ]);
  return {
    ...rest,
    figures: figures.map((figure) => ({ ...figure, value: figure.value.toNumber() })),
    plan,
    withheldPlan,
    aggregate,
  };
}

/** Returns a city's projects on a day, listed and closed apart. At most `limit` of each. */
export async function listProjectsOfCity(
  city: string,
  asOf: Day | null,
  limit: number,
): Promise<{ listed: ListedProject[]; hasMore: boolean; closed: ListedProject[] }> {
  const [listed, closed] = await Promise.all([
    listPublicProjects({ city }, { asOf, limit }),
    listPublicProjects({ city, closing: "closed" }, { asOf, limit }),
  ]);
  if ("unknown" in listed || "unknown" in closed) return { listed: [], hasMore: false, closed: [] };
  return {
    listed: listed.projects,
    hasMore: listed.nextCursor !== null,
    closed: closed.projects,
  };
}

const citySelect = {
  id: true,
  slug: true,
  name: true,
  localName: true,
  officialLanguages: true,
  country: { select: { code: true, name: true } },
  latitude: true,
  longitude: true,
  timeZone: true,
  cohort: true,
  joinedYear: true,
  isCapital: true,
  note: true,
  membershipSource: true,
  figures: {
    select: { kind: true, value: true, year: true, boundaryNote: true, source: true },
    orderBy: [{ kind: "asc" }, { year: "desc" }],
  },
} satisfies Prisma.CitySelect;

async function findPlan(cityId: string, asOf: Day | null): Promise<PublicPlan | null> {
  const period = await database().editionPeriod.findFirst({
    where: { cityId, kind: "plan", AND: [whereEffectiveOn(asOf)] },
    // Slugs are periods: the newest plan comes first.
    orderBy: { slug: "desc" },
    select: {
      slug: true,
      recordId: true,
      edition: {
        select: { ...editionFacts, content: true },
      },
    },
  });
  if (!period) return null;
  const { content, ...edition } = period.edition;
  const page = await listChanges({ asOf, limit: shownEditions, recordId: period.recordId });
  return {
    id: period.recordId,
    slug: period.slug,
    edition: { ...edition, effectiveOn: toDay(edition.effectiveOn) },
    fields: readPlan(content),
    editions: page?.changes ?? [],
  };
}

async function findAggregate(cityId: string, asOf: Day | null): Promise<Aggregate> {
  const row = await database().cityAggregate.findFirst({
    where: { cityId, kind: "city", fromDay: { lte: fromDay(asOf ?? toDay(new Date())) } },
    orderBy: { fromDay: "desc" },
  });
  return toAggregate(row as AggregateRow | null);
}
