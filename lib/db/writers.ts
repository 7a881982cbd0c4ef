import "server-only";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** SQL expressions that identify a submission: its record's id and the time of its submission. */
type Sent = { recordId: Prisma.Sql; submittedAt: Prisma.Sql };

/**
 * SQL array of the ids of everybody who contributed to a submission: who changed the draft since the previous
 * submission that became an edition, and who created the record since then. Changes of internal notes do not count.
 */
export function writersOf({ recordId, submittedAt }: Sent): Prisma.Sql {
  const since = Prisma.sql`coalesce((
    select max(earlier."submittedAt") from "Submission" earlier
    where earlier."recordId" = ${recordId} and earlier.state = 'approved'
      and earlier."submittedAt" < ${submittedAt}), '-infinity')`;
  return Prisma.sql`array(
    select change."byId" from "DraftChange" change
    where change."recordId" = ${recordId} and change.field <> 'internalNotes'
      and change.at <= ${submittedAt} and change.at > ${since}
    union
    select begun."createdById" from "Record" begun
    where begun.id = ${recordId} and begun."createdById" is not null and begun."createdAt" > ${since})`;
}

/** Returns the same for one submission. */
export async function findWriters(
  tx: Tx,
  { recordId, submittedAt }: { recordId: string; submittedAt: Date },
): Promise<string[]> {
  const sent = {
    recordId: Prisma.sql`${recordId}::uuid`,
    submittedAt: Prisma.sql`${submittedAt}::timestamptz`,
  };
  const [found] = await tx.$queryRaw<[{ ids: string[] }]>`select ${writersOf(sent)} as ids`;
  return found.ids;
}
