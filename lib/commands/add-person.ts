import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/commands/command";
import type { Tx } from "@/lib/db/client";
import { makePasswordLink } from "@/lib/db/password-links";
import { personForm } from "@/lib/domain/person";
import { refuse } from "@/lib/domain/result";

/**
 * Gives somebody a grant, and an account when they have none: then the answer holds a one-time token to set a
 * password, which is not kept. Whoever holds the grant already keeps it. Refuses `invalid` for a place that is not there.
 */
export const addPerson = command({
  permission: "person.add",
  input: personForm,
  // The grant that is asked for is what is judged; its city need not be read for that.
  subject: async (_tx, input) => ({ role: input.role, cityId: input.cityId }),

  async run({ tx, actor, input, now }) {
    await requirePlace(tx, input);
    const known = await tx.person.findUnique({
      where: { email: input.email },
      select: { id: true, deactivatedAt: true },
    });
    const personId = known?.id ?? randomUUID();
    if (!known) {
      await tx.person.create({
        data: { id: personId, email: input.email, name: input.name, createdAt: now },
      });
    }
    if (known?.deactivatedAt) refuse({ code: "wrong_state", reason: "already_deactivated" });
    const place = { role: input.role, cityId: input.cityId, countryCode: input.countryCode };
    const held = await tx.grant.findFirst({
      where: { personId, ...place, removedAt: null },
      select: { id: true },
    });
    if (!held) {
      await tx.grant.create({
        data: { id: randomUUID(), personId, ...place, grantedAt: now, grantedById: actor.personId },
      });
    }
    const token = known ? null : await makePasswordLink(tx, personId, now);
    return {
      value: { personId, email: input.email, token },
      entry: held
        ? null
        : {
            kind: known ? "grant_added" : "person_added",
            personId,
            cityId: input.cityId,
            role: input.role,
          },
    };
  },
});

async function requirePlace(tx: Tx, grant: { cityId: string | null; countryCode: string | null }) {
  const city =
    grant.cityId === null || (await tx.city.findUnique({ where: { id: grant.cityId } })) !== null;
  if (!city) refuse({ code: "invalid", fields: { cityId: [{ key: "unknown_choice" }] } });
  const country =
    grant.countryCode === null ||
    (await tx.country.findUnique({ where: { code: grant.countryCode } })) !== null;
  if (!country) refuse({ code: "invalid", fields: { countryCode: [{ key: "unknown_choice" }] } });
}
