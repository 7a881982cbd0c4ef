import "server-only";
import { database } from "@/lib/db/client";
import type { OrganisationFacts } from "@/lib/domain/organisation/kinds";
import { everywhere, type Meaning } from "@/lib/domain/organisation/name";
import type { SignedIn } from "@/lib/domain/people/actor";

/** The most names that a form knows; a name beyond them is matched all the same, once it is saved. */
const maxNames = 5000;

/**
 * Returns what partners' names mean in the projects of a country, for the form of a project there. Organisations are
 * public, so everybody with a role gets them.
 */
export async function listPartnerChoices(
  reader: SignedIn,
  countryCode: string,
): Promise<Meaning<OrganisationFacts>[]> {
  if (reader.grants.length === 0) return [];
  const rows = await database().organisation.findMany({
    where: { mergedIntoId: null },
    orderBy: { name: "asc" },
    take: maxNames,
    select: {
      name: true,
      kind: true,
      countryCode: true,
      names: {
        where: { within: { in: [everywhere, countryCode] } },
        select: { key: true, within: true },
      },
    },
  });
  return rows.flatMap(({ names, ...organisation }) =>
    names.map(({ key, within }) => ({ key, within, organisation })),
  );
}
