import "server-only";
import { unknownNames } from "@/lib/commands/shared/named-in-edits";
import type { Tx } from "@/lib/db/client";
import type { LockedRecord } from "@/lib/db/locks";
import type { SignedIn } from "@/lib/domain/people/actor";
import { type Changes, parseChanges } from "@/lib/domain/record/draft";
import type { Edit } from "@/lib/domain/record/merge";
import { refuse } from "@/lib/domain/result/result";

/**
 * Reads changes that were asked for by the schemas of their fields, whoever asks. Refuses `invalid`, by field and
 * entry, when a value is not well-formed or names what is not there for this actor (`unknownNames`).
 */
export async function readEdits(
  tx: Tx,
  actor: SignedIn,
  record: LockedRecord,
  changes: Changes,
): Promise<Edit[]> {
  const { edits, errors } = parseChanges(record.kind, changes);
  const wrong = { ...errors, ...(await unknownNames(tx, actor, record, edits)) };
  if (Object.keys(wrong).length > 0) refuse({ code: "invalid", fields: wrong });
  return edits;
}
