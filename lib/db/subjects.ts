import "server-only";
import type { Tx } from "@/lib/db/client";

/** The slugs of the subjects that a project is about, the first one first. */
export type SubjectsOf = (recordId: string) => string[];

/** Reads the subjects of these projects once. */
export async function readSubjectsOf(tx: Tx, recordIds: string[]): Promise<SubjectsOf> {
  const links = await tx.subjectLink.findMany({
    // The links of what is within a record have ids of their own.
    where: { itemId: { in: recordIds } },
    orderBy: { position: "asc" },
    select: { itemId: true, subjectSlug: true },
  });
  return (recordId) =>
    links.flatMap(({ itemId, subjectSlug }) => (itemId === recordId ? subjectSlug : []));
}
