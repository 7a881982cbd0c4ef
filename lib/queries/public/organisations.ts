import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { findMeanings } from "@/lib/db/organisations";
import type { OrganisationKind } from "@/lib/domain/organisation/kinds";
import { meantBy, nameKey } from "@/lib/domain/organisation/name";
import { isSlug } from "@/lib/domain/values/slug";
import { text } from "@/lib/domain/values/text";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** An organisation of the network's records. */
export type PublicOrganisation = {
  slug: string;
  name: string;
  kind: OrganisationKind;
  countryCode: string | null;
  /** In English, as the network calls its own countries. */
  countryName: string | null;
};

/** The organisations that the partners of one project mean, by the id of the partner's entry. */
export type OrganisationsOfProject = Record<string, PublicOrganisation>;

type Naming = { countryCode: string; partners: { id: string; name: string }[] };

/** Returns for each of these projects which organisations its partners mean, as names are matched today. */
export async function listOrganisationsOf(projects: Naming[]): Promise<OrganisationsOfProject[]> {
  const names = projects.flatMap(({ partners }) => partners.map(({ name }) => name));
  if (names.length === 0) return projects.map(() => ({}));
  const meanings = await findMeanings(database(), names);
  return projects.map(({ countryCode, partners }) =>
    Object.fromEntries(
      partners.flatMap(({ id, name }) => {
        const organisation = meantBy(meanings, name, countryCode);
        return organisation ? [[id, toPublicOrganisation(organisation)]] : [];
      }),
    ),
  );
}

/** An organisation with the names by which it is matched; `within` is the code of the one country where a name means it. */
export type NamedOrganisation = PublicOrganisation & {
  names: { name: string; within: string | null }[];
};

/** Lists the organisations, by slug, at most `limit` after the cursor, each with its names. Null for an invalid cursor. */
export async function pageOfOrganisations({
  cursor,
  limit,
}: {
  cursor: string | null;
  limit: number;
}): Promise<{ organisations: NamedOrganisation[]; nextCursor: string | null } | null> {
  const [after] = cursor === null ? [""] : (readCursor(cursor, [text(200)] as const) ?? []);
  if (after === undefined) return null;
  const [rows, countryNames] = await Promise.all([
    database().organisation.findMany({
      where: { mergedIntoId: null, slug: { gt: after } },
      orderBy: { slug: "asc" },
      take: limit + 1,
      select: namedColumns,
    }),
    listCountryNames(),
  ]);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    organisations: shown.map((row) => toNamedOrganisation(row, countryNames)),
    nextCursor: last ? toCursor([last.slug]) : null,
  };
}

/** Returns the organisation at this address with its names; null when there is none. */
export async function findOrganisation(slug: string): Promise<NamedOrganisation | null> {
  const [row, countryNames] = await Promise.all([
    database().organisation.findFirst({
      where: { slug, mergedIntoId: null },
      select: namedColumns,
    }),
    listCountryNames(),
  ]);
  return row && toNamedOrganisation(row, countryNames);
}

/**
 * Returns the slug of the partner that an address means: of an organisation, also by one of its names or by that of an
 * organisation that was merged into it. The slug itself where it means no organisation or several.
 */
export async function meantSlug(slug: string): Promise<string> {
  if (!isSlug(slug)) return slug;
  const own = await database().organisation.findUnique({
    where: { slug },
    select: { mergedInto: { select: { slug: true } } },
  });
  if (own) return own.mergedInto?.slug ?? slug;
  const isWritten = await database().periodPartner.findFirst({
    where: { slug },
    select: { editionId: true },
  });
  if (isWritten) return slug;
  const names = await database().organisationName.findMany({
    where: { key: nameKey(slug), organisationId: { not: null } },
    select: { organisation: { select: { slug: true } } },
  });
  const slugs = [...new Set(names.map(({ organisation }) => organisation?.slug ?? slug))];
  return slugs.length === 1 ? (slugs[0] ?? slug) : slug;
}

const namedColumns = {
  slug: true,
  name: true,
  kind: true,
  countryCode: true,
  names: { orderBy: [{ name: "asc" }, { within: "asc" }], select: { name: true, within: true } },
} satisfies Prisma.OrganisationSelect;

type Row = Prisma.OrganisationGetPayload<{ select: typeof namedColumns }>;

/** The address is matched like a name, but it is none. */
function toNamedOrganisation(row: Row, countryNames: Map<string, string>): NamedOrganisation {
  const names = row.names.filter(({ name }) => name !== row.slug || name === row.name);
  return {
    ...toPublicOrganisation({
      ...row,
      networkCountry: countryNames.get(row.countryCode ?? "") ?? null,
    }),
    names: names.map(({ name, within }) => ({ name, within: within || null })),
  };
}

/** Returns an organisation as pages show it; a country outside the network has its name from CLDR. */
export function toPublicOrganisation({
  slug,
  name,
  kind,
  countryCode,
  networkCountry,
}: Omit<PublicOrganisation, "countryName"> & {
  networkCountry: string | null;
}): PublicOrganisation {
  const cldr = new Intl.DisplayNames("en", { type: "region" });
  const countryName = countryCode && (networkCountry ?? cldr.of(countryCode) ?? countryCode);
  return { slug, name, kind, countryCode, countryName };
}

async function listCountryNames(): Promise<Map<string, string>> {
  const countries = await database().country.findMany({ select: { code: true, name: true } });
  return new Map(countries.map(({ code, name }) => [code, name]));
}
