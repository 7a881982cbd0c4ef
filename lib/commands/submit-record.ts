import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/command";
import type { Tx } from "@/lib/db/client";
import { lockRecord } from "@/lib/db/locks";
import { diffFields } from "@/lib/domain/diff";
import { readEditionContent } from "@/lib/domain/edition";
import { isReady, listIssues } from "@/lib/domain/readiness";
import { parseFields } from "@/lib/domain/record";
import { refuse } from "@/lib/domain/result";
import { openStates } from "@/lib/domain/submission";

/**
 * Sends an immutable copy of a record's draft for review; the draft stays editable.
 * Refuses `wrong_state` while an earlier submission is open or when nothing differs from what is public,
 * and `not_ready` with everything that is missing. The chain is fixed now, by the country's rule of today.
 */
export const submitRecord = command({
  permission: "draft.submit",
  input: z.object({ recordId: z.uuid() }),
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, now }) {
    if (await hasOpenSubmission(tx, record.id)) {
      refuse({ code: "wrong_state", reason: "already_in_review" });
    }
    const fields = parseFields(record.kind, record.draft.content);
    const published = await findPublished(tx, record.id);
    if (published?.hash === record.draft.contentHash) {
      refuse({ code: "wrong_state", reason: "nothing_changed" });
    }
    const issues = listIssues(record.kind, fields);
    if (!isReady(issues)) refuse({ code: "not_ready", issues });

    const before = published && readEditionContent(published.content).fields;
    const changedFields = diffFields(record.kind, before, fields).length;
    const submissionId = randomUUID();
    await tx.submission.create({
      data: {
        id: submissionId,
        recordId: record.id,
        cityId: record.cityId,
        content: fields,
        contentHash: record.draft.contentHash,
        draftVersion: record.draft.version,
        changedFields,
        needsClearance: record.city.country.requiresClearance,
        submittedAt: now,
        submittedById: actor.personId,
      },
    });
    return {
      value: { submissionId },
      entry: {
        kind: "submitted",
        recordId: record.id,
        cityId: record.cityId,
        submissionId,
        changedFields,
      },
    };
  },
});

async function hasOpenSubmission(tx: Tx, recordId: string) {
  const open = await tx.submission.findFirst({
    where: { recordId, state: { in: [...openStates] } },
    select: { id: true },
  });
  return open !== null;
}

function findPublished(tx: Tx, recordId: string) {
  return tx.edition.findFirst({
    where: { recordId },
    orderBy: { number: "desc" },
    select: { hash: true, content: true },
  });
}
