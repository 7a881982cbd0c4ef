import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { refuseWeakPassword } from "@/lib/commands/shared/refuse-weak-password";
import { lockPerson } from "@/lib/db/locks";
import { hashPassword } from "@/lib/db/passwords";
import { newPassword } from "@/lib/domain/people/password";
import { refuse } from "@/lib/domain/result/result";

/**
 * Sets a password through a one-time link, which then stops working; the person's sessions end. Refuses `wrong_state`
 * for a used or expired link, and `invalid` for a password that is easy to guess.
 */
export const setPassword = command({
  permission: "password.set",
  input: z.object({ personId: z.uuid(), password: newPassword }),
  prepare: {
    subject: (input) => input,
    async run({ input }) {
      await refuseWeakPassword(input.personId, input.password);
      return hashPassword(input.password);
    },
  },
  subject: (tx, input) => lockPerson(tx, input.personId),

  async run({ tx, prepared: passwordHash, actor, subject: person, now }) {
    const spent = await tx.passwordLink.updateMany({
      where: { id: actor.linkId, personId: person.id, usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (spent.count === 0 || person.deactivatedAt) {
      refuse({ code: "wrong_state", reason: "link_spent" });
    }
    await tx.person.update({ where: { id: person.id }, data: { passwordHash } });
    await tx.session.updateMany({
      where: { personId: person.id, endedAt: null },
      data: { endedAt: now },
    });
    return { value: null, entry: { kind: "password_set", personId: person.id } };
  },
});
