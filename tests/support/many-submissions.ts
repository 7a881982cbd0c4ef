import { database } from "@/lib/db/client";

/**
 * Sends this many drafts that were never sent, of all cities, one an hour and without the commands, for tests and
 * measurements of the queue. Every third country requires clearance, and every fifth submission is cleared.
 */
export async function manySubmissions(count: number, byId: string): Promise<void> {
  await database().$executeRaw`
    insert into "Submission" (id, "recordId", "cityId", content, "contentHash", "draftVersion", "changedFields",
      change, "needsClearance", state, "submittedAt", "submittedById")
    select gen_random_uuid(), draft."recordId", draft."cityId", draft.content, draft."contentHash", 1, n % 17,
      (array['first_publication', 'update', 'closing'])[n % 3 + 1]::"ChangeKind", n % 3 = 0,
      (case when n % 15 = 0 then 'cleared' else 'submitted' end)::"SubmissionState",
      timestamptz '2026-01-01' + n * interval '1 hour', ${byId}::uuid
    from (
      select dealt.*, (row_number() over (order by round, "cityId"))::int as n
      from (
        select d.*, r."cityId", row_number() over (partition by r."cityId" order by r.id) as round
        from "Draft" d join "Record" r on r.id = d."recordId"
        where r.kind = 'project'
          and not exists (select 1 from "Submission" s where s."recordId" = r.id)) dealt) draft
    where n <= ${count}`;
}
