import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/command";
import { lockPerson } from "@/lib/db/locks";
import { hashPassword, isPassword } from "@/lib/db/passwords";
import { newPassword } from "@/lib/domain/password";
import { refuse } from "@/lib/domain/result";

/** Changes one's own password and ends one's other sessions. Refuses `invalid` when the present one is wrong. */
export const changePassword = command({
  permission: "password.change",
  input: z.object({ personId: z.uuid(), current: z.string().max(1024), password: newPassword }),
  subject: (tx, input) => lockPerson(tx, input.personId),

  async run({ tx, actor, subject: person, input, now }) {
    if (!person.passwordHash || !(await isPassword(person.passwordHash, input.current))) {
      refuse({ code: "invalid", fields: { current: [{ key: "wrong_password" }] } });
    }
    await tx.person.update({
      where: { id: person.id },
      data: { passwordHash: await hashPassword(input.password) },
    });
    await tx.session.updateMany({
      where: { personId: person.id, endedAt: null, id: { not: actor.sessionId } },
      data: { endedAt: now },
    });
    return { value: null, entry: { kind: "password_changed", personId: person.id } };
  },
});
