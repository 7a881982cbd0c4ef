import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { rebuildSpans } from "@/lib/db/spans";
import { rebuildTallies } from "@/lib/db/tallies";
import { type Day, fromDay } from "@/lib/domain/day";
import { toEditionContent } from "@/lib/domain/edition";
import type { RecordFields, RecordKind } from "@/lib/domain/record";

/**
 * Adds the next edition of a record and rebuilds what is derived from its editions, all in the caller's transaction.
 * The caller holds the record's lock, so that numbers are dense. Returns the new edition's number.
 * Throws a ZodError when the fields are not those of a record of this kind.
 */
export async function addEdition(
  tx: Tx,
  edition: {
    record: { id: string; kind: RecordKind; cityId: string; slug: string };
    fields: RecordFields;
    effectiveOn: Day;
    publishedAt: Date;
    submissionId: string | null;
  },
): Promise<{ number: number }> {
  const { record } = edition;
  const content = toEditionContent(record.kind, edition.fields);
  const last = await tx.edition.findFirst({
    where: { recordId: record.id },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const number = (last?.number ?? 0) + 1;
  await tx.edition.create({
    data: {
      id: randomUUID(),
      recordId: record.id,
      cityId: record.cityId,
      kind: record.kind,
      slug: record.slug,
      number,
      content,
      hash: editionHash(content),
      effectiveOn: fromDay(edition.effectiveOn),
      publishedAt: edition.publishedAt,
      submissionId: edition.submissionId,
    },
  });
  await rebuildSpans(tx, record.id);
  await rebuildTallies(tx, record.cityId);
  return { number };
}
