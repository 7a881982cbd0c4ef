import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireAnotherAdministrator } from "@/lib/commands/shared/last-administrator";
import { lockGrant } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";

/**
 * Removes a grant; its history stays. Refuses `wrong_state` when it is removed already or is the last administrator's.
 */
export const removeGrant = command({
  permission: "grant.remove",
  input: z.object({ grantId: z.uuid() }),
  subject: (tx, input) => lockGrant(tx, input.grantId),

  async run({ tx, actor, subject: grant, now }) {
    if (grant.removedAt) refuse({ code: "wrong_state", reason: "already_removed" });
    if (grant.role === "administrator") await requireAnotherAdministrator(tx, grant.personId);
    await tx.grant.update({
      where: { id: grant.grantId },
      data: { removedAt: now, removedById: actor.personId },
    });
    const { personId, cityId, role } = grant;
    return {
      value: { personId },
      entry: { kind: "grant_removed", personId, cityId, role },
    };
  },
});
