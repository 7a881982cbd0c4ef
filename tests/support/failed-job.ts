import { database } from "@/lib/db/client";
import type { Task } from "@/lib/domain/notification/job";

/** Adds a job that failed three times, with an error that nobody should read. Returns its id. */
export async function aFailedJob(task: Task = "publish_heads"): Promise<string> {
  const [job] = await database().$queryRaw<{ id: string }[]>`
    select id::text from graphile_worker.add_job(${task}, run_at => now() + interval '1 hour')`;
  if (!job) throw new Error("No job was added");
  await database().$executeRaw`
    update graphile_worker._private_jobs set attempts = 3, last_error = ${"A secret. Code: `23514`"} where id = ${job.id}::bigint`;
  return job.id;
}
