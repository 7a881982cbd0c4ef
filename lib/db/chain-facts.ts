import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * SQL expression over "Submission" s that decides whom it waits for: a ChainFacts of
 * lib/domain/notification/notice-audience.ts.
 */
export const chainOf: Prisma.Sql = Prisma.sql`json_build_object(
  'needsClearance', s."needsClearance", 'assignedToId', s."assignedToId", 'submittedById', s."submittedById",
  'isCleared', exists (select 1 from "Decision" d where d."submissionId" = s.id and d.kind = 'cleared'))`;
