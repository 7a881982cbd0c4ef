import type { RecordFields } from "@/lib/domain/record/record";
import type { Refusal } from "@/lib/domain/result/result";

/** The states of a submission: submitted → (cleared) → approved, clarification asked or withdrawn. */
export const submissionStates = [
  "submitted",
  "cleared",
  "approved",
  "clarification_asked",
  "withdrawn",
] as const;
export type SubmissionState = (typeof submissionStates)[number];

/** The kinds of change that a submission makes to the published content. */
export const changeKinds = ["first_publication", "update", "confirmation", "closing"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/**
 * Returns the kind of change between published fields (null before the first publication) and submitted ones. A
 * confirmation changes nothing.
 */
export function changeOf(before: RecordFields | null, after: RecordFields): ChangeKind {
  if (before === null) return "first_publication";
  return isClosed(after) && !isClosed(before) ? "closing" : "update";
}

function isClosed(fields: RecordFields): boolean {
  return "closing" in fields && fields.closing !== null;
}

type Chain = { state: SubmissionState; needsClearance: boolean };

/**
 * The states in which somebody still has to act. The unique index for one open submission of each record names them
 * too.
 */
export const openStates = ["submitted", "cleared"] as const satisfies SubmissionState[];
type OpenState = (typeof openStates)[number];

/** Returns true when somebody still has to act in this state. */
export function isOpenState(state: SubmissionState): state is OpenState {
  return openStates.some((open) => open === state);
}

/** Returns true when somebody still has to act on the submission. */
export function isOpen(submission: Pick<Chain, "state">): boolean {
  return isOpenState(submission.state);
}

/** Returns true when it is the reviewer's turn to decide. */
export function awaitsDecision(submission: Chain): boolean {
  return submission.state === (submission.needsClearance ? "cleared" : "submitted");
}

/** Returns true when it is the representative's turn to clear. */
export function awaitsClearance(submission: Chain): boolean {
  return submission.needsClearance && submission.state === "submitted";
}

/** Returns the refusal of a step on a submission that is closed. */
export function closedAs(state: Exclude<SubmissionState, OpenState>): Refusal {
  return { code: "wrong_state", reason: `already_${state}` };
}

/** Returns the number of whole days that a submission has waited. */
export function waitingDays(submittedAt: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - submittedAt.getTime()) / 86_400_000));
}
