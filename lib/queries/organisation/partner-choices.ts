import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import type { OrganisationFacts } from "@/lib/domain/organisation/kinds";
import { everywhere, type Meaning } from "@/lib/domain/organisation/name";
import type { SignedIn } from "@/lib/domain/people/actor";

/** The most names that a form knows; a name beyond them is matched all the same, once it is saved. */
const maxNames = 5000;

/**
 * Returns what partners' names mean in the projects of a country, for the form of a project there. Organisations are
 * public, so everybody with a role gets them. Null for what is no code of a country.
 */
export async function findPartnerChoices(
  reader: SignedIn,
  asked: { [name: string]: string | string[] | undefined },
): Promise<Meaning<OrganisationFacts>[] | null> {
  const { data: countryCode } = z
    .string()
    .regex(/^[A-Z]{2}$/u)
    .safeParse(asked["country"]);
  if (countryCode === undefined || reader.grants.length === 0) return null;
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
