import type { AssessmentAnswer } from "@/lib/domain/assessment/assessment";
import type { OrganisationFacts } from "@/lib/domain/organisation/kinds";
import type { Role } from "@/lib/domain/people/roles";
import type { EvidenceLevel, RatedClaim } from "@/lib/domain/review/evidence-rating";

/** Every kind of timeline entry. The ids become columns, the rest becomes the entry's detail. */
export type TimelineEntry =
  | (OfRecord & { kind: "project_created"; title: string })
  | (OfRecord & { kind: "draft_edited"; fields: string[] })
  | (OfRecord & { kind: "evidence_added"; file: string })
  | (OfRecord & { kind: "field_restored"; field: string })
  | (OfRecord & { kind: "edition_restored"; number: number; fields: string[] })
  | (OfSubmission & { kind: "submitted"; changedFields: number })
  | (OfSubmission & { kind: "confirmed" | "withdrawn" | "cleared" | "released" | "called_back" })
  | (OfSubmission & { kind: "claimed" | "given_back" })
  | (OfSubmission & { kind: "handed_over"; toId: string })
  | (OfSubmission & { kind: "clarification_asked" | "held"; reason: string })
  /** The instant in ISO 8601. */
  | (OfSubmission & { kind: "scheduled"; publishAt: string })
  | (OfSubmission & { kind: "published"; number: number; hash: string; bySubmitter: boolean })
  | (OfRecord & { kind: "withheld"; reason: string; notice: string })
  | (OfRecord & { kind: "withholding_ended" })
  | (OfRecord & { kind: "corrected"; number: number; hash: string; text: string })
  | (OfSubmission & { kind: "commented"; text: string })
  | (OfThread & { kind: "thread_opened" | "thread_replied"; text: string })
  | (OfThread & {
      kind: "thread_resolved" | "thread_reopened" | "suggestion_accepted" | "suggestion_declined";
    })
  | (OfSubmission & { kind: "evidence_rated"; claim: RatedClaim; level: EvidenceLevel })
  /** `outcome` is the slug of the one that was assessed, or is now. */
  | (OfRecord & {
      kind: "assessment_answered";
      answer: AssessmentAnswer;
      outcome: string;
      reason: string;
    })
  | (OfRecord & { kind: "assessment_written"; outcome: string })
  | (OfRecord & {
      kind: "assessment_corrected" | "assessment_withdrawn";
      outcome: string;
      reason: string;
    })
  | (OfRecord & { kind: "imported"; number: number; hash: string; source: string })
  | (OfReport & { kind: "report_created" | "report_changed"; asOf: string; dueOn: string })
  | (OfReport & { kind: "report_extended"; cityId: string; untilOn: string; reason: string })
  | (OfReport & { kind: "report_frozen"; number: number; hash: string })
  | (OfOrganisation & { kind: "organisation_made" })
  | (OfOrganisation & {
      kind: "organisation_changed";
      before: OrganisationFacts;
      after: OrganisationFacts;
      added: string[];
      removed: string[];
    })
  /** `merged` is the address that leads to the other organisation now. */
  | (OfOrganisation & { kind: "organisations_merged"; merged: string; mergedName: string })
  | (OfOrganisation & { kind: "partner_name_matched"; written: string; within: string })
  | { kind: "partner_name_left"; written: string; within: string }
  | (OfPerson & { kind: "person_added" | "grant_added" | "grant_removed"; role: Role })
  | (OfPerson & {
      kind: "person_deactivated" | "password_link_made" | "password_set" | "password_changed";
    });

export type TimelineKind = TimelineEntry["kind"];

type OfRecord = { recordId: string; cityId: string };
type OfSubmission = OfRecord & { submissionId: string };
/** The report's address. */
type OfReport = { report: string };
/** Its address and its name. */
type OfOrganisation = { organisation: string; title: string };
type OfThread = OfSubmission & { threadId: string; field: string };
type OfPerson = { personId: string; cityId?: string | null };
