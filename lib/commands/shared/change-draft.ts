import "server-only";
import type { Tx } from "@/lib/db/client";
import { writeDraft } from "@/lib/db/drafts";
import type { LockedRecord } from "@/lib/db/locks";
import { contradictions } from "@/lib/domain/record/contradictions";
import { type Conflict, type Edit, mergeEdits } from "@/lib/domain/record/merge";
import { parseFields, type RecordFields } from "@/lib/domain/record/record";
import type { Values } from "@/lib/domain/record/typing";
import { refuse } from "@/lib/domain/result/result";

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
  const changed = merge(record, edits);
  const isAll = changed.applied.length === edits.length;
  // Nearly every save is new and changes what it says, and people wait for it: its row is written with the draft's.
  if (isAll && (await write(tx, record, changed, { ...save, isNew: true }))) {
    return { ...changed, version: record.draft.version + 1, written: {} };
  }
  const before = await findSave(tx, record.id, save);
  const written = before ?? {};
  const rest = merge(
    record,
    edits.filter((edit) => !Object.hasOwn(written, edit.field)),
  );
  if (rest.applied.length === 0) return { ...rest, version: record.draft.version, written };
  await write(tx, record, rest, { ...save, isNew: before === null });
  return { ...rest, version: record.draft.version + 1, written };
}

type Merged = ReturnType<typeof mergeEdits>;

/** What the draft would be with these edits. Refuses `invalid` when its fields would contradict each other. */
function merge(record: LockedRecord, edits: Edit[]): Merged {
  const merged = mergeEdits(currentValues(record), edits);
  const errors = contradictions(
    merged.fields,
    merged.applied.map((change) => change.field),
  );
  if (Object.keys(errors).length > 0) refuse({ code: "invalid", fields: errors });
  return merged;
}

/** False, and nothing is written, when a new save turns out to be on record. */
function write(
  tx: Tx,
  record: LockedRecord,
  { fields, applied }: Merged,
  save: { id: string; byId: string; at: Date; isNew: boolean },
): Promise<boolean> {
  const { internalNotes, ...published } = fields;
  return writeDraft(tx, {
    recordId: record.id,
    kind: record.kind,
    version: record.draft.version + 1,
    // What mergeEdits returns are the fields of a record of this kind: `writeDraft` makes sure.
    fields: published as RecordFields,
    internalNotes: String(internalNotes),
    changes: applied,
    save,
  });
}

/** The values of a locked record's draft by field, the internal notes among them. */
export function currentValues(record: LockedRecord): Values {
  return {
    ...parseFields(record.kind, record.draft.content),
    internalNotes: record.draft.internalNotes,
  };
}

/** What this save made of fields when it was sent before; null when it is not on record. */
async function findSave(
  tx: Tx,
  recordId: string,
  { id, byId }: { id: string; byId: string },
): Promise<Values | null> {
  const save = await tx.save.findUnique({
    where: { id },
    select: { recordId: true, byId: true, changes: { select: { field: true, after: true } } },
  });
  if (!save) return null;
  if (save.recordId !== recordId || save.byId !== byId) refuse({ code: "not_found" });
  return Object.fromEntries(save.changes.map(({ field, after }) => [field, after]));
}
