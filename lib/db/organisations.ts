import "server-only";
import type { Tx } from "@/lib/db/client";
import { type Meaning, nameKey } from "@/lib/domain/organisation/name";

/** An organisation that a partner's name means. */
export type MeantOrganisation = { id: string; slug: string; name: string };

/** Only one change of organisations at once, and no derivation of partners beside it. */
const organisationsLock = 7_310_158;

/**
 * Waits for every change of organisations and every derivation of partners under way, and holds up later ones until the
 * transaction ends. So no edition keeps a partner by what its name meant before.
 */
export async function lockOrganisations(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${organisationsLock}::bigint)`;
}

/** Reads what these names of partners mean, and holds up changes of organisations until the transaction ends. */
export async function readMeanings(tx: Tx, names: string[]): Promise<Meaning<MeantOrganisation>[]> {
  if (names.length === 0) return [];
  await tx.$executeRaw`select pg_advisory_xact_lock_shared(${organisationsLock}::bigint)`;
  return findMeanings(tx, names);
}

/** Returns what these names of partners mean in the projects of each country. */
export function findMeanings(
  from: Pick<Tx, "organisationName">,
  names: string[],
): Promise<Meaning<MeantOrganisation>[]> {
  return from.organisationName.findMany({
    where: { key: { in: [...new Set(names.map(nameKey))] } },
    select: {
      key: true,
      within: true,
      organisation: { select: { id: true, slug: true, name: true } },
    },
  });
}
