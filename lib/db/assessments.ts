import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * The condition for editions `e` that their city stated: those that went through review. Editions of the data with which
 * the network was begun, and corrections of spelling, did not.
 */
const isStatedByCity = Prisma.sql`e."submissionId" is not null`;

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
