import "server-only";
import { randomUUID } from "node:crypto";
import { command } from "@/lib/commands/command";
import type { Tx } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { getFrameworkTerms } from "@/lib/db/frameworks";
import { toJson } from "@/lib/db/json";
import { lockRecord } from "@/lib/db/locks";
import { parseChanges, saveDraftInput } from "@/lib/domain/draft";
import { toEditionContent } from "@/lib/domain/edition";
import { unknownTerms } from "@/lib/domain/framework";
import { type Conflict, mergeEdits } from "@/lib/domain/merge";
import { parseFields, type RecordFields } from "@/lib/domain/record";
import { refuse } from "@/lib/domain/result";
import type { Saved } from "@/lib/domain/typing";

/**
 * Saves what somebody typed about a record, field by field: each edit carries the value its writer saw.
 * A field that somebody else changed meanwhile to something else is not saved and comes back in `conflicts` with
 * both values; every other field is kept. Refuses `invalid`, and then saves nothing, when a value is not well-formed.
 */
export const saveDraft = command({
  permission: "draft.edit",
  input: saveDraftInput,
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    const parsed = parseChanges(record.kind, input.changes);
    const framework = await getFrameworkTerms(tx, { id: record.frameworkId });
    const unknown = parsed.edits.map((edit) => unknownTerms(framework, edit.field, edit.value));
    const errors = Object.assign({}, parsed.errors, ...unknown);
    if (Object.keys(errors).length > 0) refuse({ code: "invalid", fields: errors });

    const current = {
      ...parseFields(record.kind, record.draft.content),
      internalNotes: record.draft.internalNotes,
    };
    const { fields, applied, conflicts } = mergeEdits(current, parsed.edits);
    if (applied.length > 0) {
      const { internalNotes, ...published } = fields;
      const content = toEditionContent(record.kind, published as RecordFields);
      await tx.draft.update({
        where: { recordId: record.id },
        data: {
          content: content.fields,
          contentHash: editionHash(content),
          internalNotes: String(internalNotes),
          version: { increment: 1 },
          editedAt: now,
          editedById: actor.personId,
        },
      });
      await tx.draftChange.createMany({
        data: applied.map(({ field, before, after }) => ({
          id: randomUUID(),
          recordId: record.id,
          field,
          before: toJson(before),
          after: toJson(after),
          at: now,
          byId: actor.personId,
        })),
      });
    }
    const value: Saved = {
      fields,
      savedFields: applied.map((change) => change.field),
      conflicts: await namedConflicts(tx, record.id, conflicts),
      savedAt: now.toISOString(),
    };
    const entry =
      applied.length === 0
        ? null
        : {
            kind: "draft_edited" as const,
            recordId: record.id,
            cityId: record.cityId,
            fields: value.savedFields,
          };
    return { value, entry };
  },
});

async function namedConflicts(
  tx: Tx,
  recordId: string,
  conflicts: Conflict[],
): Promise<Saved["conflicts"]> {
  const changes = await tx.draftChange.findMany({
    where: { recordId, field: { in: conflicts.map((conflict) => conflict.field) } },
    orderBy: { at: "desc" },
    distinct: ["field"],
    select: { field: true, at: true, by: { select: { name: true } } },
  });
  return conflicts.map((conflict) => {
    const last = changes.find((change) => change.field === conflict.field);
    return { ...conflict, byName: last?.by.name ?? "", at: last?.at.toISOString() ?? "" };
  });
}
