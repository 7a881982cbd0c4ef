import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireAnotherAdministrator } from "@/lib/commands/shared/last-administrator";
import { lockPerson } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";

/**
 * Deactivates an account: its sessions and links end at once, its history stays. Refuses `wrong_state` when it is
 * deactivated already.
 */
export const deactivatePerson = command({
  permission: "person.deactivate",
  input: z.object({ personId: z.uuid() }),
  subject: (tx, input) => lockPerson(tx, input.personId),

  async run({ tx, subject: person, now }) {
    if (person.deactivatedAt) refuse({ code: "wrong_state", reason: "already_deactivated" });
    await requireAnotherAdministrator(tx, person.id);
    await tx.person.update({ where: { id: person.id }, data: { deactivatedAt: now } });
    await tx.session.updateMany({
      where: { personId: person.id, endedAt: null },
      data: { endedAt: now },
    });
    await tx.passwordLink.updateMany({
      where: { personId: person.id, usedAt: null },
      data: { usedAt: now },
    });
    return {
      value: { personId: person.id },
      entry: { kind: "person_deactivated", personId: person.id },
    };
  },
});
