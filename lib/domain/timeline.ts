import type { Role } from "@/lib/domain/actor";

/** Everything history can say. The ids become columns, what is left the entry's detail. */
export type TimelineEntry =
  | (OfRecord & { kind: "project_created"; title: string })
  | (OfRecord & { kind: "draft_edited"; fields: string[] })
  | (OfSubmission & { kind: "submitted"; changedFields: number })
  | (OfSubmission & { kind: "withdrawn" | "cleared" })
  | (OfSubmission & { kind: "clarification_asked"; reason: string })
  | (OfSubmission & { kind: "published"; number: number; bySubmitter: boolean })
  | (OfSubmission & { kind: "commented"; text: string })
  | (OfRecord & { kind: "imported"; number: number; source: string })
  | (OfPerson & { kind: "person_added" | "grant_added" | "grant_removed"; role: Role })
  | (OfPerson & {
      kind: "person_deactivated" | "password_link_made" | "password_set" | "password_changed";
    });

export type TimelineKind = TimelineEntry["kind"];

type OfRecord = { recordId: string; cityId: string };
type OfSubmission = OfRecord & { submissionId: string };
type OfPerson = { personId: string; cityId?: string | null };
