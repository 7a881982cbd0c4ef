import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { getSelected, giveNames } from "@/lib/commands/shared/organisation-names";
import { findMeanings, lockOrganisations } from "@/lib/db/organisations";
import { rebuildPartners } from "@/lib/db/rebuild-partners";
import { selectedOrganisation, writtenName } from "@/lib/domain/organisation/form";
import { everywhere, meantBy, nameKey } from "@/lib/domain/organisation/name";
import { refuse } from "@/lib/domain/result/result";

/**
 * Matches a partner's name, as projects of a country write it, to an organisation: from then on it is another name of
 * it, in that country or everywhere, and counts for older editions too. Refuses `wrong_state` when the name means an
 * organisation already, and `invalid` when no organisation has the selected name.
 */
export const matchPartnerName = command({
  permission: "organisation.manage",
  timeoutMs: 60_000,
  input: z.object({
    ...writtenName,
    organisation: selectedOrganisation,
    isEverywhere: z.literal("on").optional(),
  }),
  subject: async () => ({}),

  async run({ tx, input: { name, within, organisation: typed, isEverywhere }, now }) {
    await lockOrganisations(tx);
    if (meantBy(await findMeanings(tx, [name]), name, within))
      refuse({ code: "wrong_state", reason: "name_matched" });
    const organisation = await getSelected(tx, "organisation", typed, within);
    const scope = isEverywhere === "on" ? everywhere : within;
    await giveNames(tx, organisation.id, "organisation", [{ name, within: scope }]);
    // In its own country the name may have been left as it is written.
    await tx.organisationName.deleteMany({
      where: { key: nameKey(name), within, organisationId: null },
    });
    await tx.organisation.update({ where: { id: organisation.id }, data: { changedAt: now } });
    await rebuildPartners(tx, { organisationIds: [], keys: [nameKey(name)] });
    return {
      value: { name, organisation: organisation.name },
      entry: {
        kind: "partner_name_matched",
        organisation: organisation.slug,
        title: organisation.name,
        written: name,
        within: scope,
      },
    };
  },
});
