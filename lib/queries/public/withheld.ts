import "server-only";
import { database } from "@/lib/db/client";

/**
 * Returns true when a record was withheld after this moment and still is: then a file made of editions before it may
 * contain the record.
 */
export async function isWithheldSince(moment: Date): Promise<boolean> {
  const withheld = await database().withholding.findFirst({
    where: { endedAt: null, at: { gt: moment } },
    select: { id: true },
  });
  return withheld !== null;
}
