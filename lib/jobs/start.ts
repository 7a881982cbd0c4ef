import "server-only";
import { runJobs } from "@/lib/db/job-runner";
import { subscribeToPublications } from "@/lib/jobs/subscribe-to-publications";
import { tasks } from "@/lib/jobs/tasks";

declare global {
  /** Functions to call when the server ends (server.mjs), which cannot import the modules that Next has bundled. */
  var endWithServer: (() => Promise<void>)[] | undefined;
}

/** The times are in UTC: minute, hour, day, month, day of the week, task. */
const crontab = `
* * * * * free_lost_jobs
* * * * * make_dump ?queue=make_dump&jobKey=make_dump
0 0 * * * begin_day
7 * * * * publish_heads
10 * * * * remind
20 * * * * tidy_feedback
`;

/** Runs this installation's jobs and listens for publications while its server runs. */
export function startJobs(): void {
  globalThis.endWithServer ??= [];
  globalThis.endWithServer.push(runJobs(tasks, crontab), subscribeToPublications());
}
