import "server-only";
import type { Tx } from "@/lib/db/client";
import type { EditionContent } from "@/lib/domain/record/edition";
import { filesNamedIn } from "@/lib/domain/record/file";

/**
 * Rebuilds the list of files to which these editions refer; they are all editions of their records. A file is public
 * while one of them refers to it. References to files of other records are ignored.
 */
export async function rebuildEditionFiles(
  tx: Tx,
  recordIds: string[],
  editions: { id: string; recordId: string; content: EditionContent }[],
): Promise<void> {
  const known = await tx.evidenceFile.findMany({
    where: { recordId: { in: recordIds } },
    select: { id: true, recordId: true },
  });
  if (known.length === 0) return;
  const recordOf = new Map(known.map((file) => [file.id, file.recordId]));
  await tx.editionFile.deleteMany({ where: { edition: { recordId: { in: recordIds } } } });
  await tx.editionFile.createMany({
    data: editions.flatMap(({ id: editionId, recordId, content }) =>
      filesNamedIn(content.fields)
        .filter((fileId) => recordOf.get(fileId) === recordId)
        .map((fileId) => ({ editionId, fileId })),
    ),
  });
}
