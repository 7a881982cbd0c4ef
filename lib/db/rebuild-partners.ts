import "server-only";
import { announcePublication } from "@/lib/db/announce";
import type { Tx } from "@/lib/db/client";
import { rebuildPeriods } from "@/lib/db/periods";

/** Records whose editions are read at once. */
const step = 50;

/**
 * Derives again what rests on the meaning of partners' names, for the records that name these organisations or these
 * names (by key), and clears the public page caches at commit. Its cost grows with the editions of those records.
 */
export async function rebuildPartners(
  tx: Tx,
  { organisationIds, keys }: { organisationIds: string[]; keys: string[] },
): Promise<void> {
  const rows = await tx.periodPartner.findMany({
    where: { OR: [{ organisationId: { in: organisationIds } }, { keys: { hasSome: keys } }] },
    select: { period: { select: { recordId: true } } },
  });
  const recordIds = [...new Set(rows.map(({ period }) => period.recordId))].sort();
  for (let index = 0; index < recordIds.length; index += step)
    await rebuildPeriods(tx, recordIds.slice(index, index + step));
  await announcePublication(tx);
}
