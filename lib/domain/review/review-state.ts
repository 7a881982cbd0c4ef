import { isOpenState, type SubmissionState } from "@/lib/domain/review/submission";

/** The state of a record between its draft and the public edition. */
export const reviewStates = [
  "never_published",
  "published",
  "changed",
  "in_review",
  "clarification_asked",
] as const;
export type ReviewState = (typeof reviewStates)[number];

/**
 * Returns the review state of a record. An open submission comes first, then a question that
 * is not answered by a new submission; otherwise the hashes of draft and published content are compared.
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
