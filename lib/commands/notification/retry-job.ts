import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { lockJob, retryNow } from "@/lib/db/jobs";
import { refuse } from "@/lib/domain/result/result";

/** Runs a failed job now instead of at its next attempt. Refuses `wrong_state` while the job is running. */
export const retryJob = command({
  permission: "job.manage",
  input: z.object({ jobId: z.string().regex(/^\d{1,18}$/) }),
  subject: (tx, { jobId }) => lockJob(tx, jobId),

  async run({ tx, subject: { jobId, isUnderWay } }) {
    if (isUnderWay) refuse({ code: "wrong_state", reason: "job_under_way" });
    await retryNow(tx, jobId);
    return { value: { jobId }, entry: null };
  },
});
