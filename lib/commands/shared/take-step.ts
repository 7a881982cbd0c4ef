import "server-only";
import { randomUUID } from "node:crypto";
import type { Tx } from "@/lib/db/client";
import type { LockedSubmission } from "@/lib/db/locks";
import type { SignedIn } from "@/lib/domain/people/actor";
import { refuse } from "@/lib/domain/result/result";
import { refusalOf, type Step } from "@/lib/domain/review/steps";
import { closedAs, isOpenState, type SubmissionState } from "@/lib/domain/review/submission";

type Decided = "cleared" | "approved" | "clarification_asked" | "withdrawn";

/** Refuses `wrong_state`, with what was decided, unless the submission is still open. */
export function requireOpen(submission: { state: SubmissionState }): void {
  if (!isOpenState(submission.state)) refuse(closedAs(submission.state));
}

/** Refuses a step that cannot be taken with a locked submission now, with the reason that its button shows. */
export function requireStep(step: Step, submission: LockedSubmission, actor: SignedIn): void {
  const refusal = refusalOf(step, submission, actor);
  if (refusal) refuse(refusal);
}

/**
 * Moves a submission to its next state and stores who did it, when and why, and whether they decided on their own work.
 * The caller holds the record's lock.
 */
export async function takeStep(
  tx: Tx,
  submission: { id: string; submittedById: string; writerIds: string[] },
  step: { kind: Decided; reason: string; byId: string; at: Date },
): Promise<{ bySubmitter: boolean }> {
  const isTheirWriting = step.kind === "approved" && submission.writerIds.includes(step.byId);
  const bySubmitter = step.byId === submission.submittedById || isTheirWriting;
  await tx.decision.create({
    data: {
      id: randomUUID(),
      submissionId: submission.id,
      kind: step.kind,
      reason: step.reason,
      bySubmitter,
      decidedAt: step.at,
      decidedById: step.byId,
    },
  });
  await tx.submission.update({ where: { id: submission.id }, data: { state: step.kind } });
  return { bySubmitter };
}
