import type { Refusal } from "@/lib/domain/result";

/** submitted → (cleared) → approved · clarification asked · withdrawn. */
export const submissionStates = [
  "submitted",
  "cleared",
  "approved",
  "clarification_asked",
  "withdrawn",
] as const;
export type SubmissionState = (typeof submissionStates)[number];

type Chain = { state: SubmissionState; needsClearance: boolean };

/** Whether somebody still has to act on it. */
export function isOpen(submission: Pick<Chain, "state">): boolean {
  return submission.state === "submitted" || submission.state === "cleared";
}

/** Whether it is the reviewer's turn to decide. */
export function awaitsDecision(submission: Chain): boolean {
  return submission.state === (submission.needsClearance ? "cleared" : "submitted");
}

/** Whether it is the representative's turn to clear. */
export function awaitsClearance(submission: Chain): boolean {
  return submission.needsClearance && submission.state === "submitted";
}

/** Why a submission that is no longer open can take no further step. */
export function closedAs(state: "approved" | "clarification_asked" | "withdrawn"): Refusal {
  return { code: "wrong_state", reason: `already_${state}` };
}

/** For how many whole days a submission has waited. */
export function waitingDays(submittedAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - submittedAt.getTime()) / 86_400_000));
}
