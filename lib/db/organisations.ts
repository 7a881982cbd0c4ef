import "server-only";
import type { Tx } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/domain/organisation/kinds";
import { type Meaning, nameKey } from "@/lib/domain/organisation/name";

/** An organisation that a partner's name means. */
export type MeantOrganisation = {
  id: string;
  slug: string;
  name: string;
  kind: OrganisationKind;
  countryCode: string | null;
  /** The network's name of the country; null for a country outside it. */
  networkCountry: string | null;
};

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

type Row = Omit<MeantOrganisation, "id"> & { key: string; within: string; id: string | null };

/** Returns what these names of partners mean in the projects of each country. One statement. */
export async function findMeanings(
  from: Pick<Tx, "$queryRaw">,
  names: string[],
): Promise<Meaning<MeantOrganisation>[]> {
  const keys = [...new Set(names.map(nameKey))];
  const rows = await from.$queryRaw<Row[]>`
    select n.key, n.within, o.id, o.slug, o.name, o.kind::text as kind, o."countryCode",
      c.name as "networkCountry"
    from "OrganisationName" n
    left join "Organisation" o on o.id = n."organisationId"
    left join "Country" c on c.code = o."countryCode"
    where n.key = any(${keys}::text[])`;
  return rows.map(({ key, within, id, ...organisation }) => ({
    key,
    within,
    organisation: id === null ? null : { id, ...organisation },
  }));
}
