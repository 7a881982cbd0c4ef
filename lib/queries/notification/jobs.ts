import "server-only";
import { countFailedJobs, listFailedJobs } from "@/lib/db/jobs";
import { failureCodeOf } from "@/lib/domain/notification/job-failure";
import { holds, type SignedIn } from "@/lib/domain/people/actor";

/**
 * Lists jobs that failed and are not done yet, without their payload and with only the code of their error. Null for
 * anybody but an administrator.
 */
export async function listFailingJobs(reader: SignedIn) {
  if (!holds(reader, "administrator")) return null;
  const jobs = await listFailedJobs();
  return jobs.map(({ lastError, ...job }) => ({ ...job, code: failureCodeOf(lastError) }));
}

/** Counts them. Null for anybody but an administrator. */
export function countFailingJobs(reader: SignedIn): Promise<number | null> {
  return holds(reader, "administrator") ? countFailedJobs() : Promise.resolve(null);
}
