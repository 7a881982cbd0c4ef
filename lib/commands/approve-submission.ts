import "server-only";
import * as z from "zod";
import { command } from "@/lib/commands/command";
import { requireOpen, takeStep } from "@/lib/commands/take-step";
import { addEdition } from "@/lib/db/editions";
import { lockSubmission } from "@/lib/db/locks";
import { toDay } from "@/lib/domain/day";
import { parseFields } from "@/lib/domain/record";
import { refuse } from "@/lib/domain/result";
import { awaitsDecision } from "@/lib/domain/submission";

/**
 * Approves a submission and publishes it as the record's next edition, in one transaction. The edition holds for the
 * day on which the city submitted it. Refuses `wrong_state` when it is no longer open (naming what was decided) or
 * still waits for the representative. The answer names the pages that show it.
 */
export const approveSubmission = command({
  permission: "submission.decide",
  input: z.object({ submissionId: z.uuid() }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, now }) {
    requireOpen(submission);
    if (!awaitsDecision(submission)) refuse({ code: "wrong_state", reason: "not_cleared_yet" });
    const { bySubmitter } = await takeStep(tx, submission, {
      kind: "approved",
      reason: "",
      byId: actor.personId,
      at: now,
    });
    const { record } = submission;
    const { number } = await addEdition(tx, {
      record,
      fields: parseFields(record.kind, submission.content),
      effectiveOn: toDay(submission.submittedAt),
      publishedAt: now,
      submissionId: submission.id,
    });
    return {
      value: {
        submissionId: submission.id,
        published: { kind: record.kind, citySlug: record.city.slug, slug: record.slug },
      },
      entry: {
        kind: "published",
        recordId: record.id,
        cityId: record.cityId,
        submissionId: submission.id,
        number,
        bySubmitter,
      },
    };
  },
});
