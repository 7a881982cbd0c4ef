import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { giveNames, lockOrganisation } from "@/lib/commands/shared/organisation-names";
import { rebuildPartners } from "@/lib/db/rebuild-partners";
import { organisationForm } from "@/lib/domain/organisation/form";
import { everywhere, nameKey } from "@/lib/domain/organisation/name";
import { refuse } from "@/lib/domain/result/result";

/**
 * Changes an organisation: its name, other names, kind and country. Its own name before stays one of its other names,
 * and its address stays. A name that is taken away means nothing any more. Refuses `conflict` when somebody else changed
 * it after the form was opened, `wrong_state` once it was merged into another, and `invalid` for a name that means
 * another organisation.
 */
export const changeOrganisation = command({
  permission: "organisation.manage",
  timeoutMs: 60_000,
  input: organisationForm.safeExtend({ organisationId: z.uuid(), changedAt: z.iso.datetime() }),
  subject: (tx, input) => lockOrganisation(tx, input.organisationId),

  async run({ tx, subject: before, input, now }) {
    if (before.mergedIntoId !== null) refuse({ code: "wrong_state", reason: "already_merged" });
    if (before.changedAt.toISOString() !== input.changedAt) refuse({ code: "conflict" });
    const { id, slug, names: known } = before;
    const { name, kind, countryCode, otherNames } = input;
    const isKept = (row: { key: string; within: string }) =>
      row.within === everywhere && [nameKey(slug), nameKey(before.name)].includes(row.key);
    const kept = known.filter(isKept);
    await tx.organisationName.deleteMany({ where: { organisationId: id } });
    await giveNames(tx, id, "name", [{ name, within: everywhere }, ...kept]);
    const own = new Set([nameKey(name), ...kept.map(({ key }) => key)]);
    const others = otherNames.filter((other) => !own.has(nameKey(other.name)));
    await giveNames(tx, id, "otherNames", others);
    await tx.organisation.update({
      where: { id },
      data: { name, kind, countryCode, changedAt: now },
    });
    const after = await tx.organisationName.findMany({
      where: { organisationId: id },
      select: { key: true, within: true, name: true },
    });
    await rebuildPartners(tx, {
      organisationIds: [id],
      keys: [...known, ...after].map(({ key }) => key),
    });
    return {
      value: { slug, changedAt: now.toISOString() },
      entry: {
        kind: "organisation_changed",
        organisation: slug,
        title: name,
        before: { name: before.name, kind: before.kind, countryCode: before.countryCode },
        after: { name, kind, countryCode },
        added: namesBeside(after, known),
        removed: namesBeside(known, after),
      },
    };
  },
});

type Named = { key: string; within: string; name: string };

/** Returns the names of the first list that the second has not. */
function namesBeside(names: Named[], others: Named[]): string[] {
  const idOf = ({ key, within }: Named) => `${key} ${within}`;
  const there = new Set(others.map(idOf));
  return names
    .filter((row) => !there.has(idOf(row)))
    .map(({ name, within }) => (within === everywhere ? name : `${name} (${within})`));
}
