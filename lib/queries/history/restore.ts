import "server-only";
import * as z from "zod";
import { database } from "@/lib/db/client";
import { valuesHash } from "@/lib/db/edition-hash";
import type { SignedIn } from "@/lib/domain/people/actor";
import { changesTo } from "@/lib/domain/record/draft";
import { readEditionContent } from "@/lib/domain/record/edition";
import type { RecordKind } from "@/lib/domain/record/record-kind";
import type { Values } from "@/lib/domain/record/typing";
import { type Day, toDay } from "@/lib/domain/values/day";
import { visibleRecords } from "@/lib/queries/shared/visible";

/** The query of a restore: one side of a change, or an edition by its number. */
export const restoreAsked = z.union([
  z.object({ change: z.uuid(), side: z.enum(["before", "after"]) }),
  z.object({ edition: z.coerce.number().int().positive().max(100_000) }),
]);

type Asked = z.output<typeof restoreAsked>;

/** The values that would be restored, and their origin. */
export type Restorable =
  | { from: "change"; changeId: string; side: "before" | "after"; field: string; at: Date }
  | { from: "edition"; number: number; effectiveOn: Day };

/**
 * Returns what a restore would change in a record's present draft, field by field, with the hash by which the command
 * knows that the person saw it. Null when the record has no such change or edition, or the reader may not see it.
 */
export async function findRestore(
  reader: SignedIn,
  record: { id: string; kind: RecordKind; values: Values },
  asked: Asked,
) {
  const found =
    "change" in asked
      ? await findChange(reader, record.id, asked)
      : await findEdition(reader, record.id, asked.edition);
  if (!found) return null;
  const changes = changesTo(record.kind, record.values, found.earlier);
  const present = Object.fromEntries(changes.map((change) => [change.field, change.seen]));
  return { what: found.what, changes, seen: valuesHash(present) };
}

async function findChange(
  reader: SignedIn,
  recordId: string,
  { change: id, side }: { change: string; side: "before" | "after" },
): Promise<{ what: Restorable; earlier: Values } | null> {
  const change = await database().draftChange.findFirst({
    where: { id, recordId, record: visibleRecords(reader) },
    select: { field: true, at: true, before: true, after: true },
  });
  return (
    change && {
      what: { from: "change", changeId: id, side, field: change.field, at: change.at },
      earlier: { [change.field]: change[side] },
    }
  );
}

async function findEdition(
  reader: SignedIn,
  recordId: string,
  number: number,
): Promise<{ what: Restorable; earlier: Values } | null> {
  const edition = await database().edition.findFirst({
    where: { recordId, number, record: visibleRecords(reader) },
    select: { content: true, effectiveOn: true },
  });
  return (
    edition && {
      what: { from: "edition", number, effectiveOn: toDay(edition.effectiveOn) },
      earlier: readEditionContent(edition.content).fields,
    }
  );
}
