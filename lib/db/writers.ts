import "server-only";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** What one reads of a submission to know who wrote it: its record's id and when it was sent, in SQL. */
type Sent = { recordId: Prisma.Sql; submittedAt: Prisma.Sql };

/**
 * Who wrote what a submission brings: the ids of all who changed the draft since the submission before it that became an
 * edition, and of whoever began the record since then. An array, in SQL. Notes that stay with the city do not count.
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

/** The same of one submission. */
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
