import { type Actor, holds, type SignedIn } from "@/lib/domain/people/actor";
import { can, type Permission } from "@/lib/domain/people/policy";
import type { Refusal, WrongState } from "@/lib/domain/result/result";
import { closedAs, isOpenState, type SubmissionState } from "@/lib/domain/review/submission";

/** Every step of a review, with the permission that it needs. */
const stepPermissions = {
  claim: "submission.claim",
  give_back: "submission.claim",
  hand_over: "submission.claim",
  approve: "submission.decide",
  schedule: "submission.decide",
  call_back: "submission.decide",
  clear: "submission.clear",
  hold: "submission.clear",
  release: "submission.clear",
  ask: "submission.ask",
  withdraw: "submission.withdraw",
} as const satisfies Record<string, Permission>;

export type Step = keyof typeof stepPermissions;

/** The facts that decide whether a step is possible, locked for a command or read for a page. */
export type Steppable = {
  state: SubmissionState;
  needsClearance: boolean;
  cityId: string;
  countryCode: string;
  submittedById: string;
  /** The people who changed the record between the last edition and the submission. */
  writerIds: string[];
  submitterMayDecide: boolean;
  assignedToId: string | null;
  isHeld: boolean;
  publishAt: Date | null;
};

/** A step, and the refusal that it would get now; null when it is possible. */
export type OfferedStep = { step: Step; refusal: Refusal | null };

/**
 * Returns the steps that this person may take on a submission, each with the refusal that its command would answer now.
 * Pages and commands call the same function, so a button and its command always agree.
 */
export function stepsOf(submission: Steppable, actor: Actor): OfferedStep[] {
  const steps = Object.keys(stepPermissions) as Step[];
  return steps
    .map((step) => ({ step, refusal: refusalOf(step, submission, actor) }))
    .filter(({ refusal }) => refusal?.code !== "forbidden");
}

/** Returns why this person cannot take this step now; null when they can. */
export function refusalOf(step: Step, submission: Steppable, actor: Actor): Refusal | null {
  if (actor.kind !== "signed_in") return { code: "signed_out" };
  if (!can(actor, stepPermissions[step], submission)) return { code: "forbidden" };
  if (!isOpenState(submission.state)) return closedAs(submission.state);
  if (step !== "call_back" && submission.publishAt !== null) return wrong("scheduled");
  const reason = guards[step](submission, actor);
  return reason && wrong(reason);
}

type Guard = (submission: Steppable, actor: SignedIn) => WrongState | null;

const guards: Record<Step, Guard> = {
  claim: ({ assignedToId }, { personId }) => (assignedToId === personId ? "already_yours" : null),
  give_back: ({ assignedToId }, { personId }) => (assignedToId === personId ? null : "not_yours"),
  hand_over: () => null,
  approve: whyNotDecide,
  schedule: whyNotDecide,
  call_back: ({ publishAt }) => (publishAt === null ? "not_scheduled" : null),
  clear: (submission) => whyNotTurn(submission) ?? (submission.isHeld ? "held" : null),
  hold: (submission) => whyNotTurn(submission) ?? (submission.isHeld ? "already_held" : null),
  release: (submission) => whyNotTurn(submission) ?? (submission.isHeld ? null : "not_held"),
  // A representative can ask only before clearing; afterwards the reviewer asks.
  ask: (submission, actor) => (holds(actor, "reviewer") ? null : whyNotTurn(submission)),
  withdraw: () => null,
};

/**
 * Returns why this person may not decide. People who submitted or edited the record may not, unless the country lifted
 * that rule; a reviewer waits for the representative.
 */
function whyNotDecide(submission: Steppable, { personId }: SignedIn): WrongState | null {
  if (!submission.submitterMayDecide) {
    if (personId === submission.submittedById) return "own_submission";
    if (submission.writerIds.includes(personId)) return "own_changes";
  }
  if (!submission.needsClearance || submission.state === "cleared") return null;
  return submission.isHeld ? "held_by_country" : "not_cleared_yet";
}

/** Returns why it is not the representative's turn. */
function whyNotTurn({ needsClearance, state }: Steppable): WrongState | null {
  if (!needsClearance) return "no_clearance_needed";
  return state === "cleared" ? "already_cleared" : null;
}

function wrong(reason: WrongState): Refusal {
  return { code: "wrong_state", reason };
}
