import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { restoreValues } from "@/lib/commands/shared/restore-values";
import type { Tx } from "@/lib/db/client";
import { lockRecord } from "@/lib/db/locks";

/**
 * Sets one field of a draft back to its value before or after an earlier change. The history keeps everything: the
 * restore is one more change. Refuses as `restoreValues` does.
 */
export const restoreField = command({
  permission: "draft.edit",
  input: z.object({
    changeId: z.uuid(),
    side: z.enum(["before", "after"]),
    seen: z.string(),
  }),
  subject: (tx, input) => lockRecordOf(tx, input.changeId),

  async run({ tx, actor, subject: record, input, now }) {
    const { field } = record.change;
    await restoreValues(
      tx,
      record,
      { [field]: record.change[input.side] },
      { seen: input.seen, actor, at: now },
    );
    const { id: recordId, cityId } = record;
    return {
      value: { recordId, fields: [field] },
      entry: { kind: "field_restored", recordId, cityId, field },
    };
  },
});

async function lockRecordOf(tx: Tx, changeId: string) {
  const change = await tx.draftChange.findUnique({
    where: { id: changeId },
    select: { recordId: true, field: true, before: true, after: true },
  });
  const record = change && (await lockRecord(tx, change.recordId));
  return record && { ...record, change };
}
