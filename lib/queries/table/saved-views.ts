import "server-only";
import { database } from "@/lib/db/client";
import type { SignedIn } from "@/lib/domain/people/actor";

/** Lists the reader's own saved views of the table of projects, by name. */
export function listSavedViews(
  reader: SignedIn,
): Promise<{ id: string; name: string; query: string }[]> {
  return database().savedView.findMany({
    where: { personId: reader.personId },
    orderBy: { name: "asc" },
    select: { id: true, name: true, query: true },
  });
}
