import "server-only";
import type { Tx } from "@/lib/db/client";
import { editionHash } from "@/lib/db/edition-hash";
import { toEditionContent } from "@/lib/domain/edition";
import type { RecordFields, RecordKind } from "@/lib/domain/record";

/** Gives a new record its draft. Throws a ZodError when the fields are not those of a record of this kind. */
export async function addDraft(
  tx: Tx,
  draft: {
    recordId: string;
    kind: RecordKind;
    fields: RecordFields;
    at: Date;
    byId: string | null;
  },
): Promise<void> {
  const content = toEditionContent(draft.kind, draft.fields);
  await tx.draft.create({
    data: {
      recordId: draft.recordId,
      content: content.fields,
      contentHash: editionHash(content),
      editedAt: draft.at,
      editedById: draft.byId,
    },
  });
}
