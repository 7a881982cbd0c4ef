import "server-only";
import { randomUUID } from "node:crypto";
import { liveChannel } from "@/lib/db/announce";
import type { Tx } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { toEditionContent } from "@/lib/domain/edition";
import type { LiveMessage } from "@/lib/domain/live";
import type { RecordFields, RecordKind } from "@/lib/domain/record";

/** Gives new records their drafts. Throws a ZodError when the fields are not those of a record of its kind. */
export async function addDrafts(
  tx: Tx,
  drafts: {
    recordId: string;
    kind: RecordKind;
    fields: RecordFields;
    at: Date;
    byId: string | null;
  }[],
): Promise<void> {
  const data = drafts.map(({ recordId, kind, fields, at, byId }) => {
    const content = toEditionContent(kind, fields);
    return {
      recordId,
      content: content.fields,
      contentHash: editionHash(content),
      editedAt: at,
      editedById: byId,
    };
  });
  await tx.draft.createMany({ data });
}

/**
 * Writes a draft's new version with one row of history for each field that changed, and tells every process of it once
 * the transaction commits. One statement: saving is what people wait for most often. The caller holds the record's lock.
 * Throws a ZodError when the fields are not those of a record of this kind.
 */
export async function writeDraft(
  tx: Tx,
  draft: {
    recordId: string;
    kind: RecordKind;
    version: number;
    fields: RecordFields;
    internalNotes: string;
    changes: { field: string; before: unknown; after: unknown }[];
    saveId: string;
    at: Date;
    byId: string;
  },
): Promise<void> {
  const { recordId, version, saveId, at, byId } = draft;
  const content = toEditionContent(draft.kind, draft.fields);
  const changes = draft.changes.map((change) => ({ id: randomUUID(), ...change }));
  const message: LiveMessage = {
    kind: "saved",
    recordId,
    version,
    fields: changes.map((change) => change.field),
    byId,
  };
  await tx.$executeRaw`
    with draft as (
      update "Draft" set content = ${JSON.stringify(content.fields)}::jsonb,
        "contentHash" = ${editionHash(content)}, "internalNotes" = ${draft.internalNotes},
        version = ${version}, "editedAt" = ${at}, "editedById" = ${byId}::uuid
      where "recordId" = ${recordId}::uuid),
    change as (
      insert into "DraftChange" (id, "saveId", "recordId", field, before, after, at, "byId")
      select id, ${saveId}::uuid, ${recordId}::uuid, field,
        coalesce(before, 'null'), coalesce(after, 'null'), ${at}, ${byId}::uuid
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as row(id uuid, field text, before jsonb, after jsonb))
    select pg_notify(${liveChannel}, ${JSON.stringify(message)})`;
}
