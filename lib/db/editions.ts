import "server-only";
import { randomUUID } from "node:crypto";
import { rebuildAggregates } from "@/lib/db/aggregates";
import type { Tx } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { rebuildPeriods } from "@/lib/db/periods";
import { toEditionContent } from "@/lib/domain/record/edition";
import type { EditionOrigin } from "@/lib/domain/record/origin";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import { type Day, fromDay } from "@/lib/domain/values/day";

/** A new edition without its number. */
export type NewEdition = {
  record: { id: string; kind: RecordKind; cityId: string; slug: string };
  fields: RecordFields;
  effectiveOn: Day;
  publishedAt: Date;
  submissionId: string | null;
  origin: EditionOrigin;
  /** The public text of what the secretariat corrected; only a correction has it. */
  correction?: string;
};

/** The number and the hash that identify an edition in the timeline. */
type AddedEdition = { number: number; hash: string };

/**
 * Adds the next edition of a record and rebuilds what is derived from its editions, all in the caller's transaction.
 * The caller holds the record's lock, so that numbers are dense. Returns the new edition's number and hash.
 * Throws a ZodError when the fields are not those of a record of this kind.
 */
export async function addEdition(tx: Tx, edition: NewEdition): Promise<AddedEdition> {
  const [added] = await addEditions(tx, edition.record.cityId, [{ ...edition, id: randomUUID() }]);
  // One edition goes in, so one comes out.
  return added as AddedEdition;
}

/**
 * Adds editions of one city's records in the order given, with the promises of `addEdition`, and rebuilds derived rows
 * only once, since an import adds a city's whole history. Returns the editions' numbers and hashes in the same order.
 */
export async function addEditions(
  tx: Tx,
  cityId: string,
  editions: (NewEdition & { id: string })[],
): Promise<AddedEdition[]> {
  const recordIds = [...new Set(editions.map((edition) => edition.record.id))];
  const last = await tx.edition.groupBy({
    by: ["recordId"],
    where: { recordId: { in: recordIds } },
    _max: { number: true },
  });
  const lastNumbers = new Map(last.map((row) => [row.recordId, row._max.number ?? 0]));
  const rows = editions.map((edition) => {
    const number = (lastNumbers.get(edition.record.id) ?? 0) + 1;
    lastNumbers.set(edition.record.id, number);
    return toRow(edition, cityId, number);
  });
  await tx.edition.createMany({ data: rows });
  await rebuildPeriods(tx, recordIds);
  await rebuildAggregates(tx, cityId);
  return rows.map(({ number, hash }) => ({ number, hash }));
}

function toRow(edition: NewEdition & { id: string }, cityId: string, number: number) {
  const { record } = edition;
  const content = toEditionContent(record.kind, edition.fields);
  return {
    id: edition.id,
    recordId: record.id,
    cityId,
    kind: record.kind,
    slug: record.slug,
    number,
    content,
    hash: editionHash(content),
    effectiveOn: fromDay(edition.effectiveOn),
    publishedAt: edition.publishedAt,
    submissionId: edition.submissionId,
    origin: edition.origin,
    correction: edition.correction ?? null,
  };
}
