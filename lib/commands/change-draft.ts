import "server-only";
import type { Tx } from "@/lib/db/client";
import { writeDraft } from "@/lib/db/drafts";
import type { LockedRecord } from "@/lib/db/locks";
import { contradictions } from "@/lib/domain/contradictions";
import { type Conflict, type Edit, mergeEdits } from "@/lib/domain/merge";
import { parseFields, type RecordFields } from "@/lib/domain/record";
import { refuse } from "@/lib/domain/result";
import type { Values } from "@/lib/domain/typing";

/** What came of edits: the draft after them, what they changed, and what somebody else had changed meanwhile. */
export type DraftChanged = {
  version: number;
  fields: Values;
  applied: { field: string; before: unknown; after: unknown }[];
  conflicts: Conflict[];
  /** For a save that came again: what it made of each field when it was applied. */
  written: Values;
};

/**
 * Applies edits whose values were read by their schemas to a locked record's draft: the one way in which a draft
 * changes, whoever asks. Each field that changes becomes a row of its history. Under a save's id every field is
 * changed once: what a repeated save changed already is left out. Refuses `invalid` when the fields contradict
 * each other, and `not_found` for an id that is another person's or another record's save.
 */
export async function changeDraft(
  tx: Tx,
  record: LockedRecord,
  edits: Edit[],
  save: { id: string; byId: string; at: Date },
): Promise<DraftChanged> {
  const written = await fieldsSavedAs(tx, record.id, save);
  const current = currentValues(record);
  const { fields, applied, conflicts } = mergeEdits(
    current,
    edits.filter((edit) => !Object.hasOwn(written, edit.field)),
  );
  const errors = contradictions(
    fields,
    applied.map((change) => change.field),
  );
  if (Object.keys(errors).length > 0) refuse({ code: "invalid", fields: errors });
  if (applied.length === 0) {
    return { version: record.draft.version, fields, applied, conflicts, written };
  }

  const version = record.draft.version + 1;
  const { internalNotes, ...published } = fields;
  await writeDraft(tx, {
    recordId: record.id,
    kind: record.kind,
    version,
    // What mergeEdits returns are the fields of a record of this kind: `writeDraft` makes sure.
    fields: published as RecordFields,
    internalNotes: String(internalNotes),
    changes: applied,
    saveId: save.id,
    at: save.at,
    byId: save.byId,
  });
  return { version, fields, applied, conflicts, written };
}

/** The values of a locked record's draft by field, the internal notes among them. */
export function currentValues(record: LockedRecord): Values {
  return {
    ...parseFields(record.kind, record.draft.content),
    internalNotes: record.draft.internalNotes,
  };
}

/** What this save made of fields when it was sent before; nothing when it is new, and then it is on record now. */
async function fieldsSavedAs(
  tx: Tx,
  recordId: string,
  { id, byId, at }: { id: string; byId: string; at: Date },
): Promise<Values> {
  const isNew = await tx.$executeRaw`
    insert into "Save" (id, "recordId", "byId", at)
    values (${id}::uuid, ${recordId}::uuid, ${byId}::uuid, ${at})
    on conflict (id) do nothing`;
  if (isNew) return {};
  const before = await tx.save.findFirst({
    where: { id, recordId, byId },
    select: { changes: { select: { field: true, after: true } } },
  });
  if (!before) refuse({ code: "not_found" });
  return Object.fromEntries(before.changes.map(({ field, after }) => [field, after]));
}
