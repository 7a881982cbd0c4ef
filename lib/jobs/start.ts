import "server-only";
import { runJobs } from "@/lib/db/job-runner";
import { subscribeToPublications } from "@/lib/jobs/subscribe-to-publications";
import { tasks } from "@/lib/jobs/tasks";

declare global {
  /** What ends with the server (server.mjs), which knows nothing of the modules that Next has bundled. */
  var endWithServer: (() => Promise<void>)[] | undefined;
}

/** In UTC: minute, hour, day, month, day of the week, task. */
const crontab = `
* * * * * free_lost_jobs
* * * * * make_dump ?queue=make_dump&jobKey=make_dump
7 * * * * publish_heads
10 * * * * remind
20 * * * * tidy_feedback
`;

/** Does this installation's jobs, and hears what is published, for as long as its server runs. */
export function startJobs(): void {
  globalThis.endWithServer ??= [];
  globalThis.endWithServer.push(runJobs(tasks, crontab), subscribeToPublications());
}
