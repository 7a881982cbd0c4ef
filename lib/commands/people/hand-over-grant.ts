import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireAnotherAdministrator } from "@/lib/commands/shared/last-administrator";
import { holdsOpposite } from "@/lib/commands/shared/roles-apart";
import { lockGrant, lockPerson } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";

/**
 * Moves a grant to another person: the role continues, its holder changes, and the history of both stays. A person who
 * holds the same grant already keeps it. Refuses `invalid` for a person without an account, with a deactivated one or
 * with a role that may not be combined with it, and for the present holder; `wrong_state` for a grant that was removed
 * meanwhile.
 */
export const handOverGrant = command({
  permission: "grant.handOver",
  input: z.object({ grantId: z.uuid(), toPersonId: z.uuid("missing") }),
  subject: (tx, input) => lockGrant(tx, input.grantId),

  async run({ tx, actor, subject: grant, input, now }) {
    if (grant.removedAt) refuse({ code: "wrong_state", reason: "already_removed" });
    const { personId, role, cityId, countryCode } = grant;
    const candidate = input.toPersonId === personId ? null : await lockPerson(tx, input.toPersonId);
    if (!candidate || candidate.deactivatedAt) {
      refuse({ code: "invalid", fields: { toPersonId: [{ key: "unknown_choice" }] } });
    }
    if (await holdsOpposite(tx, candidate.id, grant)) {
      refuse({ code: "invalid", fields: { toPersonId: [{ key: "reviewer_apart" }] } });
    }
    const given = { role, cityId, countryCode };
    const held = await tx.grant.findFirst({
      where: { personId: candidate.id, ...given, removedAt: null },
      select: { id: true },
    });
    if (!held) {
      await tx.grant.create({
        data: {
          id: randomUUID(),
          personId: candidate.id,
          ...given,
          isAlternate: grant.isAlternate,
          grantedAt: now,
          grantedById: actor.personId,
          handedFromId: grant.grantId,
        },
      });
    }
    if (role === "administrator") await requireAnotherAdministrator(tx, personId);
    await tx.grant.update({
      where: { id: grant.grantId },
      data: { removedAt: now, removedById: actor.personId },
    });
    return {
      value: { personId: candidate.id },
      entry: [
        { kind: "grant_removed", personId, cityId, role },
        ...(held ? [] : [{ kind: "grant_added" as const, personId: candidate.id, cityId, role }]),
      ],
    };
  },
});
