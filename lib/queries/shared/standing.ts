import "server-only";
import { Prisma } from "@/lib/db/generated/client";

/**
 * SQL joins for lists of records, beside "Draft" d: the rows that decide each record's review state. `e` is its last
 * edition (number, hash), `s` its last submission (state).
 */
export const standingJoins = Prisma.sql`
  left join lateral (
    select number, hash from "Edition" where "recordId" = d."recordId"
    order by number desc limit 1) e on true
  left join lateral (
    select state from "Submission" where "recordId" = d."recordId"
    order by "submittedAt" desc limit 1) s on true`;

/** `reviewStateOf` (lib/domain/review/review-state.ts) in SQL; a test compares the two. */
export const reviewState = Prisma.sql`
  case
    when s.state in ('submitted', 'cleared') then 'in_review'
    when s.state = 'clarification_asked' then 'clarification_asked'
    when e.hash is null then 'never_published'
    when e.hash = d."contentHash" then 'published'
    else 'changed'
  end`;
