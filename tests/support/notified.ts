import { database } from "@/lib/db/client";
import type { Cast } from "@/tests/support/cast";

/** Returns the names of those of the cast who have a notice of this kind, in alphabetical order. */
export async function namesOfNotified(cast: Cast, kind: string): Promise<string[]> {
  const rows = await database().notice.findMany({ where: { kind }, select: { personId: true } });
  const ids = new Set(rows.map(({ personId }) => personId));
  return Object.entries(cast)
    .filter(([, actor]) => actor.kind === "signed_in" && ids.has(actor.personId))
    .map(([name]) => name)
    .sort();
}
