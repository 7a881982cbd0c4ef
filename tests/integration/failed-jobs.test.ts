import { beforeEach, expect, test } from "vitest";
import { retryJob } from "@/lib/commands/notification/retry-job";
import { database } from "@/lib/db/client";
import { failureCodeOf } from "@/lib/domain/notification/job-failure";
import { countFailingJobs, listFailingJobs } from "@/lib/queries/notification/jobs";
import { getCast } from "@/tests/support/cast";
import { must } from "@/tests/support/factories";
import { aFailedJob } from "@/tests/support/failed-job";

const cast = await getCast();

beforeEach(() => database().$executeRaw`delete from graphile_worker._private_jobs`);

const find = (jobId: string) =>
  database().$queryRaw<{ attempts: number; isDue: boolean }[]>`
    select attempts::int, run_at <= now() as "isDue" from graphile_worker.jobs where id = ${jobId}::bigint`;

test("an administrator sees a failed job without its error text, and can retry it", async () => {
  const jobId = await aFailedJob();
  const seen = await listFailingJobs(cast.administrator);
  expect(seen).toMatchObject([
    { id: jobId, task: "publish_heads", attempts: 3, isGivenUp: false, code: "23514" },
  ]);
  expect(JSON.stringify(seen)).not.toContain("secret");
  expect(await countFailingJobs(cast.administrator)).toBe(1);
  for (const reader of [cast.reviewer, cast.leadOfPhuket, cast.representativeOfThailand]) {
    expect(await listFailingJobs(reader)).toBeNull();
    expect(await countFailingJobs(reader)).toBeNull();
  }

  expect(await find(jobId)).toEqual([{ attempts: 3, isDue: false }]);
  must(await retryJob(cast.administrator, { jobId }));
  expect(await find(jobId)).toEqual([{ attempts: 3, isDue: true }]);
});

test("a job that was given up can be retried", async () => {
  const jobId = await aFailedJob();
  await database().$executeRaw`update graphile_worker._private_jobs set attempts = max_attempts`;
  expect(await listFailingJobs(cast.administrator)).toMatchObject([{ isGivenUp: true }]);
  must(await retryJob(cast.administrator, { jobId }));
  expect(await find(jobId)).toEqual([{ attempts: 24, isDue: true }]);
});

test("a running job cannot be retried, and a finished one is not listed", async () => {
  const jobId = await aFailedJob();
  await database().$executeRaw`
    update graphile_worker._private_jobs set locked_at = now(), locked_by = 'somebody'`;
  expect(await retryJob(cast.administrator, { jobId })).toEqual({
    ok: false,
    refusal: { code: "wrong_state", reason: "job_under_way" },
  });
  await database().$executeRaw`delete from graphile_worker._private_jobs`;
  expect(await retryJob(cast.administrator, { jobId })).toEqual({
    ok: false,
    refusal: { code: "not_found" },
  });
  expect(await listFailingJobs(cast.administrator)).toEqual([]);
});

test("a failed mail is listed only among the mails", async () => {
  await aFailedJob("send_mail");
  expect(await listFailingJobs(cast.administrator)).toEqual([]);
  expect(await countFailingJobs(cast.administrator)).toBe(0);
});

test.each([
  ["connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED"],
  ["Invalid `prisma.mail.create()` invocation: P2002", "P2002"],
  ["Raw query failed. Code: `40P01`. Message: `deadlock`", "40P01"],
  ["The summary says: our EXCELLENT plan", null],
  ["Something went wrong", null],
])("%s: only %s is shown", (error, code) => {
  expect(failureCodeOf(error)).toBe(code);
});
