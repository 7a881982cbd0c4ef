import "server-only";
import type { Tx } from "@/lib/db/client";
import { refuse } from "@/lib/domain/result/result";

/**
 * Refuses `last_administrator` unless another person who can sign in is an administrator too, so that the network
 * always has one. Locks all administrators' grants, so that two of them cannot remove each other at once.
 */
export async function requireAnotherAdministrator(tx: Tx, personId: string): Promise<void> {
  const others = await tx.$queryRaw<{ id: string }[]>`
    select g.id from "Grant" g join "Person" p on p.id = g."personId"
    where g.role = 'administrator' and g."removedAt" is null and p."deactivatedAt" is null
      and p.id <> ${personId}::uuid
    order by g.id for update`;
  if (others.length === 0) refuse({ code: "wrong_state", reason: "last_administrator" });
}
