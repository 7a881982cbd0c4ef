import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { database, inTransaction } from "@/lib/db/client";
import { runJobs } from "@/lib/db/job-runner";
import { addJob, freeLostJobs } from "@/lib/db/jobs";

const ends: (() => Promise<void>)[] = [];

beforeEach(() => database().$executeRaw`delete from graphile_worker._private_jobs`);
afterEach(() => Promise.all(ends.splice(0).map((end) => end())));

/** Runs jobs as a process of the installation does. Resolves when `count` jobs are done. */
function work(count: number, perform: () => Promise<void> = async () => {}) {
  return new Promise<void>((resolve) => {
    let done = 0;
    const tasks = {
      free_lost_jobs: async () => {
        await perform();
        done += 1;
        if (done === count) resolve();
      },
    };
    ends.push(runJobs(tasks, ""));
  });
}

const add = (options = {}) => inTransaction((tx) => addJob(tx, "free_lost_jobs", {}, options));

function listJobs() {
  return database().$queryRaw<{ key: string | null; run_at: Date; locked_by: string | null }[]>`
    select key, run_at, locked_by from graphile_worker.jobs order by id`;
}

describe("a job", () => {
  test("is done once its transaction has committed", async () => {
    const done = work(1);
    await add();
    await done;
  });

  test("is never done for a transaction that was rolled back", async () => {
    const rolledBack = inTransaction(async (tx) => {
      await addJob(tx, "free_lost_jobs", {});
      throw new Error("changed my mind");
    });
    await expect(rolledBack).rejects.toThrow("changed my mind");
    expect(await listJobs()).toEqual([]);
  });

  test("waits for its time, and is replaced by another one with its key", async () => {
    await add({ key: "publish:1", runAt: new Date("2090-01-01T00:00:00Z") });
    await add({ key: "publish:1", runAt: new Date("2091-01-01T00:00:00Z") });
    const done = work(1);
    await add();
    await done;
    await Promise.all(ends.splice(0).map((end) => end()));
    const left = await listJobs();
    expect(left).toMatchObject([{ key: "publish:1", locked_by: null }]);
    expect(left[0]?.run_at.toISOString()).toBe("2091-01-01T00:00:00.000Z");
  });

  test("runs once, however many processes wait for it", async () => {
    let begun = 0;
    const perform = async () => {
      begun += 1;
    };
    await Promise.all([add(), add(), add(), add()]);
    void work(4, perform);
    void work(4, perform);
    await vi.waitUntil(async () => (await listJobs()).length === 0);
    await Promise.all(ends.splice(0).map((end) => end()));
    expect(begun).toBe(4);
  });

  test("that fails is kept for a retry", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    await add();
    const tried = new Promise<void>((resolve) => {
      const tasks = {
        free_lost_jobs: async () => {
          resolve();
          throw new Error("not today");
        },
      };
      ends.push(runJobs(tasks, ""));
    });
    await tried;
    await Promise.all(ends.splice(0).map((end) => end()));
    const [job] = await listJobs();
    expect(job?.run_at.getTime()).toBeGreaterThan(Date.now());
    expect(job?.locked_by).toBeNull();
    expect(JSON.stringify(logged.mock.calls)).toContain("not today");
    logged.mockRestore();
  });

  test("of a process that died is released", async () => {
    await add();
    await database().$executeRaw`
      update graphile_worker._private_jobs
      set locked_by = 'dead', locked_at = now() - interval '6 minutes', attempts = 1`;
    await freeLostJobs();
    expect(await listJobs()).toMatchObject([{ locked_by: null }]);
  });

  test("of a living process is not released", async () => {
    await add();
    await database().$executeRaw`
      update graphile_worker._private_jobs set locked_by = 'alive', locked_at = now()`;
    await freeLostJobs();
    expect(await listJobs()).toMatchObject([{ locked_by: "alive" }]);
  });
});

test("connections that the database ends are opened again", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  let done = 0;
  const both = work(2, async () => {
    done += 1;
  });
  await add();
  await vi.waitUntil(() => done === 1);

  await database().$executeRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  const isAdded = () =>
    add().then(
      () => true,
      () => false,
    );
  await vi.waitUntil(isAdded);

  await both;
  logged.mockRestore();
});
