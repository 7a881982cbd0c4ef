import "server-only";
import { database, type Tx } from "@/lib/db/client";
import type { JobPayload, Task } from "@/lib/domain/notification/job";

/** When a job is done, and what makes it the same as another. */
type Timing = { runAt?: Date | null; key?: string | null };

/**
 * Has a task done once this transaction commits, and never when it does not; with `runAt` not before then. A task that
 * fails is tried again, later and later, for about four days. With a `key` there is at most one such job that waits:
 * the next one with that key takes its place and its time. A job is never called back: its task looks whether what
 * it was put off for still stands (docs/decisions/0027).
 */
export async function addJob<T extends Task>(
  tx: Tx,
  task: T,
  payload: JobPayload<T>,
  { runAt = null, key = null }: Timing = {},
): Promise<void> {
  await addJobs(tx, task, [{ payload, runAt, key }], "replace");
}

/**
 * The same for many jobs of one task, in one statement. A key that waits already is replaced, or keeps its time.
 * In the order of their keys, so that two transactions never wait for each other.
 */
export async function addJobs<T extends Task>(
  tx: Tx,
  task: T,
  jobs: ({ payload: JobPayload<T> } & Timing)[],
  waiting: "replace" | "preserve_run_at",
): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.add_job(${task}, payload => j.payload, run_at => j."runAt",
      job_key => j.key, max_attempts => 25, job_key_mode => ${waiting})
    from (
      select * from json_to_recordset(${JSON.stringify(jobs)}::json)
        as j(payload json, "runAt" timestamptz, key text)
      order by key) j`;
}

/** Gives back the jobs of processes that died: a job is held for five minutes at most. */
export async function freeLostJobs(): Promise<void> {
  await database().$executeRaw`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs where locked_at < now() - interval '5 minutes' having count(*) > 0`;
}

/** A job and whether somebody is doing it. Null when there is none any more: it is done. */
export async function lockJob(tx: Tx, jobId: string) {
  const [job] = await tx.$queryRaw<{ jobId: string; isUnderWay: boolean }[]>`
    select id::text as "jobId", locked_at is not null as "isUnderWay"
    from graphile_worker._private_jobs where id = ${jobId}::bigint for update`;
  return job ?? null;
}

/** Makes a job due now. One that was given up is tried once more. */
export async function retryNow(tx: Tx, jobId: string): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.reschedule_jobs(array[id], run_at => now(), attempts => least(attempts, max_attempts - 1))
    from graphile_worker._private_jobs where id = ${jobId}::bigint`;
}

/** A job that failed and was not done since. */
export type FailedJob = {
  id: string;
  task: string;
  attempts: number;
  isGivenUp: boolean;
  since: Date;
  nextAt: Date;
  /** As it was thrown: it may hold anything, and is for nobody's eyes as it is. */
  lastError: string;
};

/** The jobs that failed, but for mails, which are listed as such: those given up first, then the oldest. At most 100. */
export function listFailedJobs(): Promise<FailedJob[]> {
  return database().$queryRaw<FailedJob[]>`
    select id::text, task_identifier as task, attempts::int, attempts >= max_attempts as "isGivenUp",
      created_at as since, run_at as "nextAt", last_error as "lastError"
    from graphile_worker.jobs
    where last_error is not null and task_identifier <> 'send_mail'
    order by attempts >= max_attempts desc, id limit 100`;
}

/** How many there are of them. */
export async function countFailedJobs(): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs
    where last_error is not null and task_identifier <> 'send_mail'`;
  return row?.count ?? 0;
}
