import { database } from "@/lib/db/client";
import type { Cast } from "@/tests/support/cast";

/** Who of the cast was told something of this kind, by name and in the order of the alphabet. */
export async function namesOfNotified(cast: Cast, kind: string): Promise<string[]> {
  const rows = await database().notice.findMany({ where: { kind }, select: { personId: true } });
  const ids = new Set(rows.map(({ personId }) => personId));
  return Object.entries(cast)
    .filter(([, actor]) => actor.kind === "signed_in" && ids.has(actor.personId))
    .map(([name]) => name)
    .sort();
}
