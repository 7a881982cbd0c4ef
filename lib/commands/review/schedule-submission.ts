import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireStep } from "@/lib/commands/shared/take-step";
import { addJob } from "@/lib/db/jobs";
import { lockSubmission } from "@/lib/db/locks";
import { instantOf, isLocalTime, secretariatTimeZone } from "@/lib/domain/people/time-zone";
import { refuse } from "@/lib/domain/result/result";

/**
 * Approves a submission for publication at a later time, given in the secretariat's zone or the city's. Until then
 * nothing is public and it may be called back. Refuses as approving does, and `invalid` for a time in the past.
 */
export const scheduleSubmission = command({
  permission: "submission.decide",
  input: z.object({
    submissionId: z.uuid(),
    /** "2026-11-25T09:00" */
    at: z.string().refine(isLocalTime, "missing"),
    timeZone: z.string(),
  }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input, now }) {
    requireStep("schedule", submission, actor);
    const zones = [secretariatTimeZone, submission.record.city.timeZone];
    if (!zones.includes(input.timeZone)) {
      refuse({ code: "invalid", fields: { timeZone: [{ key: "not_understood" }] } });
    }
    const publishAt = instantOf(input.at, input.timeZone);
    if (publishAt <= now) refuse({ code: "invalid", fields: { at: [{ key: "in_the_past" }] } });
    const { recordId, cityId, id: submissionId } = submission;
    await tx.submission.update({
      where: { id: submissionId },
      data: { publishAt, scheduledById: actor.personId },
    });
    await addJob(
      tx,
      "publish_scheduled",
      { submissionId },
      { runAt: publishAt, key: `publish ${submissionId}` },
    );
    return {
      value: { submissionId, publishAt },
      entry: {
        kind: "scheduled",
        recordId,
        cityId,
        submissionId,
        publishAt: publishAt.toISOString(),
      },
    };
  },
});
