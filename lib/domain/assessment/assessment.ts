import type { Day } from "@/lib/domain/values/day";

/** What is assessed: a project, an indicator of it, or a target of a plan. */
export const assessedKinds = ["project", "indicator", "target"] as const;
export type AssessedKind = (typeof assessedKinds)[number];

/** How sure the reading of a document is. */
export const confidences = ["high", "medium", "low"] as const;
type Confidence = (typeof confidences)[number];

/** What a city answers: that is right; not so; another outcome. */
export const assessmentAnswers = ["confirmed", "refused", "other_outcome"] as const;
export type AssessmentAnswer = (typeof assessmentAnswers)[number];

/** That something serves an outcome of the framework, as the tracker reads a document; never what a city states. */
export type Assessment = {
  id: string;
  kind: AssessedKind;
  /** The project, or the plan of the target. */
  recordId: string;
  /** Of an indicator or a target, its entry in the record. */
  entryId: string | null;
  /** The slug of the outcome. */
  outcome: string;
  /** In the tracker's words; empty where the outcome follows from what an indicator measures. */
  why: string;
  sourceTitle: string;
  sourceAddress: string;
  page: number | null;
  /** Null where nobody said. */
  confidence: Confidence | null;
  /** The day from which it was known. */
  knownOn: Day;
};

/** Returns the assessments of a record, or of one indicator or target of it. */
export function assessmentsOf<A extends Assessment>(
  assessments: A[],
  recordId: string,
  entryId: string | null = null,
): A[] {
  return assessments.filter((each) => each.recordId === recordId && each.entryId === entryId);
}
