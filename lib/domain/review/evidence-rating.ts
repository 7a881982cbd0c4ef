import type { Day } from "@/lib/domain/values/day";

/** The claims of a project whose evidence the secretariat rates: its completion, or its progress. */
export const ratedClaims = ["completion", "progress"] as const;
export type RatedClaim = (typeof ratedClaims)[number];

/** The levels of a rating, after those with which reviewers of the Open Government Partnership code completion. */
export const evidenceLevels = ["none", "limited", "substantial", "complete"] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** A public rating of a claim, with the edition with which it was published. */
export type PublicRating = {
  claim: RatedClaim;
  level: EvidenceLevel;
  sentence: string;
  edition: number;
  effectiveOn: Day;
};
