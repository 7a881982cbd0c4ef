import type { Issue } from "@/lib/domain/readiness";

/** What is wrong with one field: a key of messages `errors`, and the limit it names if any. */
export type FieldError = { key: string; limit?: number };

/** Why a command said no. Closed: a new code needs a decision record (docs/decisions/0004). */
export type Refusal =
  | { code: "invalid"; fields: Record<string, FieldError[]> }
  | { code: "signed_out" | "not_found" | "forbidden" }
  /** `reason` is a key of messages `wrongState`. */
  | { code: "wrong_state"; reason: WrongState }
  | { code: "conflict" }
  | { code: "not_ready"; issues: Issue[] };

type WrongState =
  | "already_in_review"
  | "nothing_changed"
  | "not_cleared_yet"
  | "no_clearance_needed"
  | "already_cleared"
  | "already_approved"
  | "already_clarification_asked"
  | "already_withdrawn"
  | "already_deactivated"
  | "already_removed"
  | "last_administrator"
  | "link_spent";

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** Thrown inside a transaction so that it rolls back; `command` turns it into a Result. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

/** Ends the running command with a refusal; nothing it wrote stays. */
export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}
