import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { Logger, type Runner, run, type TaskList } from "graphile-worker";
import pg from "pg";
import { jobPayloads, type Task, type Tasks } from "@/lib/domain/notification/job";
import { env } from "@/lib/settings/env";

const maxRetryMs = 30_000;

/** Logs errors and nothing else: a payload or a connection may hold what no log should. */
const logger = new Logger(() => (level, message) => {
  if (level === "error") console.error(`Jobs: ${message}`);
});

/**
 * Runs the jobs of this database when they are due, and those of the crontab, until the returned function is called;
 * that function waits for running jobs. Any number of processes share the work. While the database cannot be reached
 * nothing runs, and the connection is retried.
 */
export function runJobs(tasks: Partial<Tasks>, crontab: string): () => Promise<void> {
  const stopping = new AbortController();
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 4,
    // Pages load while the first connection is made.
    connectionTimeoutMillis: 15_000,
  });
  // Without a handler an idle connection that breaks would end the process.
  pool.on("error", () => {});
  let runner: Runner | null = null;

  async function keepRunning() {
    for (let pause = 500; !stopping.signal.aborted; pause = Math.min(pause * 2, maxRetryMs)) {
      try {
        runner = await start(pool, tasks, crontab);
        if (stopping.signal.aborted) await runner.stop();
        pause = 500;
        await runner.promise;
      } catch (error) {
        console.error(`Jobs: ${error instanceof Error ? error.message : "stopped"}`);
      }
      runner = null;
      await wait(pause, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
    }
  }
  const ended = keepRunning();

  return async () => {
    stopping.abort();
    await runner?.stop();
    await ended;
    await pool.end();
  };
}

function start(pgPool: pg.Pool, tasks: Partial<Tasks>, crontab: string): Promise<Runner> {
  return run({
    pgPool,
    taskList: toTaskList(tasks),
    crontab,
    logger,
    concurrency: 2,
    // The database announces a job that is due now; this is the maximum delay of a job with a later time.
    pollInterval: 5_000,
    noHandleSignals: true,
  });
}

/** Returns the tasks as the library calls them; each payload is parsed first. */
function toTaskList(tasks: Partial<Tasks>): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, perform]) => [
      name,
      // The schema under a task's name returns the payload of that task.
      (payload: unknown) =>
        (perform as (payload: unknown) => Promise<void>)(jobPayloads[name as Task].parse(payload)),
    ]),
  );
}
