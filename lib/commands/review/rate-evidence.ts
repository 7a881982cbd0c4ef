import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { requireOpen } from "@/lib/commands/shared/take-step";
import { lockSubmission } from "@/lib/db/locks";
import { refuse } from "@/lib/domain/result/result";
import { evidenceLevels, ratedClaims } from "@/lib/domain/review/evidence-rating";
import { text } from "@/lib/domain/values/text";

/**
 * Records how well the secretariat finds a project's completion or progress evidenced, with a sentence. The public
 * reads it with the edition that the submission becomes; the last rating counts. Refuses `wrong_state` for a plan's
 * profile and when the submission is no longer open.
 */
export const rateEvidence = command({
  permission: "evidence.rate",
  input: z.object({
    submissionId: z.uuid(),
    claim: z.enum(ratedClaims),
    level: z.enum(evidenceLevels),
    sentence: text(500).refine((words) => words !== "", "missing"),
  }),
  subject: (tx, input) => lockSubmission(tx, input.submissionId),

  async run({ tx, actor, subject: submission, input, now }) {
    requireOpen(submission);
    if (submission.record.kind !== "project") {
      refuse({ code: "wrong_state", reason: "nothing_to_rate" });
    }
    const { recordId, cityId, id: submissionId } = submission;
    const { claim, level, sentence } = input;
    await tx.evidenceRating.create({
      data: {
        id: randomUUID(),
        recordId,
        submissionId,
        claim,
        level,
        sentence,
        at: now,
        byId: actor.personId,
      },
    });
    return {
      value: { submissionId },
      entry: { kind: "evidence_rated", recordId, cityId, submissionId, claim, level },
    };
  },
});
