import "server-only";
import { database } from "@/lib/db/client";

/** Whether a record was withheld after this moment, and still is: then what was made of editions before may hold it. */
export async function isWithheldSince(moment: Date): Promise<boolean> {
  const withheld = await database().withholding.findFirst({
    where: { endedAt: null, at: { gt: moment } },
    select: { id: true },
  });
  return withheld !== null;
}
