import "server-only";
import { randomUUID } from "node:crypto";
import { liveChannel } from "@/lib/db/announce";
import type { Tx } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { Prisma } from "@/lib/db/generated/client";
import type { LiveMessage } from "@/lib/domain/live/live";
import { toEditionContent } from "@/lib/domain/record/edition";
import type { RecordFields } from "@/lib/domain/record/record";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/** Creates the drafts of new records. Throws a ZodError when the fields do not fit the kind of record. */
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
 * Writes a new version of a draft with its save and one row of history for each changed field, and announces it to
 * every process at commit. It is one statement, because saving is the most frequent wait. The caller holds the record's
 * lock. Returns false, and writes nothing, when a save expected to be new is stored already. Throws a ZodError when the
 * fields do not fit the kind of record.
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
    save: { id: string; byId: string; at: Date; isNew: boolean };
  },
): Promise<boolean> {
  const { recordId, version, save } = draft;
  const content = toEditionContent(draft.kind, draft.fields);
  const changes = draft.changes.map((change) => ({ id: randomUUID(), ...change }));
  const message: LiveMessage = {
    kind: "saved",
    recordId,
    version,
    fields: changes.map((change) => change.field),
    byId: save.byId,
  };
  const saved = save.isNew
    ? Prisma.sql`
      insert into "Save" (id, "recordId", "byId", at)
      values (${save.id}::uuid, ${recordId}::uuid, ${save.byId}::uuid, ${save.at})
      on conflict (id) do nothing returning id`
    : Prisma.sql`select id from "Save" where id = ${save.id}::uuid`;
  const written = await tx.$executeRaw`
    with save as (${saved}),
    draft as (
      update "Draft" set content = ${JSON.stringify(content.fields)}::jsonb,
        "contentHash" = ${editionHash(content)}, "internalNotes" = ${draft.internalNotes},
        version = ${version}, "editedAt" = ${save.at}, "editedById" = ${save.byId}::uuid
      from save where "recordId" = ${recordId}::uuid),
    change as (
      insert into "DraftChange" (id, "saveId", "recordId", field, before, after, at, "byId")
      select row.id, save.id, ${recordId}::uuid, field,
        coalesce(before, 'null'), coalesce(after, 'null'), ${save.at}, ${save.byId}::uuid
      from save, jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
        as row(id uuid, field text, before jsonb, after jsonb))
    select pg_notify(${liveChannel}, ${JSON.stringify(message)}) from save`;
  return written > 0;
}
