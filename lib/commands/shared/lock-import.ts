import "server-only";
import type { Tx } from "@/lib/db/client";

/** Locks a pending import until the transaction ends and returns it. Null when it does not exist. */
export async function lockImport(tx: Tx, importId: string) {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from "SheetImport" where id = ${importId}::uuid for update`;
  if (!locked) return null;
  return tx.sheetImport.findUniqueOrThrow({
    where: { id: importId },
    select: {
      id: true,
      planId: true,
      cityId: true,
      appliedAt: true,
      plan: { select: { frameworkId: true } },
    },
  });
}
