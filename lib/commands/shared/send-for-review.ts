import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { LockedRecord } from "@/lib/db/locks";
import { diffFields } from "@/lib/domain/record/diff";
import { readEditionContent } from "@/lib/domain/record/edition";
import { parseFields, type RecordFields } from "@/lib/domain/record/record";
import { refuse } from "@/lib/domain/result/result";
import { type ChangeKind, changeOf, openStates } from "@/lib/domain/review/submission";

/**
 * A locked record's draft beside what is public: its content, the number of changed fields, and what a submission would
 * do.
 */
type Sendable = {
  fields: RecordFields;
  isPublished: boolean;
  changedFields: number;
  change: ChangeKind;
};

/** Compares a locked record's draft with what is public. Refuses `wrong_state` while an earlier submission is open. */
export async function compareForReview(tx: Tx, record: LockedRecord): Promise<Sendable> {
  const open = await tx.submission.findFirst({
    where: { recordId: record.id, state: { in: [...openStates] } },
    select: { id: true },
  });
  if (open) refuse({ code: "wrong_state", reason: "already_in_review" });
  const published = await tx.edition.findFirst({
    where: { recordId: record.id },
    orderBy: { number: "desc" },
    select: { content: true },
  });
  const fields = parseFields(record.kind, record.draft.content);
  const before = published && readEditionContent(published.content).fields;
  return {
    fields,
    isPublished: published !== null,
    changedFields: diffFields(record.kind, before, fields).length,
    change: changeOf(before, fields),
  };
}

/**
 * Sends an immutable copy of a locked record's draft for review and returns the submission's id. The chain is fixed by
 * the country's rule of today.
 */
export async function sendForReview(
  tx: Tx,
  record: LockedRecord,
  sent: {
    fields: RecordFields;
    changedFields: number;
    change: ChangeKind;
    byId: string;
    at: Date;
  },
): Promise<string> {
  const id = randomUUID();
  await tx.submission.create({
    data: {
      id,
      recordId: record.id,
      cityId: record.cityId,
      content: sent.fields,
      contentHash: record.draft.contentHash,
      draftVersion: record.draft.version,
      changedFields: sent.changedFields,
      change: sent.change,
      needsClearance: record.city.country.requiresClearance,
      submittedAt: sent.at,
      submittedById: sent.byId,
    },
  });
  return id;
}
