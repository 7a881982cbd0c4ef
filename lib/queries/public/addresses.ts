import "server-only";
import { database } from "@/lib/db/client";
import { isSlug } from "@/lib/domain/values/slug";
import { whereEffectiveOn } from "@/lib/queries/public/as-of";

/** A public page by its path without language, and when its content was published. */
export type PageAddress = { path: string; publishedAt: Date | null };

/**
 * More projects than any city has, and more partners than a sitemap should list; with all languages of each, within the
 * limit of a sitemap.
 */
const maxProjectsOfCity = 1_500;

/** Lists the slugs of all cities. */
export async function listCitySlugs(): Promise<string[]> {
  const cities = await database().city.findMany({
    select: { slug: true },
    orderBy: { slug: "asc" },
  });
  return cities.map((city) => city.slug);
}

/** Lists the pages of a city and of its projects, closed ones too; null when the city does not exist. */
export async function listAddressesOf(citySlug: string): Promise<PageAddress[] | null> {
  if (!isSlug(citySlug)) return null;
  const city = await database().city.findUnique({
    where: { slug: citySlug },
    select: {
      periods: {
        where: whereEffectiveOn(null),
        take: maxProjectsOfCity,
        orderBy: { slug: "asc" },
        select: { kind: true, slug: true, edition: { select: { publishedAt: true } } },
      },
    },
  });
  if (!city) return null;
  const own = `/cities/${citySlug}`;
  const plan = city.periods.find((period) => period.kind === "plan");
  const projects = city.periods.filter((period) => period.kind === "project");
  return [
    { path: own, publishedAt: plan?.edition.publishedAt ?? null },
    ...projects.map(({ slug, edition }) => ({ path: `${own}/projects/${slug}`, ...edition })),
  ];
}

/** Lists the pages of partners named by listed projects now. */
export async function listPartnerAddresses(): Promise<PageAddress[]> {
  const partners = await database().periodPartner.findMany({
    where: { untilDay: null, isListed: true },
    distinct: ["slug"],
    take: maxProjectsOfCity,
    orderBy: { slug: "asc" },
    select: { slug: true },
  });
  return partners.map(({ slug }) => ({ path: `/partners/${slug}`, publishedAt: null }));
}

/** Returns the values of each parameter in addresses of pages about the whole network. */
export async function listAddressParts(): Promise<{ [parameter: string]: string[] }> {
  const [countries, areas, outcomes, reports] = await Promise.all([
    database().country.findMany({ select: { code: true }, orderBy: { code: "asc" } }),
    database().focusArea.findMany({
      distinct: ["slug"],
      select: { slug: true },
      orderBy: { slug: "asc" },
    }),
    database().outcome.findMany({
      distinct: ["slug"],
      select: { slug: true },
      orderBy: { slug: "asc" },
    }),
    database().report.findMany({
      where: { freezes: { some: {} } },
      select: { slug: true },
      orderBy: { asOf: "asc" },
    }),
  ]);
  return {
    code: countries.map(({ code }) => code),
    area: areas.map(({ slug }) => slug),
    outcome: outcomes.map(({ slug }) => slug),
    slug: reports.map(({ slug }) => slug),
  };
}
