import "server-only";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { OrganisationFacts } from "@/lib/domain/organisation/kinds";
import { nameKey } from "@/lib/domain/organisation/name";
import { isSlug } from "@/lib/domain/values/slug";
import { text } from "@/lib/domain/values/text";
import { readCursor, toCursor } from "@/lib/queries/public/cursor";

/** An organisation with the last part of the address of its page. */
export type PublicOrganisation = OrganisationFacts & { slug: string };

const organisation = {
  slug: true,
  name: true,
  kind: true,
  countryCode: true,
} satisfies Prisma.OrganisationSelect;

/** The organisations that the partners of one project mean, by the id of the partner's entry. */
export type OrganisationsOfProject = Record<string, PublicOrganisation>;

/** The columns of a period's partners, of which `toOrganisations` reads what a project's partners mean. */
export const partnersOfPeriod = {
  where: { organisationId: { not: null } },
  select: { keys: true, organisation: { select: organisation } },
} satisfies Prisma.EditionPeriod$partnersArgs;

/** Returns what the partners of an edition mean, as names are matched today. */
export function toOrganisations(
  partners: { id: string; name: string }[],
  rows: Prisma.PeriodPartnerGetPayload<typeof partnersOfPeriod>[],
): OrganisationsOfProject {
  const byKey = new Map(
    rows.flatMap(({ keys, organisation }) => keys.map((key) => [key, organisation])),
  );
  return Object.fromEntries(
    partners.flatMap(({ id, name }) => {
      const meant = byKey.get(nameKey(name));
      return meant ? [[id, meant]] : [];
    }),
  );
}

/** An organisation with the names by which it is matched; `within` is the code of the one country where a name means it. */
export type NamedOrganisation = PublicOrganisation & {
  names: { name: string; within: string | null }[];
};

const named = {
  ...organisation,
  merged: { select: { slug: true } },
  names: { orderBy: [{ name: "asc" }, { within: "asc" }], select: { name: true, within: true } },
} satisfies Prisma.OrganisationSelect;

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
  const rows = await database().organisation.findMany({
    where: { mergedIntoId: null, slug: { gt: after } },
    orderBy: { slug: "asc" },
    take: limit + 1,
    select: named,
  });
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    organisations: shown.map(toNamedOrganisation),
    nextCursor: last ? toCursor([last.slug]) : null,
  };
}

/** Returns the organisation at this address with its names; null when there is none. */
export async function findOrganisation(slug: string): Promise<NamedOrganisation | null> {
  const row = await database().organisation.findFirst({
    where: { slug, mergedIntoId: null },
    select: named,
  });
  return row && toNamedOrganisation(row);
}

/** The address is matched like a name, but it is none; nor are those of organisations that were merged. */
function toNamedOrganisation({
  names,
  merged,
  ...row
}: Prisma.OrganisationGetPayload<{ select: typeof named }>): NamedOrganisation {
  const addresses = [row.slug, ...merged.map(({ slug }) => slug)];
  const own = names.filter(({ name }) => !addresses.includes(name) || name === row.name);
  return { ...row, names: own.map(({ name, within }) => ({ name, within: within || null })) };
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
