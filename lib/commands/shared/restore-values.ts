import "server-only";
import { randomUUID } from "node:crypto";
import { changeDraft, currentValues, readEdits } from "@/lib/commands/shared/draft-changes";
import type { Tx } from "@/lib/db/client";
import { valuesHash } from "@/lib/db/edition-hash";
import type { LockedRecord } from "@/lib/db/locks";
import type { SignedIn } from "@/lib/domain/people/actor";
import { changesTo } from "@/lib/domain/record/draft";
import type { Values } from "@/lib/domain/record/typing";
import { refuse } from "@/lib/domain/result/result";

/**
 * Sets fields of a locked record's draft back to earlier values, as one more save; returns the fields that changed.
 * `seen` is the hash of the present values that the person was shown before they agreed
 * (lib/queries/history/restore.ts). Refuses `wrong_state` when the draft has all these values already, `conflict` when
 * one of these fields was changed since, and `invalid`, by field, for values that today's rules or the record's
 * framework no longer allow.
 */
export async function restoreValues(
  tx: Tx,
  record: LockedRecord,
  earlier: Values,
  { seen, actor, at }: { seen: string; actor: SignedIn; at: Date },
): Promise<string[]> {
  const changes = changesTo(record.kind, currentValues(record), earlier);
  if (changes.length === 0) refuse({ code: "wrong_state", reason: "nothing_to_restore" });
  const present = Object.fromEntries(changes.map((change) => [change.field, change.seen]));
  if (valuesHash(present) !== seen) refuse({ code: "conflict" });

  const edits = await readEdits(tx, actor, record, changes);
  const { applied } = await changeDraft(tx, record, edits, {
    id: randomUUID(),
    byId: actor.personId,
    at,
  });
  return applied.map((change) => change.field);
}
