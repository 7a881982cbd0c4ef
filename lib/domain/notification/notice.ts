import type { Role } from "@/lib/domain/people/roles";
import { recordPath } from "@/lib/domain/record/path";
import type { RecordKind } from "@/lib/domain/record/record-kind";

/** Every kind of notice, grouped as on the account page. Each can be switched off for mail; the inbox shows all. */
export const noticeGroups = {
  review: [
    "clarification_asked",
    "submitted",
    "cleared",
    "held",
    "released",
    "assigned",
    "withdrawn",
    "commented",
    "suggestion_answered",
    "mentioned",
    "waiting",
  ],
  publication: [
    "scheduled",
    "called_back",
    "published",
    "withheld",
    "withholding_ended",
    "corrected",
    "stale",
  ],
  report: ["due_30", "due_7", "due_1", "overdue", "extended", "report_frozen"],
  role: ["grant_given", "grant_taken"],
  feedback: ["feedback_sent"],
} as const;

export const noticeKinds = [
  ...noticeGroups.review,
  ...noticeGroups.publication,
  ...noticeGroups.report,
  ...noticeGroups.role,
  ...noticeGroups.feedback,
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** A choice of this name stands for all kinds, including those of later versions. */
export const everyKind = "every";

/** Returns the kinds for which somebody switched mail off. */
export function unwantedKinds(choices: string[]): NoticeKind[] {
  return noticeKinds.filter((kind) => choices.includes(kind) || choices.includes(everyKind));
}

/** The kinds that are mailed at once; the others wait for the daily digest (docs/decisions/0030). */
const urgentKinds: readonly NoticeKind[] = ["clarification_asked", "due_1", "overdue"];

/** Returns true when a notice is mailed at once. */
export function isUrgent(kind: NoticeKind): boolean {
  return urgentKinds.includes(kind);
}

/** The names and figures that the sentence of a notice uses. */
export type NoticeDetail = {
  /** The person who caused it. */
  byName?: string;
  title?: string | null;
  /** The address of a public page without its language. */
  page?: string;
  city?: string;
  /** The role of a grant. */
  role?: Role;
  /** The name of a report. */
  report?: string;
  /** An instant (ISO 8601): a deadline or a time of publication. */
  until?: string;
  /** The number of records, for a reminder. */
  count?: number;
  /** The number of the freeze, for a frozen report; all but the first are corrections. */
  number?: number;
  /** The answer to a suggestion. */
  answer?: "accepted" | "declined";
  /** The number of whole days that something has waited, and for whom. */
  days?: number;
  waitsFor?: "answer" | "clearance" | "decision";
  /** The text of a question, a reason or a correction. */
  reason?: string;
};

/** The facts that identify the subject of a notice. */
export type NoticeAbout = {
  kind: NoticeKind;
  recordId: string | null;
  recordKind: RecordKind | null;
  submissionId: string | null;
  threadId: string | null;
  feedbackId: string | null;
  /** The last part of the address of each; a plan's profile has none. */
  citySlug: string | null;
  recordSlug: string | null;
  reportSlug: string | null;
};

/** Returns the address to which a notice links: where something is to be done, or the public page of what is public. */
export function noticePath(notice: NoticeAbout, locale: string): string {
  const { kind, recordId, recordKind, submissionId, threadId } = notice;
  const { citySlug, recordSlug, reportSlug } = notice;
  if (kind === "grant_given" || kind === "grant_taken") return "/office/account";
  if (notice.feedbackId) return `/office/feedback/${notice.feedbackId}`;
  if (submissionId) {
    return `/office/submissions/${submissionId}${threadId ? `#thread-${threadId}` : ""}`;
  }
  if (reportSlug) {
    return `/office/reports/${reportSlug}${citySlug ? `?city=${citySlug}#missing` : ""}`;
  }
  if (kind === "stale") return "/office/projects";
  if (!recordId || !recordKind) return "/office";
  if (kind === "mentioned") return `${recordPath({ id: recordId, kind: recordKind })}#discussion`;
  return `/${locale}/cities/${citySlug}${recordSlug ? `/projects/${recordSlug}` : ""}`;
}

/** A notice in a mail. */
export type MailNotice = NoticeAbout & {
  id: string;
  at: Date;
  detail: NoticeDetail;
  /** The open questions of a clarification: first about the whole, then by field, oldest first. */
  questions: Question[];
};

/** A question about a field, or about a submission as a whole, with all replies. */
export type Question = {
  /** Null for the whole submission. */
  field: string | null;
  threadId: string | null;
  isSuggestion: boolean;
  comments: { byName: string; text: string }[];
};

/** A person who gets a mail. */
export type Recipient = {
  id: string;
  locale: string;
  timeZone: string | null;
  /** When their last digest was made. */
  digestAt: Date | null;
};
