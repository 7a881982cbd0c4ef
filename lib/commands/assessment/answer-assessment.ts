import "server-only";
import { randomUUID } from "node:crypto";
import * as z from "zod";
import { requireOutcome } from "@/lib/commands/shared/assessment-fields";
import { command } from "@/lib/commands/shared/command";
import { changeDraft, currentValues } from "@/lib/commands/shared/draft-changes";
import { lockAssessment } from "@/lib/db/assessments";
import type { Tx } from "@/lib/db/client";
import { editsToState } from "@/lib/domain/assessment/answer";
import { assessmentAnswers } from "@/lib/domain/assessment/assessment";
import type { SignedIn } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/result/result";
import { text } from "@/lib/domain/values/text";

const input = z
  .object({
    assessmentId: z.uuid(),
    answer: z.enum(assessmentAnswers),
    /** The one that the city states instead. */
    outcome: z.string().default(""),
    reason: text(600).default(""),
  })
  .refine(({ answer, reason }) => answer === "confirmed" || reason !== "", {
    error: "missing",
    path: ["reason"],
  });

type Locked = NonNullable<Awaited<ReturnType<typeof lockAssessment>>>;

/**
 * Answers an assessment for its city: that is right, not so, or another outcome, the latter two with a reason. What the
 * city confirms or names instead is written into its draft like any other change, and so becomes a statement with the
 * city's next edition; until then the public reads the assessment. Refuses `wrong_state` when the assessment was answered,
 * corrected or withdrawn already, and when the draft has no room for the outcome.
 */
export const answerAssessment = command({
  permission: "assessment.answer",
  input,
  subject: (tx, { assessmentId }) => lockAssessment(tx, assessmentId),

  async run({ tx, actor, subject, input: { answer, reason, ...given }, now }) {
    const { assessment, recordId, cityId } = subject;
    if (subject.isEnded) refuse({ code: "wrong_state", reason: "assessment_ended" });
    const outcome = answer === "other_outcome" ? given.outcome : assessment.outcome;
    if (answer === "other_outcome") {
      await requireOutcome(tx, subject.record, outcome);
      if (outcome === assessment.outcome)
        refuse({ code: "invalid", fields: { outcome: [{ key: "unknown_choice" }] } });
    }
    const how = answer === "other_outcome" ? reason : assessment.why;
    const fields =
      answer === "refused" ? [] : await state(tx, subject, actor, { outcome, how, at: now });
    await tx.assessmentStep.create({
      data: {
        id: randomUUID(),
        assessmentId: assessment.id,
        kind: answer,
        outcome: answer === "other_outcome" ? outcome : null,
        reason,
        at: now,
        byId: actor.personId,
      },
    });
    const about = { recordId, cityId };
    return {
      value: { assessmentId: assessment.id, answer },
      entry: [
        ...(fields.length > 0 ? [{ kind: "draft_edited" as const, ...about, fields }] : []),
        {
          kind: "assessment_answered" as const,
          ...about,
          answer,
          outcome: assessment.outcome,
          reason,
        },
      ],
    };
  },
});

/** Writes into the draft that the city states the outcome; returns the names of the fields that changed. */
async function state(
  tx: Tx,
  { assessment, record }: Locked,
  actor: SignedIn,
  { outcome, how, at }: { outcome: string; how: string; at: Date },
): Promise<string[]> {
  const newId = randomUUID();
  const edits = editsToState(currentValues(record), assessment, { outcome, how, newId });
  if (typeof edits === "string") refuse({ code: "wrong_state", reason: edits });
  if (edits.length === 0) return [];
  const save = { id: randomUUID(), byId: actor.personId, at };
  const { applied } = await changeDraft(tx, record, edits, save);
  return applied.map(({ field }) => field);
}
