import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import {
  requireNotAssessed,
  requireOutcome,
  requirePastDay,
} from "@/lib/commands/shared/assessment-fields";
import { command } from "@/lib/commands/shared/command";
import { announcePublication } from "@/lib/db/announce";
import { lockAssessment } from "@/lib/db/assessments";
import { assessmentFields, reason } from "@/lib/domain/assessment/form";
import { refuse } from "@/lib/domain/result/result";
import { fromDay } from "@/lib/domain/values/day";

/**
 * Ends an assessment and writes another one of the same thing in its place, with a reason; both stay in the history. The
 * public reads the new one at once. Refuses `wrong_state` when the assessment was answered, corrected or withdrawn
 * already, and when the same is assessed to serve the new outcome already.
 */
export const correctAssessment = command({
  permission: "assessment.write",
  input: z.object({ assessmentId: z.uuid(), reason, ...assessmentFields }),
  subject: (tx, input) => lockAssessment(tx, input.assessmentId),

  async run({ tx, actor, subject, input: { assessmentId, reason, ...input }, now }) {
    const { assessment, recordId, cityId } = subject;
    if (subject.isEnded) refuse({ code: "wrong_state", reason: "assessment_ended" });
    await requireOutcome(tx, subject.record, input.outcome);
    requirePastDay(input.knownOn, now);
    const { kind, entryId } = assessment;
    await requireNotAssessed(tx, { recordId, entryId, outcome: input.outcome }, assessmentId);
    const correctionId = randomUUID();
    await tx.assessment.create({
      data: {
        ...input,
        ...{ id: correctionId, kind, recordId, entryId, at: now, byId: actor.personId },
        knownOn: fromDay(input.knownOn),
      },
    });
    await tx.assessmentStep.create({
      data: {
        ...{ id: randomUUID(), assessmentId, kind: "corrected", reason, correctionId },
        ...{ at: now, byId: actor.personId },
      },
    });
    await announcePublication(tx);
    return {
      value: { assessmentId: correctionId },
      entry: { kind: "assessment_corrected", recordId, cityId, outcome: input.outcome, reason },
    };
  },
});
