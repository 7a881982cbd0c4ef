import "server-only";
import { database, type Tx } from "@/lib/db/client";
import type { JobPayload, Task } from "@/lib/domain/notification/job";

/** When a job runs, and the key that makes it equal to another. */
type Timing = { runAt?: Date | null; key?: string | null };

/**
 * Queues a task that runs once this transaction commits; with `runAt` not before that time. A failed task is retried
 * with growing delays for about four days. With a `key` at most one such job waits: the next one with that key replaces
 * it and its time. A job is never cancelled: its task checks whether the reason still holds (docs/decisions/0027).
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
 * Queues many jobs of one task in one statement. A waiting job with the same key is replaced, or keeps its time. Jobs
 * are written in the order of their keys, so that two transactions cannot deadlock.
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

/** Releases the jobs of processes that died; a job is held for five minutes at most. */
export async function freeLostJobs(): Promise<void> {
  await database().$executeRaw`
    select graphile_worker.force_unlock_workers(array_agg(distinct locked_by))
    from graphile_worker.jobs where locked_at < now() - interval '5 minutes' having count(*) > 0`;
}

/** Locks a job and returns whether it is running. Null when it no longer exists because it is done. */
export async function lockJob(tx: Tx, jobId: string) {
  const [job] = await tx.$queryRaw<{ jobId: string; isUnderWay: boolean }[]>`
    select id::text as "jobId", locked_at is not null as "isUnderWay"
    from graphile_worker._private_jobs where id = ${jobId}::bigint for update`;
  return job ?? null;
}

/** Makes a job due now. A job that was given up gets one more attempt. */
export async function retryNow(tx: Tx, jobId: string): Promise<void> {
  await tx.$executeRaw`
    select graphile_worker.reschedule_jobs(array[id], run_at => now(), attempts => least(attempts, max_attempts - 1))
    from graphile_worker._private_jobs where id = ${jobId}::bigint`;
}

/** A job that failed and has not succeeded since. */
export type FailedJob = {
  id: string;
  task: string;
  attempts: number;
  isGivenUp: boolean;
  since: Date;
  nextAt: Date;
  /** The error as thrown; it may hold private data and is never shown. */
  lastError: string;
};

/**
 * Lists failed jobs except mails, which have a list of their own: those given up first, then the oldest. At most 100.
 */
export function listFailedJobs(): Promise<FailedJob[]> {
  return database().$queryRaw<FailedJob[]>`
    select id::text, task_identifier as task, attempts::int, attempts >= max_attempts as "isGivenUp",
      created_at as since, run_at as "nextAt", last_error as "lastError"
    from graphile_worker.jobs
    where last_error is not null and task_identifier <> 'send_mail'
    order by attempts >= max_attempts desc, id limit 100`;
}

/** Counts them. */
export async function countFailedJobs(): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from graphile_worker.jobs
    where last_error is not null and task_identifier <> 'send_mail'`;
  return row?.count ?? 0;
}
