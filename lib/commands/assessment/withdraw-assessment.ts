import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { command } from "@/lib/commands/shared/command";
import { announcePublication } from "@/lib/db/announce";
import { lockAssessment } from "@/lib/db/assessments";
import { reason } from "@/lib/domain/assessment/form";
import { refuse } from "@/lib/domain/result/result";

/**
 * Takes an assessment back, with a reason; it stays in the history, and the public reads it no longer, on any day.
 * Refuses `wrong_state` when it was answered, corrected or withdrawn already.
 */
export const withdrawAssessment = command({
  permission: "assessment.write",
  input: z.object({ assessmentId: z.uuid(), reason }),
  subject: (tx, input) => lockAssessment(tx, input.assessmentId),

  async run({ tx, actor, subject, input: { assessmentId, reason }, now }) {
    if (subject.isEnded) refuse({ code: "wrong_state", reason: "assessment_ended" });
    await tx.assessmentStep.create({
      data: {
        ...{ id: randomUUID(), assessmentId, kind: "withdrawn", reason },
        ...{ at: now, byId: actor.personId },
      },
    });
    await announcePublication(tx);
    const { recordId, cityId, assessment } = subject;
    const { outcome } = assessment;
    return {
      value: { assessmentId },
      entry: { kind: "assessment_withdrawn", recordId, cityId, outcome, reason },
    };
  },
});
