import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { findMeanings, lockOrganisations } from "@/lib/db/organisations";
import { writtenName } from "@/lib/domain/organisation/form";
import { meantBy, nameKey } from "@/lib/domain/organisation/name";
import { refuse } from "@/lib/domain/result/result";

/**
 * Leaves a partner's name as projects of a country write it: it is not offered for matching again, and can still be
 * matched. Refuses `wrong_state` when the name means an organisation.
 */
export const leavePartnerName = command({
  permission: "organisation.manage",
  input: z.object(writtenName),
  subject: async () => ({}),

  async run({ tx, input: { name, within } }) {
    await lockOrganisations(tx);
    if (meantBy(await findMeanings(tx, [name]), name, within))
      refuse({ code: "wrong_state", reason: "name_matched" });
    const key = nameKey(name);
    await tx.organisationName.createMany({ data: { key, within, name }, skipDuplicates: true });
    return { value: { name }, entry: { kind: "partner_name_left", written: name, within } };
  },
});
