import "server-only";
import type { Tx } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { lockRecord } from "@/lib/db/locks";

/** The condition for editions `e` that their city stated; a correction of spelling is none, though it keeps the origin. */
const isStatedByCity = Prisma.sql`e.origin = 'city' and e.correction is null`;

/**
 * The condition for assessments `a` that nothing has ended up to a day: nobody corrected or withdrew them, and their city
 * has published no edition since it answered. An answer alone ends nothing in public; on an earlier day than that of the
 * edition the assessment still stands.
 */
export function isPublicOn(on: Date): Prisma.Sql {
  return Prisma.sql`a."knownOn" <= ${on}::date and not exists (
    select 1 from "AssessmentStep" t where t."assessmentId" = a.id and (
      t.kind in ('corrected', 'withdrawn') or exists (
        select 1 from "Edition" e
        where e."recordId" = a."recordId" and ${isStatedByCity} and e."effectiveOn" <= ${on}::date
          and e."publishedAt" > t.at and e."effectiveOn" >= (t.at at time zone 'UTC')::date)))`;
}

/**
 * Locks the record of an assessment and returns the assessment, whether something has ended it, and the facts that
 * permissions need. Null when it does not exist.
 */
export async function lockAssessment(tx: Tx, assessmentId: string) {
  const found = await tx.assessment.findUnique({
    where: { id: assessmentId },
    select: { recordId: true },
  });
  const record = found && (await lockRecord(tx, found.recordId));
  if (!record) return null;
  const { step, ...assessment } = await tx.assessment.findUniqueOrThrow({
    where: { id: assessmentId },
    include: { step: { select: { id: true } } },
  });
  const { id: recordId, cityId } = record;
  return { assessment, isEnded: step !== null, record, recordId, cityId };
}
