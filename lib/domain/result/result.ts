import type { Issue } from "@/lib/domain/record/readiness";
import type { FieldError } from "@/lib/domain/values/field-error";

/** The reason why a command refused. The list is closed: a new code needs a decision record (docs/decisions/0004). */
export type Refusal =
  | { code: "invalid"; fields: Record<string, FieldError[]> }
  | { code: "signed_out" | "not_found" | "forbidden" }
  | { code: "wrong_state"; reason: WrongState }
  | { code: "conflict" }
  | { code: "not_ready"; issues: Issue[] };

export type WrongState =
  | "already_in_review"
  | "nothing_changed"
  | "never_published"
  | "changes_not_submitted"
  | "nothing_to_restore"
  | "not_cleared_yet"
  | "no_clearance_needed"
  | "already_cleared"
  | "already_approved"
  | "already_clarification_asked"
  | "already_withdrawn"
  | "own_submission"
  | "own_changes"
  | "scheduled"
  | "not_scheduled"
  | "held"
  | "held_by_country"
  | "already_held"
  | "not_held"
  | "already_yours"
  | "not_yours"
  | "claimed_meanwhile"
  | "nothing_public"
  | "already_withheld"
  | "not_withheld"
  | "nothing_corrected"
  | "published_meanwhile"
  | "correction_in_review"
  | "already_deactivated"
  | "already_removed"
  | "already_sent"
  | "job_under_way"
  | "already_resolved"
  | "already_open"
  | "nothing_suggested"
  | "already_answered"
  | "draft_says_otherwise"
  | "assessment_ended"
  | "already_assessed"
  | "states_other_outcome"
  | "entry_removed"
  | "nothing_to_rate"
  | "no_open_milestone"
  | "already_frozen"
  | "report_day_not_over"
  | "same_freeze"
  | "last_administrator"
  | "link_spent"
  | "sent_too_often"
  | "all_too_often"
  | "form_used"
  | "feedback_settled"
  | "no_address"
  | "name_matched"
  | "already_merged";

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** An error that rolls the transaction back; `command` turns it into a Result. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Ends the running command with a refusal; all its writes are rolled back. */
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}
