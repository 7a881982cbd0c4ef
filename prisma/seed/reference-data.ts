import type { Tx } from "@/lib/db/client";
import { fromDay } from "@/lib/domain/values/day";
import type { CityData, FrameworkData } from "./data";
import { idOf } from "./ids";

export const frameworkSlug = "ascf-2018";

/** The national bodies that represent the countries, as of January 2026 (the network's contact list; bodies only). */
const representativeBodies: Record<string, string> = {
  BN: "Ministry of Transport and Infocommunications",
  KH: "Ministry of Interior",
  ID: "Ministry of Home Affairs",
  LA: "Ministry of Public Works and Transport",
  MY: "Ministry of Housing and Local Government",
  MM: "Nay Pyi Taw Development Committee",
  PH: "Department of the Interior and Local Government",
  SG: "Ministry of National Development (Centre for Liveable Cities)",
  TH: "Ministry of Digital Economy and Society (depa)",
  TL: "Ministry of Planning and Strategic Investment",
  VN: "Ministry of Construction",
};

/** Adds the missing countries. Existing ones keep the changes of an administrator. */
export async function addCountries(tx: Tx, cities: CityData[]): Promise<void> {
  const names = new Map(cities.map((city) => [city.countryCode, city.country]));
  await tx.country.createMany({
    data: [...names].map(([code, name]) => ({
      code,
      name,
      representativeBody: representativeBodies[code] ?? null,
    })),
    skipDuplicates: true,
  });
}

/** Adds the framework with its outcomes, focus areas, project types and enablers, as far as they are missing. */
export async function addFramework(tx: Tx, framework: FrameworkData): Promise<void> {
  const frameworkId = idOf("framework", frameworkSlug);
  const toTerm = (kind: string) => (term: FrameworkData["enablers"][number], index: number) => ({
    id: idOf(kind, frameworkSlug, term.id),
    frameworkId,
    slug: term.id,
    name: term.name,
    description: term.description,
    position: index + 1,
    source: term.source,
  });
  await tx.framework.createMany({
    data: {
      id: frameworkId,
      slug: frameworkSlug,
      name: framework.meta.name.replace(/ \(.*\)$/, ""),
      version: "2018",
      endorsedOn: fromDay(framework.meta.endorsed.date),
      source: framework.meta.endorsed.source,
    },
    skipDuplicates: true,
  });
  await tx.outcome.createMany({
    data: framework.strategicOutcomes.map(toTerm("outcome")),
    skipDuplicates: true,
  });
  await tx.focusArea.createMany({
    data: framework.focusAreas.map(toTerm("focusArea")),
    skipDuplicates: true,
  });
  await tx.projectType.createMany({
    data: framework.focusAreas.flatMap((area) =>
      area.projectTypes.map((type) => ({
        id: idOf("projectType", frameworkSlug, type.id),
        focusAreaId: idOf("focusArea", frameworkSlug, area.id),
        slug: type.id.split(".").at(-1) as string,
        name: type.name,
        firstReportYear: type.firstUsedInReport,
        source: type.source,
      })),
    ),
    skipDuplicates: true,
  });
  await tx.enabler.createMany({
    data: framework.enablers.map(toTerm("enabler")),
    skipDuplicates: true,
  });
}

/** Adds one city with the figures that sources state about it. */
export async function addCity(tx: Tx, city: CityData): Promise<void> {
  const id = idOf("city", city.slug);
  await tx.city.createMany({
    data: {
      id,
      slug: city.slug,
      name: city.name,
      localName: city.localName,
      countryCode: city.countryCode,
      latitude: city.lat,
      longitude: city.lng,
      timeZone: city.timezone,
      officialLanguages: city.officialLanguages,
      cohort: city.cohort,
      joinedYear: city.joined,
      isCapital: city.isCapital,
      note: city.notes,
      membershipSource: city.membershipSource,
      confidence: city.confidence,
    },
    skipDuplicates: true,
  });
  await tx.cityFigure.createMany({ data: figuresOf(city, id), skipDuplicates: true });
}

function figuresOf(city: CityData, cityId: string) {
  const { population, populationRecent, landAreaKm2, densityStated } = city;
  const asPlanned = "as stated in the city's 2018 action plan";
  return [
    figure("population", population, population.basis),
    populationRecent &&
      figure(
        "population",
        populationRecent,
        "third-party collection; boundary and year not stated",
      ),
    landAreaKm2 && figure("land_area_km2", landAreaKm2, asPlanned),
    densityStated !== null &&
      landAreaKm2 &&
      figure("density_per_km2", { ...landAreaKm2, value: densityStated }, asPlanned),
  ]
    .filter((row) => row !== null && row !== undefined && row !== false)
    .map((row, index) => ({ id: idOf("figure", city.slug, row.kind, index), cityId, ...row }));
}

function figure(
  kind: "population" | "land_area_km2" | "density_per_km2",
  { value, year, source }: { value: number; year: number | null; source: string },
  boundaryNote: string,
) {
  return { kind, value, year, source, boundaryNote };
}
