import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/commands/shared/command";
import { holdsOpposite } from "@/lib/commands/shared/roles-apart";
import type { Tx } from "@/lib/db/client";
import { lockPerson } from "@/lib/db/locks";
import { makePasswordLink } from "@/lib/db/password-links";
import { holds } from "@/lib/domain/people/actor";
import { personForm } from "@/lib/domain/people/person";
import type { Role } from "@/lib/domain/people/roles";
import { type Refusal, refuse } from "@/lib/domain/result/result";

/**
 * Gives a person a grant, and creates an account when they have none: the answer then holds a one-time token to set a
 * password, of which only the hash is stored. A grant that the person already holds stays. Refuses `invalid` for a city
 * or country that does not exist and for a role that may not be combined with theirs, and `wrong_state` for a
 * deactivated account. A lead learns neither: an account that cannot have the role is answered like any other, and
 * `isDiscreet` says that the rest must not be shown.
 */
export const addPerson = command({
  permission: "person.add",
  input: personForm,
  // The rule judges the grant that is asked for; it does not need the city's row.
  subject: async (_tx, input) => ({ role: input.role, cityId: input.cityId }),

  async run({ tx, actor, input, now }) {
    await requirePlace(tx, input);
    // Two administrators may add one address at the same time: the second finds the person whom the first added.
    const added = await tx.person.createMany({
      data: { id: randomUUID(), email: input.email, name: input.name, createdAt: now },
      skipDuplicates: true,
    });
    const isNew = added.count === 1;
    const { id: personId } = await tx.person.findUniqueOrThrow({
      where: { email: input.email },
      select: { id: true },
    });
    const person = await lockPerson(tx, personId);
    const isDiscreet = !holds(actor, "administrator");
    const why = await whyNot(tx, personId, person?.deactivatedAt ?? null, input);
    if (why && isDiscreet) {
      return { value: { personId, email: input.email, token: null, isDiscreet }, entry: null };
    }
    if (why) refuse(why);
    const place = { role: input.role, cityId: input.cityId, countryCode: input.countryCode };
    const held = await tx.grant.findFirst({
      where: { personId, ...place, removedAt: null },
      select: { id: true },
    });
    if (!held) {
      await tx.grant.create({
        data: {
          id: randomUUID(),
          personId,
          ...place,
          isAlternate: input.isAlternate,
          grantedAt: now,
          grantedById: actor.personId,
        },
      });
    }
    const token = isNew ? await makePasswordLink(tx, personId, now) : null;
    return {
      value: { personId, email: input.email, token, isDiscreet },
      entry: held
        ? null
        : {
            kind: isNew ? "person_added" : "grant_added",
            personId,
            cityId: input.cityId,
            role: input.role,
          },
    };
  },
});

/** Returns why an account cannot have a grant; null when it can. */
async function whyNot(
  tx: Tx,
  personId: string,
  deactivatedAt: Date | null,
  grant: { role: Role; cityId: string | null },
): Promise<Refusal | null> {
  if (deactivatedAt) return { code: "wrong_state", reason: "already_deactivated" };
  if (!(await holdsOpposite(tx, personId, grant))) return null;
  return { code: "invalid", fields: { role: [{ key: "reviewer_apart" }] } };
}

async function requirePlace(tx: Tx, grant: { cityId: string | null; countryCode: string | null }) {
  const city =
    grant.cityId === null || (await tx.city.findUnique({ where: { id: grant.cityId } })) !== null;
  if (!city) refuse({ code: "invalid", fields: { cityId: [{ key: "unknown_choice" }] } });
  const country =
    grant.countryCode === null ||
    (await tx.country.findUnique({ where: { code: grant.countryCode } })) !== null;
  if (!country) refuse({ code: "invalid", fields: { countryCode: [{ key: "unknown_choice" }] } });
}
