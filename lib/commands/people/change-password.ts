import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { refuseWeakPassword } from "@/lib/commands/shared/refuse-weak-password";
import { database } from "@/lib/db/client";
import { lockPerson } from "@/lib/db/locks";
import { hashPassword, isPassword } from "@/lib/db/passwords";
import { countPasswordCheck, TooManyAttempts } from "@/lib/db/sessions/sign-in-limit";
import { newPassword } from "@/lib/domain/people/password";
import { refuse } from "@/lib/domain/result/result";
import type { FieldError } from "@/lib/domain/values/field-error";

/**
 * Changes one's own password and ends one's other sessions. Refuses `invalid` when the present password is wrong, for a
 * quarter of an hour after eight wrong ones, and when the new one is easy to guess.
 */
export const changePassword = command({
  permission: "password.change",
  input: z.object({ personId: z.uuid(), current: z.string().max(1024), password: newPassword }),
  prepare: {
    subject: (input) => input,
    async run({ input }) {
      const passwordVersion = await checkCurrentPassword(input.personId, input.current);
      await refuseWeakPassword(input.personId, input.password);
      return { passwordVersion, passwordHash: await hashPassword(input.password) };
    },
  },
  subject: (tx, input) => lockPerson(tx, input.personId),

  async run({ tx, prepared: { passwordHash, passwordVersion }, actor, subject: person, now }) {
    // The password was changed in another browser meanwhile, so the typed one is no longer the present one.
    if (person.passwordVersion !== passwordVersion) refuseCurrent({ key: "wrong_password" });
    const changed = await tx.person.update({
      where: { id: person.id },
      data: { passwordHash },
      select: { passwordVersion: true },
    });
    await tx.session.updateMany({
      where: { personId: person.id, endedAt: null, id: { not: actor.sessionId } },
      data: { endedAt: now },
    });
    await tx.session.update({ where: { id: actor.sessionId }, data: changed });
    return { value: null, entry: { kind: "password_changed", personId: person.id } };
  },
});

/**
 * Returns which version of the person's password this is, or refuses it. The attempt is counted before it is checked.
 */
async function checkCurrentPassword(personId: string, current: string): Promise<number> {
  const attempt = await countPasswordCheck(personId).catch((error: unknown) => {
    if (!(error instanceof TooManyAttempts)) throw error;
    return refuseCurrent({ key: "guessed_too_often", limit: Math.ceil(error.seconds / 60) });
  });
  const { passwordHash, passwordVersion } = await database().person.findUniqueOrThrow({
    where: { id: personId },
    select: { passwordHash: true, passwordVersion: true },
  });
  if (!passwordHash || !(await isPassword(passwordHash, current)))
    refuseCurrent({ key: "wrong_password" });
  await attempt.forgive();
  return passwordVersion;
}

function refuseCurrent(error: FieldError): never {
  refuse({ code: "invalid", fields: { current: [error] } });
}
