import { licence } from "@/lib/domain/open-data/licence";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { addressOf, editionPath, type PageContext } from "@/lib/domain/site/page-context";
import { type Day, toDay } from "@/lib/domain/values/day";

/** Something in the words of schema.org. What is undefined is not said. */
export type LinkedData = { [name: string]: unknown };

/** Of which city something is. */
export type PlaceFacts = {
  slug: string;
  name: string;
  localName?: string | null;
  countryCode: string;
  countryName: string;
  latitude?: number;
  longitude?: number;
};

/** Who shows it, and where: "https://plans.example.org". */
export type Publisher = { name: string; origin: string };

type Edition = { number: number; effectiveOn: Day; publishedAt: Date; hash: string };

/** Returns a city's government, as what plans and reports. */
export function cityLinkedData(
  city: PlaceFacts,
  reading: PageContext,
  { origin }: Publisher,
): LinkedData {
  return {
    "@type": "GovernmentOrganization",
    "@id": cityId(city.slug, origin),
    name: city.name,
    alternateName: city.localName ?? undefined,
    url: `${origin}${addressOf({ ...reading, asOf: null }, `/cities/${city.slug}`)}`,
    areaServed: placeOf(city),
  };
}

/** Returns a project of a city. */
export function projectLinkedData(
  { id, slug, fields }: { id: string; slug: string; fields: ProjectFields },
  city: PlaceFacts,
  reading: PageContext,
  { origin }: Publisher,
): LinkedData {
  const path = `/cities/${city.slug}/projects/${slug}`;
  return {
    "@type": "Project",
    "@id": `${origin}/en${path}#project`,
    identifier: `urn:uuid:${id}`,
    name: fields.title,
    alternateName: fields.localTitle || undefined,
    description: fields.summary || undefined,
    url: `${origin}${addressOf({ ...reading, asOf: null }, path)}`,
    foundingDate: fields.startsOn ?? undefined,
    dissolutionDate: fields.endedOn ?? undefined,
    parentOrganization: { "@id": cityId(city.slug, origin) },
    location: placeOf(city),
  };
}

/**
 * Returns an edition of a record, as the data that it is: numbered, dated, with its fingerprint and where to have it.
 */
export function editionLinkedData(
  {
    kind,
    slug,
    title,
    description,
    edition,
    sources,
    dataPath,
  }: {
    kind: RecordKind;
    slug: string;
    title: string;
    /** In fifty characters at least: search engines ask for so many. */
    description: string;
    edition: Edition;
    sources: { address: string }[];
    /** Where the open data has it: "/api/v1/cities/phuket". */
    dataPath: string;
  },
  city: PlaceFacts,
  reading: PageContext,
  { name, origin }: Publisher,
): LinkedData {
  const path = editionPath({ kind, slug, citySlug: city.slug }, edition.number);
  const address = `${origin}${addressOf({ ...reading, asOf: null }, path)}`;
  const addresses = sources.flatMap((source) => source.address || []);
  return {
    "@type": "Dataset",
    "@id": `${origin}/en${path}`,
    name: `${title}, ${city.name}`,
    description,
    url: address,
    identifier: `sha256:${edition.hash}`,
    version: String(edition.number),
    temporalCoverage: edition.effectiveOn,
    datePublished: toDay(edition.publishedAt),
    isAccessibleForFree: true,
    license: licence.address,
    creator: { "@id": cityId(city.slug, origin) },
    publisher: { "@type": "Organization", name, url: origin },
    spatialCoverage: placeOf(city),
    isBasedOn: addresses.length > 0 ? addresses : undefined,
    distribution: {
      "@type": "DataDownload",
      encodingFormat: "application/json",
      contentUrl: `${origin}${dataPath}`,
    },
  };
}

/**
 * As it stands in a page, within a script element: nothing in it can end that, or begin another. What JSON leaves
 * out stays out.
 */
export function toJsonLd(data: LinkedData): string {
  const text = JSON.stringify({ "@context": "https://schema.org", ...data });
  return text.replaceAll(/[<>&\u2028\u2029]/gu, (sign) => {
    return `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

function cityId(slug: string, origin: string) {
  return `${origin}/en/cities/${slug}#city`;
}

function placeOf({ name, countryCode, countryName, latitude, longitude }: PlaceFacts): LinkedData {
  return {
    "@type": "City",
    name,
    containedInPlace: { "@type": "Country", name: countryName, identifier: countryCode },
    geo:
      latitude === undefined || longitude === undefined
        ? undefined
        : { "@type": "GeoCoordinates", latitude, longitude },
  };
}
