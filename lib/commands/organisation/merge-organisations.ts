import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { getSelected, lockOrganisation } from "@/lib/commands/shared/organisation-names";
import { rebuildPartners } from "@/lib/db/rebuild-partners";
import { selectedOrganisation } from "@/lib/domain/organisation/form";
import { refuse } from "@/lib/domain/result/result";

/**
 * Merges an organisation into another one that it turned out to be: all its names become names of that one, and its
 * address leads there. Name, kind and country of the other one stay. Refuses `invalid` when no other organisation has
 * the selected name, and `wrong_state` when it was merged already.
 */
export const mergeOrganisations = command({
  permission: "organisation.manage",
  timeoutMs: 60_000,
  input: z.object({ organisationId: z.uuid(), into: selectedOrganisation }),
  subject: (tx, input) => lockOrganisation(tx, input.organisationId),

  async run({ tx, subject: merged, input, now }) {
    if (merged.mergedIntoId !== null) refuse({ code: "wrong_state", reason: "already_merged" });
    const into = await getSelected(tx, "into", input.into);
    if (into.id === merged.id)
      refuse({ code: "invalid", fields: { into: [{ key: "same_organisation" }] } });
    await tx.organisationName.updateMany({
      where: { organisationId: merged.id },
      data: { organisationId: into.id },
    });
    await tx.organisation.updateMany({
      where: { OR: [{ id: merged.id }, { mergedIntoId: merged.id }] },
      data: { mergedIntoId: into.id, changedAt: now },
    });
    await tx.organisation.update({ where: { id: into.id }, data: { changedAt: now } });
    await rebuildPartners(tx, {
      organisationIds: [merged.id, into.id],
      keys: merged.names.map(({ key }) => key),
    });
    return {
      value: { organisationId: into.id, slug: into.slug },
      entry: {
        kind: "organisations_merged",
        organisation: into.slug,
        title: into.name,
        merged: merged.slug,
        mergedName: merged.name,
      },
    };
  },
});
