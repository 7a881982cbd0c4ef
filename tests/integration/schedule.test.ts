import { beforeAll, describe, expect, test } from "vitest";
import { approveSubmission } from "@/lib/commands/review/approve-submission";
import { callBackSubmission } from "@/lib/commands/review/call-back-submission";
import { publishScheduled } from "@/lib/commands/review/publish-scheduled";
import { scheduleSubmission } from "@/lib/commands/review/schedule-submission";
import { withdrawSubmission } from "@/lib/commands/review/withdraw-submission";
import { database } from "@/lib/db/client";
import { type Cast, getCast } from "@/tests/support/cast";
import { aSubmission, must } from "@/tests/support/factories";

let cast: Cast;
beforeAll(async () => {
  cast = await getCast();
});

const at = "2031-03-03T09:00";
const hour = new Date("2031-03-03T02:00:00Z");
const later = new Date("2031-03-03T05:00:00Z");

async function aScheduled() {
  const submissionId = await aSubmission(cast);
  must(await scheduleSubmission(cast.reviewer, { submissionId, at, timeZone: "Asia/Jakarta" }));
  return submissionId;
}

const editionOf = (submissionId: string) =>
  database().edition.findUnique({ where: { submissionId }, select: { publishedAt: true } });

describe("a submission that is scheduled", () => {
  test("is published once at its time, or after a restart, in the name of the reviewer who scheduled it", async () => {
    const submissionId = await aScheduled();
    const [job] = await database().$queryRaw<{ run_at: Date }[]>`
      select run_at from graphile_worker.jobs where key = ${`publish ${submissionId}`}`;
    expect(job?.run_at).toEqual(hour);

    expect(await publishScheduled(submissionId, new Date(hour.getTime() - 1))).toBe(false);
    expect(await editionOf(submissionId)).toBeNull();

    const tries = await Promise.all([1, 2, 3].map(() => publishScheduled(submissionId, later)));
    expect(tries.filter(Boolean)).toHaveLength(1);
    expect(await editionOf(submissionId)).toEqual({ publishedAt: later });
    expect(await database().decision.findMany({ where: { submissionId } })).toMatchObject([
      { kind: "approved", decidedById: cast.reviewer.personId, decidedAt: later },
    ]);
    expect(await publishScheduled(submissionId, later)).toBe(false);
  });

  test("waits for its time and refuses other steps, until it is called back", async () => {
    const submissionId = await aScheduled();
    const refusal = { ok: false, refusal: { code: "wrong_state", reason: "scheduled" } };
    expect(await approveSubmission(cast.otherReviewer, { submissionId })).toEqual(refusal);
    expect(await withdrawSubmission(cast.leadOfPhuket, { submissionId })).toEqual(refusal);

    must(await callBackSubmission(cast.otherReviewer, { submissionId }));
    expect(await publishScheduled(submissionId, later)).toBe(false);
    expect(await editionOf(submissionId)).toBeNull();
    must(await withdrawSubmission(cast.leadOfPhuket, { submissionId }));
  });

  test("can be called back and scheduled for another time", async () => {
    const submissionId = await aScheduled();
    must(await callBackSubmission(cast.reviewer, { submissionId }));
    must(
      await scheduleSubmission(cast.reviewer, {
        submissionId,
        at: "2031-03-04T09:00",
        timeZone: "Asia/Bangkok",
      }),
    );
    const jobs = await database().$queryRaw<{ run_at: Date }[]>`
      select run_at from graphile_worker.jobs where key = ${`publish ${submissionId}`}`;
    expect(jobs).toEqual([{ run_at: new Date("2031-03-04T02:00:00Z") }]);
    expect(await publishScheduled(submissionId, later)).toBe(false);
  });

  test.each([
    ["a time that is past", { at: "2020-01-01T09:00", timeZone: "Asia/Jakarta" }, "at"],
    ["no time", { at: "tomorrow", timeZone: "Asia/Jakarta" }, "at"],
    ["a zone that is neither's", { at, timeZone: "Europe/Paris" }, "timeZone"],
  ])("is refused %s", async (_, input, field) => {
    const submissionId = await aSubmission(cast);
    expect(await scheduleSubmission(cast.reviewer, { submissionId, ...input })).toMatchObject({
      refusal: { code: "invalid", fields: { [field]: expect.anything() } },
    });
  });
});
