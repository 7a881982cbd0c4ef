import "server-only";
import { command } from "@/lib/commands/shared/command";
import { changeDraft, readEdits } from "@/lib/commands/shared/draft-changes";
import { findLastChanges } from "@/lib/db/last-changes";
import { lockRecord } from "@/lib/db/locks";
import { saveDraftInput } from "@/lib/domain/record/draft";
import { listIssues } from "@/lib/domain/record/readiness";
import { parseFields } from "@/lib/domain/record/record";
import type { Saved } from "@/lib/domain/record/typing";

/**
 * Saves edits of a record field by field; each edit carries the value that its writer saw. A field that somebody else
 * changed meanwhile is not saved and comes back in `conflicts` with both values; every other field is saved. A save
 * sent twice under one key is applied once. Refuses `invalid`, and then saves nothing, when a value is not well-formed.
 */
export const saveDraft = command({
  permission: "draft.edit",
  input: saveDraftInput,
  subject: (tx, input) => lockRecord(tx, input.recordId),

  async run({ tx, actor, subject: record, input, now }) {
    const edits = await readEdits(tx, actor, record, input.changes);
    const { version, fields, applied, conflicts, written } = await changeDraft(tx, record, edits, {
      id: input.key,
      byId: actor.personId,
      at: now,
    });
    const savedFields = applied.map((change) => change.field);
    const isChanged = input.version !== record.draft.version;
    const last =
      (isChanged && input.version !== null) || conflicts.length > 0
        ? await findLastChanges(tx, record.id, Object.keys(fields))
        : {};
    const value: Saved = {
      version,
      fields: isChanged
        ? fields
        : Object.fromEntries(edits.map(({ field }) => [field, fields[field]])),
      savedFields,
      written,
      conflicts: conflicts.map((conflict) => ({
        ...conflict,
        ...(last[conflict.field] ?? { byName: "", at: "" }),
      })),
      savedAt: now.toISOString(),
      issues: listIssues(record.kind, parseFields(record.kind, fields)),
      changes: last,
    };
    const { id: recordId, cityId } = record;
    return {
      value,
      entry:
        savedFields.length === 0
          ? null
          : { kind: "draft_edited", recordId, cityId, fields: savedFields },
    };
  },
});
