import "server-only";
import { takeStep } from "@/lib/commands/shared/take-step";
import type { Tx } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { addEdition } from "@/lib/db/editions";
import type { LockedSubmission } from "@/lib/db/locks";
import { toEditionContent } from "@/lib/domain/record/edition";
import { parseFields } from "@/lib/domain/record/record";
import { toDay } from "@/lib/domain/values/day";

/**
 * Makes a locked submission the record's next edition, decided by `byId`. The edition is valid from the day on which
 * the city submitted it. Returns the timeline entry. The caller checks lib/domain/review/steps.ts first.
 */
export async function publishSubmission(
  tx: Tx,
  submission: LockedSubmission,
  { byId, at }: { byId: string; at: Date },
) {
  const { id: submissionId, record } = submission;
  const { bySubmitter } = await takeStep(tx, submission, {
    kind: "approved",
    reason: "",
    byId,
    at,
  });
  const fields = parseFields(record.kind, submission.content);
  const { number, hash } = await addEdition(tx, {
    record,
    fields,
    effectiveOn: toDay(submission.submittedAt),
    publishedAt: at,
    submissionId,
    origin: "city",
  });
  await tx.draft.updateMany({
    // An older schema version has another hash for an edition with the same meaning.
    where: { recordId: record.id, contentHash: submission.contentHash },
    data: { contentHash: editionHash(toEditionContent(record.kind, fields)) },
  });
  const { id: recordId, cityId } = record;
  return {
    kind: "published" as const,
    recordId,
    cityId,
    submissionId,
    number,
    hash,
    bySubmitter,
  };
}
