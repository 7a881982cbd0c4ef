import type { Day } from "@/lib/domain/values/day";

/** What of a project the secretariat rates the evidence of: that it is completed, or how far it has come. */
export const ratedClaims = ["completion", "progress"] as const;
export type RatedClaim = (typeof ratedClaims)[number];

/** How well it is evidenced. After the levels by which the Open Government Partnership's reviewers code completion. */
export const evidenceLevels = ["none", "limited", "substantial", "complete"] as const;
export type EvidenceLevel = (typeof evidenceLevels)[number];

/** How well the secretariat found a claim of a project evidenced, with the edition it was published with. */
export type PublicRating = {
  claim: RatedClaim;
  level: EvidenceLevel;
  sentence: string;
  edition: number;
  effectiveOn: Day;
};
