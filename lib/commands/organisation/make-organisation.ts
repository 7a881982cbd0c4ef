import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/commands/shared/command";
import { giveNames } from "@/lib/commands/shared/organisation-names";
import type { Tx } from "@/lib/db/client";
import { lockOrganisations } from "@/lib/db/organisations";
import { rebuildPartners } from "@/lib/db/rebuild-partners";
import { organisationForm } from "@/lib/domain/organisation/form";
import { everywhere, nameKey } from "@/lib/domain/organisation/name";
import { partnerSlug } from "@/lib/domain/organisation/partner";

/**
 * Makes an organisation with its names. Projects that name it by one of them, older editions too, are listed under it
 * from then on. Its address is made from its name and never changes. Refuses `invalid` for a name that means another
 * organisation.
 */
export const makeOrganisation = command({
  permission: "organisation.manage",
  timeoutMs: 60_000,
  input: organisationForm,
  subject: async () => ({}),

  async run({ tx, input: { name, kind, countryCode, otherNames }, now }) {
    await lockOrganisations(tx);
    const slug = await takeSlug(tx, name);
    const organisation = await tx.organisation.create({
      data: { id: randomUUID(), slug, name, kind, countryCode, changedAt: now },
      select: { id: true },
    });
    const own = [
      { name, within: everywhere },
      { name: slug, within: everywhere },
    ];
    await giveNames(tx, organisation.id, "name", own);
    const others = otherNames.filter((other) => nameKey(other.name) !== nameKey(name));
    await giveNames(tx, organisation.id, "otherNames", others);
    const keys = [...own, ...others].map((each) => nameKey(each.name));
    await rebuildPartners(tx, { organisationIds: [], keys });
    return {
      value: { organisationId: organisation.id, slug },
      entry: { kind: "organisation_made", organisation: slug, title: name },
    };
  },
});

/** Returns an address that is no other organisation's, and no page's of a name that is left as it is written. */
async function takeSlug(tx: Tx, name: string) {
  const base = partnerSlug(name);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    const [taken, left] = await Promise.all([
      tx.organisation.findUnique({ where: { slug }, select: { id: true } }),
      tx.organisationName.findFirst({
        where: {
          key: nameKey(slug),
          ...(slug === base ? { organisationId: null } : {}),
        },
        select: { key: true },
      }),
    ]);
    if (!taken && !left) return slug;
  }
}
