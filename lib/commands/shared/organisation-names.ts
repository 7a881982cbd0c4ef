import "server-only";
import type { Tx } from "@/lib/db/client";
import { findMeanings, lockOrganisations } from "@/lib/db/organisations";
import type { ScopedName } from "@/lib/domain/organisation/form";
import { everywhere, meantBy, nameKey } from "@/lib/domain/organisation/name";
import { refuse } from "@/lib/domain/result/result";

/** Locks all organisations until the transaction ends, and returns the one with this id. Null when there is none. */
export async function lockOrganisation(tx: Tx, organisationId: string) {
  await lockOrganisations(tx);
  return tx.organisation.findUnique({
    where: { id: organisationId },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      countryCode: true,
      changedAt: true,
      mergedIntoId: true,
      names: { select: { key: true, within: true, name: true } },
    },
  });
}

/** Returns the organisation that somebody selected by one of its names; refuses `invalid` for a name that means none. */
export async function getSelected(tx: Tx, field: string, typed: string, within = everywhere) {
  const selected = meantBy(await findMeanings(tx, [typed]), typed, within);
  if (!selected)
    refuse({ code: "invalid", fields: { [field]: [{ key: "unknown_organisation" }] } });
  return selected;
}

/**
 * Gives an organisation these names; a name that was left as it is written is taken. Refuses `invalid` for a name that
 * means another organisation in the same country, and for a country outside the network. Returns the keys of the names.
 */
export async function giveNames(
  tx: Tx,
  organisationId: string,
  field: string,
  names: ScopedName[],
): Promise<string[]> {
  const rows = [
    ...new Map(
      names
        .toReversed()
        .map(({ name, within }) => [`${nameKey(name)} ${within}`, { name, within }] as const),
    ).values(),
  ].map((row) => ({ ...row, key: nameKey(row.name) }));
  await requireCountries(tx, field, rows);
  const there = await tx.organisationName.findMany({
    where: { OR: rows.map(({ key, within }) => ({ key, within })) },
    select: { organisationId: true },
  });
  if (there.some((row) => row.organisationId !== null && row.organisationId !== organisationId))
    refuse({ code: "invalid", fields: { [field]: [{ key: "name_of_other" }] } });
  await tx.organisationName.deleteMany({
    where: { OR: rows.map(({ key, within }) => ({ key, within })) },
  });
  await tx.organisationName.createMany({ data: rows.map((row) => ({ ...row, organisationId })) });
  return rows.map(({ key }) => key);
}

async function requireCountries(tx: Tx, field: string, names: ScopedName[]) {
  const codes = [...new Set(names.flatMap(({ within }) => (within === everywhere ? [] : within)))];
  const known = await tx.country.count({ where: { code: { in: codes } } });
  if (known < codes.length)
    refuse({ code: "invalid", fields: { [field]: [{ key: "country_outside" }] } });
}
