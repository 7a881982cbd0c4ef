import "server-only";
import { database } from "@/lib/db/client";
import { type EditionContent, readEditionContent } from "@/lib/domain/record/edition";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { PublicRating } from "@/lib/domain/review/evidence-rating";
import { toDay } from "@/lib/domain/values/day";
import { isSlug } from "@/lib/domain/values/slug";
import { findWithholding, type Withheld } from "@/lib/queries/public/as-of";
import { type Change, listChanges, shownEditions } from "@/lib/queries/public/changes";
import { type EditionFacts, editionFacts } from "@/lib/queries/public/editions";
import { type PublicFile, publicFiles, toPublicFiles } from "@/lib/queries/public/files";
import {
  type OrganisationsOfProject,
  partnersOfPeriod,
  toOrganisations,
} from "@/lib/queries/public/organisations";
import { findPublicTitles, type PublicTitle } from "@/lib/queries/public/project";
import { listRatings } from "@/lib/queries/public/ratings";

/** The address of an edition's record: a plan by its period, a project by its slug. */
export type EditionAddress = { kind: RecordKind; city: string; slug: string; number: string };

/** The city and record of an edition. */
export type EditionPlace = {
  kind: RecordKind;
  slug: string;
  citySlug: string;
  cityName: string;
  countryCode: string;
  countryName: string;
};

/** One edition as its permanent address shows it, or the notice in its place while its record is withheld. */
export type EditionPage = { place: EditionPlace } & (
  | { withheld: Withheld }
  | {
      withheld: null;
      recordId: string;
      edition: EditionFacts;
      /**
       * True when the public ever read it as the present edition: a later one of the same day may have replaced it.
       * Lists show only these.
       */
      wasEffective: boolean;
      content: EditionContent;
      files: PublicFile[];
      /** The record's editions, newest first, with this one. */
      editions: Change[];
      /** Ratings of the evidence for this edition or an earlier one. */
      ratings: PublicRating[];
      publicTitles: Record<string, PublicTitle>;
      /** What its partners' names mean; nothing of an edition that the public never read as the present one. */
      organisations: OrganisationsOfProject;
    }
);

/** Returns the edition at this address, whether or not it is the present one; null when it does not exist. */
export async function findEditionPage(address: EditionAddress): Promise<EditionPage | null> {
  const found = await findPlace(address);
  if (!found) return null;
  const { recordId, place } = found;
  const [withheld, edition] = await Promise.all([
    findWithholding(recordId),
    findEdition(recordId, address.number),
  ]);
  if (!edition) return null;
  if (withheld) return { place, withheld };
  const { content, files, period, ...facts } = edition;
  const effectiveOn = toDay(facts.effectiveOn);
  const read = readEditionContent(content);
  const related = read.kind === "project" ? read.fields.relatedProjects : [];
  const partners = read.kind === "project" ? read.fields.partners : [];
  const [page, ratings, publicTitles] = await Promise.all([
    listChanges({ asOf: null, limit: shownEditions, recordId }),
    listRatings(recordId, effectiveOn),
    findPublicTitles(
      related.flatMap((item) => item.project ?? []),
      effectiveOn,
    ),
  ]);
  return {
    place,
    withheld: null,
    recordId,
    edition: { ...facts, effectiveOn },
    wasEffective: period !== null,
    content: read,
    files: toPublicFiles(files),
    editions: page?.changes ?? [],
    ratings: ratings.filter((rating) => rating.edition <= facts.number),
    publicTitles,
    organisations: toOrganisations(partners, period?.partners ?? []),
  };
}

/** Returns what a citation of the edition needs; "withheld" while its record is, null when it does not exist. */
export async function findCitedEdition(
  address: EditionAddress,
): Promise<{ place: EditionPlace; edition: EditionFacts; title: string } | "withheld" | null> {
  const found = await findPlace(address);
  if (!found) return null;
  const [withheld, edition] = await Promise.all([
    findWithholding(found.recordId),
    findEdition(found.recordId, address.number),
  ]);
  if (!edition) return null;
  if (withheld) return "withheld";
  const { content, files: _files, period: _period, ...facts } = edition;
  const read = readEditionContent(content);
  return {
    place: found.place,
    edition: { ...facts, effectiveOn: toDay(facts.effectiveOn) },
    title: read.kind === "project" ? read.fields.title : "",
  };
}

async function findPlace({ kind, city, slug, number }: EditionAddress) {
  if (!isSlug(city) || !isSlug(slug) || !/^[1-9]\d{0,5}$/u.test(number)) return null;
  const period = await database().editionPeriod.findFirst({
    where: { kind, slug, city: { slug: city } },
    select: {
      recordId: true,
      city: { select: { name: true, country: { select: { code: true, name: true } } } },
    },
  });
  if (!period) return null;
  const { name: cityName, country } = period.city;
  const place = { kind, slug, citySlug: city, cityName };
  return {
    recordId: period.recordId,
    place: { ...place, countryCode: country.code, countryName: country.name },
  };
}

function findEdition(recordId: string, number: string) {
  return database().edition.findUnique({
    where: { recordId_number: { recordId, number: Number(number) } },
    select: {
      ...editionFacts,
      content: true,
      files: publicFiles,
      period: { select: { partners: partnersOfPeriod } },
    },
  });
}
