import { isOpenState, type SubmissionState } from "@/lib/domain/review/submission";

/** Where a record stands between its draft and the public. */
export const reviewStates = [
  "never_published",
  "published",
  "changed",
  "in_review",
  "clarification_asked",
] as const;
export type ReviewState = (typeof reviewStates)[number];

/**
 * Where a record stands. A question of the secretariat stays on top until the draft is submitted again;
 * otherwise a draft is compared with what is public by hash.
 */
export function reviewStateOf(record: {
  draftHash: string;
  publishedHash: string | null;
  lastSubmission: SubmissionState | null;
}): ReviewState {
  if (record.lastSubmission !== null && isOpenState(record.lastSubmission)) return "in_review";
  if (record.lastSubmission === "clarification_asked") return "clarification_asked";
  if (record.publishedHash === null) return "never_published";
  return record.draftHash === record.publishedHash ? "published" : "changed";
}
