import { licence } from "@/lib/domain/open-data/licence";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { ProjectFields } from "@/lib/domain/record/project";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { addressOf, editionPath, type PageContext } from "@/lib/domain/site/page-context";
import { type Day, toDay } from "@/lib/domain/values/day";

/** An object in the vocabulary of schema.org. Undefined values are left out. */
export type LinkedData = { [name: string]: unknown };

/** The city of something. */
export type PlaceFacts = {
  slug: string;
  name: string;
  localName?: string | null;
  countryCode: string;
  countryName: string;
  latitude?: number;
  longitude?: number;
};

/** The publisher and the address of the site: "https://plans.example.org". */
export type Publisher = { name: string; origin: string };

type Edition = {
  number: number;
  effectiveOn: Day;
  publishedAt: Date;
  hash: string;
  origin: EditionOrigin;
};

/** Returns a city's government, which its plans and reports are about. */
export function cityLinkedData(
  city: PlaceFacts,
  context: PageContext,
  { origin }: Publisher,
): LinkedData {
  return {
    "@type": "GovernmentOrganization",
    "@id": cityId(city.slug, origin),
    name: city.name,
    alternateName: city.localName ?? undefined,
    url: `${origin}${addressOf({ ...context, asOf: null }, `/cities/${city.slug}`)}`,
    areaServed: placeOf(city),
  };
}

/** Returns a project of a city. */
export function projectLinkedData(
  { id, slug, fields }: { id: string; slug: string; fields: ProjectFields },
  city: PlaceFacts,
  context: PageContext,
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
    url: `${origin}${addressOf({ ...context, asOf: null }, path)}`,
    foundingDate: fields.startsOn ?? undefined,
    dissolutionDate: fields.endedOn ?? undefined,
    parentOrganization: { "@id": cityId(city.slug, origin) },
    location: placeOf(city),
  };
}

/**
 * Returns an edition of a record as a data set about its city, with its number, dates, hash and download address. Its
 * creator is the city, or the tracker where it was read from documents.
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
    /** The description, which search engines want to have at least fifty characters. */
    description: string;
    edition: Edition;
    sources: { address: string }[];
    /** The address of its open data: "/api/v1/cities/phuket". */
    dataPath: string;
  },
  city: PlaceFacts,
  context: PageContext,
  { name, origin }: Publisher,
): LinkedData {
  const path = editionPath({ kind, slug, citySlug: city.slug }, edition.number);
  const address = `${origin}${addressOf({ ...context, asOf: null }, path)}`;
  const ofCity = { "@id": cityId(city.slug, origin) };
  const tracker = { "@type": "Organization", name, url: origin };
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
    creator: edition.origin === "city" ? ofCity : tracker,
    about: ofCity,
    publisher: tracker,
    spatialCoverage: placeOf(city),
    isBasedOn: addresses.length > 0 ? addresses : undefined,
    distribution: {
      "@type": "DataDownload",
      encodingFormat: "application/json",
      contentUrl: `${origin}${dataPath}`,
    },
  };
}

/** Returns the text for a script element of a page. All characters that could end the element are escaped. */
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
