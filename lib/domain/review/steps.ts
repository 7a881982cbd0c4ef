import { type Actor, holds, type SignedIn } from "@/lib/domain/people/actor";
import { can, type Permission } from "@/lib/domain/people/policy";
import type { Refusal, WrongState } from "@/lib/domain/result/result";
import { closedAs, isOpenState, type SubmissionState } from "@/lib/domain/review/submission";

/** Every step that somebody may take with a submission, with the permission that it asks for. */
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

/** What decides whether a step can be taken: as it was locked for a command, or read for a page. */
export type Steppable = {
  state: SubmissionState;
  needsClearance: boolean;
  cityId: string;
  countryCode: string;
  submittedById: string;
  /** Who wrote what it brings: since the last edition, by when it was sent. */
  writerIds: string[];
  submitterMayDecide: boolean;
  assignedToId: string | null;
  isHeld: boolean;
  publishAt: Date | null;
};

/** A step, and why it cannot be taken now; null when it can. */
export type OfferedStep = { step: Step; refusal: Refusal | null };

/**
 * The steps that are this person's to take with a submission, each with the refusal that its command would answer now.
 * Pages and commands ask the same function, so that a button and a command never disagree.
 */
export function stepsOf(submission: Steppable, actor: Actor): OfferedStep[] {
  const steps = Object.keys(stepPermissions) as Step[];
  return steps
    .map((step) => ({ step, refusal: refusalOf(step, submission, actor) }))
    .filter(({ refusal }) => refusal?.code !== "forbidden");
}

/** Why this step cannot be taken by this person now; null when it can. */
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
  // A representative asks while it is their turn; afterwards the question is the reviewer's.
  ask: (submission, actor) => (holds(actor, "reviewer") ? null : whyNotTurn(submission)),
  withdraw: () => null,
};

/**
 * Who submitted or wrote it never decides, where that rule was not lifted; and a reviewer waits for the representative.
 */
function whyNotDecide(submission: Steppable, { personId }: SignedIn): WrongState | null {
  if (!submission.submitterMayDecide) {
    if (personId === submission.submittedById) return "own_submission";
    if (submission.writerIds.includes(personId)) return "own_changes";
  }
  if (!submission.needsClearance || submission.state === "cleared") return null;
  return submission.isHeld ? "held_by_country" : "not_cleared_yet";
}

/** Why it is not the representative's turn. */
function whyNotTurn({ needsClearance, state }: Steppable): WrongState | null {
  if (!needsClearance) return "no_clearance_needed";
  return state === "cleared" ? "already_cleared" : null;
}

function wrong(reason: WrongState): Refusal {
  return { code: "wrong_state", reason };
}
