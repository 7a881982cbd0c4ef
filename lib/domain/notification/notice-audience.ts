import type { TimelineEntry, TimelineKind } from "@/lib/domain/history/timeline";
import type { NoticeKind } from "@/lib/domain/notification/notice";
import { isOf, type Role } from "@/lib/domain/people/roles";

/** A grant and the person who holds it. */
export type HeldGrant = {
  personId: string;
  role: Role;
  cityId: string | null;
  countryCode: string | null;
};

/**
 * The people who are notified of an event in a city, by role. The last two are people of the event itself: the sender
 * of the submission, and the person whom the entry is about.
 */
export type Audience =
  | "staff"
  | "leads"
  | "representatives"
  | "reviewers"
  | "secretariat"
  | "administrators"
  | "submitter"
  | "person";

/** The facts that decide for whom a submission waits. */
export type ChainFacts = {
  needsClearance: boolean;
  /** True when the country cleared it, whatever happened afterwards. */
  isCleared: boolean;
  assignedToId: string | null;
  submittedById: string;
};

type NoticeRule = { kind: NoticeKind; to: (chain: ChainFacts | null) => Audience[] };

const next = (chain: ChainFacts | null): Audience[] =>
  chain?.needsClearance ? ["representatives"] : ["reviewers"];
const city = (): Audience[] => ["staff", "representatives"];
/** Those for whom it waits and, when it has been cleared, those for whom it waited before. */
const all = (chain: ChainFacts | null): Audience[] =>
  chain?.needsClearance && chain.isCleared ? ["representatives", "reviewers"] : next(chain);
const sender = (): Audience[] => ["leads", "submitter"];

/** The notice and its audience for each kind of timeline entry. A new kind does not compile without a row. */
const noticeRules: Record<TimelineKind, NoticeRule | null> = {
  submitted: { kind: "submitted", to: next },
  confirmed: { kind: "submitted", to: next },
  withdrawn: { kind: "withdrawn", to: all },
  cleared: { kind: "cleared", to: () => ["staff", "reviewers"] },
  clarification_asked: { kind: "clarification_asked", to: city },
  held: { kind: "held", to: () => ["staff", "reviewers"] },
  released: { kind: "released", to: () => ["staff", "reviewers"] },
  handed_over: { kind: "assigned", to: () => ["person"] },
  scheduled: { kind: "scheduled", to: sender },
  called_back: { kind: "called_back", to: sender },
  published: { kind: "published", to: city },
  withheld: { kind: "withheld", to: city },
  withholding_ended: { kind: "withholding_ended", to: city },
  corrected: { kind: "corrected", to: city },
  commented: {
    kind: "commented",
    to: (chain) => ["staff", "reviewers", ...(chain?.needsClearance ? next(chain) : [])],
  },
  thread_opened: { kind: "commented", to: () => ["staff"] },
  thread_replied: {
    kind: "commented",
    to: (chain) => ["staff", "reviewers", ...(chain?.needsClearance ? next(chain) : [])],
  },
  // The person who made the suggestion.
  suggestion_accepted: { kind: "suggestion_answered", to: () => ["person"] },
  suggestion_declined: { kind: "suggestion_answered", to: () => ["person"] },
  report_extended: { kind: "extended", to: city },
  // The audience is in all cities and countries.
  report_frozen: { kind: "report_frozen", to: () => ["leads", "representatives"] },
  person_added: { kind: "grant_given", to: () => ["person"] },
  grant_added: { kind: "grant_given", to: () => ["person"] },
  grant_removed: { kind: "grant_taken", to: () => ["person"] },
  thread_resolved: null,
  thread_reopened: null,
  claimed: null,
  given_back: null,
  // The decision that follows it notifies.
  evidence_rated: null,
  // My work and the page of the plan say what waits for an answer.
  assessment_answered: null,
  assessment_written: null,
  assessment_corrected: null,
  assessment_withdrawn: null,
  project_created: null,
  draft_edited: null,
  evidence_added: null,
  field_restored: null,
  edition_restored: null,
  imported: null,
  report_created: null,
  report_changed: null,
  organisation_made: null,
  organisation_changed: null,
  organisations_merged: null,
  partner_name_matched: null,
  partner_name_left: null,
  person_deactivated: null,
  password_link_made: null,
  password_set: null,
  password_changed: null,
};

/** Returns the notice and the audience of a timeline entry; null when nobody is notified. */
export function noticeRuleOf(entry: TimelineEntry): NoticeRule | null {
  return noticeRules[entry.kind];
}

/**
 * Returns the people of an audience among those who hold grants, without duplicates. Of the reviewers only the assigned
 * one, if there is one.
 */
export function peopleOf(
  audiences: Audience[],
  grants: HeldGrant[],
  about: { chain: ChainFacts | null; personId: string | null },
): string[] {
  const isInAudience = (grant: HeldGrant) => audiences.some((audience) => belongs[audience](grant));
  const assigned = audiences.includes("secretariat") ? null : (about.chain?.assignedToId ?? null);
  const ids = grants
    .filter(isInAudience)
    .filter(
      ({ personId, role }) => role !== "reviewer" || assigned === null || personId === assigned,
    )
    .map(({ personId }) => personId);
  const submitter = audiences.includes("submitter")
    ? [about.chain?.submittedById ?? []].flat()
    : [];
  const subject = audiences.includes("person") ? [about.personId ?? []].flat() : [];
  return [...new Set([...ids, ...submitter, ...subject])];
}

const belongs: Record<Audience, (grant: HeldGrant) => boolean> = {
  staff: ({ role }) => isOf("city", role),
  leads: ({ role }) => role === "lead",
  representatives: ({ role }) => isOf("country", role),
  reviewers: ({ role }) => role === "reviewer",
  secretariat: ({ role }) => isOf("network", role),
  administrators: ({ role }) => role === "administrator",
  submitter: () => false,
  person: () => false,
};
